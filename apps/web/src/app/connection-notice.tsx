import { useNetwork } from '@mantine/hooks';
import classes from './root-layout.module.css';

/** Says that the machine is offline, and what that means for what is being written. */
export function ConnectionNotice() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <output className={classes.notice}>
      You are offline. You can go on reading; drafts are kept in this browser until you are back.
    </output>
  );
}

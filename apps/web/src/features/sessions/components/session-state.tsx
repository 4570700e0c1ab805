import type { Session } from '~/api/types';
import { SignalCounts } from '~/components/signal-mark';
import classes from './session-row.module.css';

/** Where a session's analysis stands, in a few words or as its counts. */
export function SessionState({ session }: { session: Session }) {
  const { transcript, content_status: status } = session;
  if (transcript?.needs_confirmation) return <span className={classes.care}>Who is speaking?</span>;
  if (!transcript) {
    return session.is_completed ? <span className={classes.quiet}>No transcript yet</span> : null;
  }
  if (status === 'pending' || status === 'processing')
    return <span className={classes.quiet}>Being analysed…</span>;
  if (status === 'failed') return <span className={classes.care}>The analysis did not finish</span>;
  return (
    <>
      <SignalCounts excellence={session.excellence_count} growth={session.growth_count} />
      {session.unreviewed_count > 0 && (
        <span className={classes.quiet}>{session.unreviewed_count} to review</span>
      )}
    </>
  );
}

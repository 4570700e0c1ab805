import { Button, Title } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { usePageTitle } from '~/lib/page-title';
import classes from './states.module.css';

/** The page of an address that leads nowhere. */
export function NotFoundPage() {
  usePageTitle('Nothing here');
  return (
    <section className={classes.state}>
      <IconMapPinOff size={26} stroke={1.4} aria-hidden />
      <Title order={1}>There is nothing at this address</Title>
      <p>The link may be old or mistyped. Everything you have is still where it was.</p>
      <Button component={Link} to="/">
        Go to Today
      </Button>
    </section>
  );
}

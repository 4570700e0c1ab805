import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { ConnectionNotice } from './connection-notice';
import classes from './root-layout.module.css';

/** What surrounds every page: scroll position, a hair-line while the next page loads, the state of the connection. */
export function RootLayout() {
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <ScrollRestoration />
      {busy && <progress className={classes.line} aria-label="Loading the page" />}
      <ConnectionNotice />
      <Outlet />
    </>
  );
}

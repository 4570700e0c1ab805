import { Button, Group, Title } from '@mantine/core';
import { IconCloudOff, IconMapPinOff, IconMoodPuzzled } from '@tabler/icons-react';
import { Link } from 'react-router';
import { toProblem } from '~/api/problem';
import classes from './states.module.css';

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
  /** What could not be shown, as it continues "… could not be loaded". */
  what: string;
  /** Set where nothing else is on the page: the title is then the page's. */
  page?: boolean;
}

/** Says what happened, what is safe and what to do. */
export function ErrorState({ error, retry, what, page = false }: ErrorStateProps) {
  const order = page ? 1 : 2;
  const problem = toProblem(error);
  if (problem.isUnreachable) {
    return (
      <section className={classes.state} role="alert">
        <IconCloudOff size={26} stroke={1.4} aria-hidden />
        <Title order={order}>JourneyLoop cannot be reached</Title>
        <p>
          The server did not answer. It may be starting, or the connection is gone. Everything saved is safe,
          and what you were writing is kept in this browser.
        </p>
        {retry && <Button onClick={retry}>Try again</Button>}
      </section>
    );
  }
  if (problem.isNotFound) {
    return (
      <section className={classes.state} role="alert">
        <IconMapPinOff size={26} stroke={1.4} aria-hidden />
        <Title order={order}>{what} is not here</Title>
        <p>It may have been deleted, or the link belongs to another account.</p>
        <Button component={Link} to="/" variant="default">
          Go to Today
        </Button>
      </section>
    );
  }
  return (
    <section className={classes.state} role="alert">
      <IconMoodPuzzled size={26} stroke={1.4} aria-hidden />
      <Title order={order}>{what} could not be loaded</Title>
      <p>{problem.message} Nothing has been changed.</p>
      <Group>{retry && <Button onClick={retry}>Try again</Button>}</Group>
    </section>
  );
}

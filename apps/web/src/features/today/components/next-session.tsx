import { Button, Group, Title } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Session } from '~/api/types';
import { SessionDay } from '~/components/when';
import classes from './today.module.css';

/** The next session, with the way to its page and into the call. */
export function NextSession({ session }: { session: Session }) {
  return (
    <section className={classes.next} aria-label="Next session">
      <div>
        <p className={classes.when}>
          Next: <SessionDay day={session.date} startsAt={session.starts_at} />
          {session.duration ? `, ${session.duration} minutes` : ''}
        </p>
        <Title order={2}>{session.client_name}</Title>
        <p className={classes.about}>{session.title}</p>
      </div>
      <Group gap="sm">
        {session.meeting_url && (
          <Button
            variant="default"
            component="a"
            href={session.meeting_url}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconVideo size={18} stroke={1.6} />}
          >
            Join the call
          </Button>
        )}
        <Button component={Link} to={`/clients/${session.client_id}`} variant="light">
          Look back with {session.client_name.split(' ')[0]}
        </Button>
        <Button component={Link} to={`/sessions/${session.id}`}>
          Open the session
        </Button>
      </Group>
    </section>
  );
}

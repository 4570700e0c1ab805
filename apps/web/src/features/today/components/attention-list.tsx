import { Button, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Attention } from '~/api/types';
import { useResendVerification } from '~/features/identity/api/use-resend-verification';
import { plural } from '~/lib/words';
import classes from './today.module.css';

interface Line {
  words: string;
  action: string;
  to: string | null;
}

/** What waits, as a sentence and one action each. */
function lineOf(item: Attention): Line {
  const session = `“${item.session_title ?? ''}” with ${item.client_name ?? ''}`;
  const link = `/sessions/${item.session_id ?? ''}`;
  switch (item.kind) {
    case 'confirm_speakers':
      return { words: `Please say who speaks in ${session}.`, action: 'Confirm speakers', to: link };
    case 'review_findings':
      return {
        words: `${plural(item.count, 'finding')} from ${session} ${item.count === 1 ? 'waits' : 'wait'} for your eye.`,
        action: 'Read them',
        to: link,
      };
    case 'analysis_failed':
      return {
        words: `The analysis of ${session} did not finish. The transcript is safe.`,
        action: 'Look',
        to: link,
      };
    case 'consent_missing':
      return {
        words: `${item.client_name ?? 'A client'} has no consent recorded; no transcript can be added yet.`,
        action: 'Record consent',
        to: `/clients/${item.client_id ?? ''}`,
      };
    case 'verify_email':
      return { words: 'Your e-mail address is not confirmed yet.', action: 'Send the mail again', to: null };
    case 'no_clients':
      return { words: 'You have no clients yet.', action: 'Add a client', to: '/clients/new' };
  }
}

export function AttentionList({ items }: { items: readonly Attention[] }) {
  const resend = useResendVerification();
  return (
    <section aria-label="What waits">
      <Title order={2}>What waits</Title>
      <ul className={classes.list}>
        {items.map((item) => {
          const line = lineOf(item);
          return (
            <li key={`${item.kind}-${item.session_id ?? item.client_id ?? ''}`}>
              <span>{line.words}</span>
              {line.to === null ? (
                <Button size="xs" variant="light" loading={resend.isPending} onClick={() => resend.mutate()}>
                  {line.action}
                </Button>
              ) : (
                <Button size="xs" variant="light" component={Link} to={line.to}>
                  {line.action}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

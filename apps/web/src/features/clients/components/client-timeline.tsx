import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Client } from '~/api/types';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { ListControls, useListQuery } from '~/components/list-controls';
import { LoadMore } from '~/components/load-more';
import { ListSkeleton } from '~/components/skeletons';
import { SessionRow } from '~/features/sessions/components/session-row';
import { firstName } from '~/lib/words';
import { useClientSessions } from '../api/use-client-sessions';

const sorts = [
  { value: '-date', label: 'Newest first' },
  { value: 'date', label: 'Oldest first' },
];

/** A client's sessions, with one line each of what mattered. */
export function ClientTimeline({ client }: { client: Client }) {
  const { search, sort } = useListQuery('-date');
  const sessions = useClientSessions(client.id, { search, sort: sort === 'date' ? 'date' : '-date' });
  const items = sessions.data?.pages.flatMap((page) => page.items) ?? [];
  const empty = sessions.isSuccess && items.length === 0;
  if (empty && !search) {
    return (
      <EmptyState
        title="No sessions yet"
        action={
          <Button
            component={Link}
            to={`/clients/${client.id}/import`}
            leftSection={<IconFileImport size={18} stroke={1.6} />}
          >
            Add transcripts
          </Button>
        }
      >
        Plan a session, or add the transcripts you have of sessions with {firstName(client.name)}: one file
        each, several at once.
      </EmptyState>
    );
  }
  return (
    <>
      {(search || items.length > 4) && <ListControls label="Search sessions" sorts={sorts} />}
      {sessions.isPending && <ListSkeleton />}
      {sessions.isError && (
        <ErrorState error={sessions.error} retry={() => void sessions.refetch()} what="The sessions" />
      )}
      {empty && <EmptyState title={`No session about “${search}”`}>Try part of its title.</EmptyState>}
      <div aria-busy={sessions.isPlaceholderData}>
        {items.map((session) => (
          <SessionRow key={session.id} session={session} withClient={false} />
        ))}
      </div>
      <LoadMore query={sessions} />
    </>
  );
}

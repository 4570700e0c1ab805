import { Button, SegmentedControl } from '@mantine/core';
import { IconBook2, IconPlus } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { ListControls, useListQuery } from '~/components/list-controls';
import { LoadMore } from '~/components/load-more';
import { Page } from '~/components/page';
import { ListSkeleton } from '~/components/skeletons';
import { useSessions } from './api/use-sessions';
import { SessionRow } from './components/session-row';

const newest = { value: '-date', label: 'Newest first' };
const oldest = { value: 'date', label: 'Oldest first' };

export function SessionsPage() {
  const [params, setParams] = useSearchParams();
  const upcoming = params.get('when') === 'upcoming';
  const sorts = upcoming
    ? [
        { value: 'date', label: 'Soonest first' },
        { value: '-date', label: 'Latest first' },
      ]
    : [newest, oldest];
  const { search, sort } = useListQuery(sorts[0]?.value ?? '-date');
  const sessions = useSessions({
    when: upcoming ? 'upcoming' : 'past',
    search,
    sort: sort === 'date' ? 'date' : '-date',
  });
  const items = sessions.data?.pages.flatMap((page) => page.items) ?? [];
  const empty = sessions.isSuccess && items.length === 0;
  const add = (
    <Button component={Link} to="/sessions/new" leftSection={<IconPlus size={18} stroke={1.8} />}>
      New session
    </Button>
  );
  return (
    <Page title="Sessions" actions={add}>
      <SegmentedControl
        mb="md"
        aria-label="Which sessions"
        value={upcoming ? 'upcoming' : 'past'}
        onChange={(value) => setParams(value === 'upcoming' ? { when: 'upcoming' } : {}, { replace: true })}
        data={[
          { value: 'past', label: 'Past' },
          { value: 'upcoming', label: 'Upcoming' },
        ]}
      />
      <ListControls key={upcoming ? 'upcoming' : 'past'} label="Search by title or client" sorts={sorts} />
      {sessions.isPending && <ListSkeleton />}
      {sessions.isError && (
        <ErrorState
          error={sessions.error}
          retry={() => void sessions.refetch()}
          what="The list of sessions"
        />
      )}
      {empty && search && (
        <EmptyState title={`Nothing found for “${search}”`}>Try part of a title or a name.</EmptyState>
      )}
      {empty && !search && (
        <EmptyState icon={IconBook2} title={upcoming ? 'Nothing planned' : 'No sessions yet'}>
          {upcoming
            ? 'Sessions you plan appear here, the soonest first.'
            : 'After a session, add it here and drop in its transcript.'}
        </EmptyState>
      )}
      <div aria-busy={sessions.isPlaceholderData}>
        {items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </div>
      <LoadMore query={sessions} />
    </Page>
  );
}

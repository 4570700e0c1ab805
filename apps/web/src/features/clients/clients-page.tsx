import { Button } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { ListControls, useListQuery } from '~/components/list-controls';
import { LoadMore } from '~/components/load-more';
import { Page } from '~/components/page';
import { ListSkeleton } from '~/components/skeletons';
import { type ClientSort, useClients } from './api/use-clients';
import { ClientRow } from './components/client-row';

const sorts = [
  { value: 'name', label: 'By name' },
  { value: '-last_session', label: 'Latest session first' },
  { value: '-created_at', label: 'Newest client first' },
];

export function ClientsPage() {
  const { search, sort } = useListQuery('name');
  const clients = useClients({ search, sort: sort as ClientSort });
  const items = clients.data?.pages.flatMap((page) => page.items) ?? [];
  const empty = clients.isSuccess && items.length === 0;
  const add = (
    <Button component={Link} to="/clients/new" leftSection={<IconPlus size={18} stroke={1.8} />}>
      Add a client
    </Button>
  );
  return (
    <Page title="Clients" actions={!(empty && !search) && add}>
      {!(empty && !search) && <ListControls label="Search clients" sorts={sorts} />}
      {clients.isPending && <ListSkeleton />}
      {clients.isError && (
        <ErrorState error={clients.error} retry={() => void clients.refetch()} what="The list of clients" />
      )}
      {empty && !search && (
        <EmptyState icon={IconUsers} title="Nobody here yet" action={add}>
          A client is a person you coach. Add one, record their consent, and drop in the transcript of a
          session.
        </EmptyState>
      )}
      {empty && search && (
        <EmptyState title={`No client called “${search}”`}>
          Try part of the name, or clear the search.
        </EmptyState>
      )}
      <div aria-busy={clients.isPlaceholderData}>
        {items.map((client) => (
          <ClientRow key={client.id} client={client} />
        ))}
      </div>
      <LoadMore query={clients} />
    </Page>
  );
}

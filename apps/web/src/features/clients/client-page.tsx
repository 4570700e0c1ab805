import { Anchor, Button, Skeleton, Tabs } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ErrorState } from '~/components/error-state';
import { Page } from '~/components/page';
import { ListSkeleton } from '~/components/skeletons';
import { useClient } from './api/use-client';
import { ClientDetails } from './components/client-details';
import { ClientFacts } from './components/client-facts';
import { ClientInsights } from './components/client-insights';
import { ClientTimeline } from './components/client-timeline';

const tabs = ['timeline', 'insights', 'details'];

export function ClientPage() {
  const { clientId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const client = useClient(clientId);
  const asked = params.get('tab') ?? 'timeline';
  const tab = tabs.includes(asked) ? asked : 'timeline';

  if (client.isPending) {
    return (
      <div aria-busy="true">
        <Skeleton height={36} width={280} mb="md" />
        <Skeleton height={16} width={420} mb="xl" />
        <ListSkeleton />
      </div>
    );
  }
  if (client.isError)
    return <ErrorState page error={client.error} retry={() => void client.refetch()} what="This client" />;

  return (
    <Page
      title={client.data.name}
      above={
        <Anchor component={Link} to="/clients">
          Clients
        </Anchor>
      }
      actions={
        <>
          <Button
            variant="default"
            component={Link}
            to={`/clients/${clientId}/import`}
            leftSection={<IconFileImport size={18} stroke={1.6} />}
          >
            Add transcripts
          </Button>
          <Button
            component={Link}
            to={`/sessions/new?client=${clientId}`}
            leftSection={<IconPlus size={18} stroke={1.8} />}
          >
            New session
          </Button>
        </>
      }
    >
      <ClientFacts client={client.data} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) =>
          setParams(value && value !== 'timeline' ? { tab: value } : {}, { replace: true })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="timeline">Timeline</Tabs.Tab>
          <Tabs.Tab value="insights">Insights</Tabs.Tab>
          <Tabs.Tab value="details">Details</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="timeline">
          <ClientTimeline client={client.data} />
        </Tabs.Panel>
        <Tabs.Panel value="insights">
          <ClientInsights client={client.data} />
        </Tabs.Panel>
        <Tabs.Panel value="details">
          <ClientDetails key={client.data.id} client={client.data} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

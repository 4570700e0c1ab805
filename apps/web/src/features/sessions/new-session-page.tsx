import { Anchor, Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useCoach } from '~/app/require-coach';
import { EmptyState } from '~/components/empty-state';
import { Page } from '~/components/page';
import { useClients } from '~/features/clients/api/use-clients';
import { useDraft } from '~/lib/draft';
import { useCreateSession } from './api/use-create-session';
import { ClientSelect } from './components/client-select';
import { emptySession, SessionForm } from './components/session-form';

export function NewSessionPage() {
  const coach = useCoach();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const clientId = params.get('client');
  const [missing, setMissing] = useState<string | null>(null);
  const create = useCreateSession();
  const clients = useClients({ limit: 30, sort: 'name', search: '' });
  const [draft, keep, drop] = useDraft(`${coach.id}.new-session`, emptySession);
  const above = (
    <Anchor component={Link} to="/sessions">
      Sessions
    </Anchor>
  );
  if (clients.data?.pages[0]?.items.length === 0) {
    return (
      <Page title="A new session" above={above}>
        <EmptyState
          icon={IconUsers}
          title="First, a client"
          action={
            <Button component={Link} to="/clients/new">
              Add a client
            </Button>
          }
        >
          A session belongs to a client. Add the person you coach, then come back here.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title="A new session" above={above}>
      <SessionForm
        initial={draft}
        submitLabel="Add the session"
        busy={create.isPending}
        error={create.error}
        onChange={keep}
        before={
          <ClientSelect
            label="Client"
            placeholder="Whose session is it?"
            value={clientId}
            error={missing}
            onChange={(id) => {
              setMissing(null);
              setParams(id ? { client: id } : {}, { replace: true });
            }}
          />
        }
        onSubmit={(body) => {
          if (!clientId) return setMissing('Please choose a client.');
          create.mutate(
            { clientId, body },
            {
              onSuccess: (session) => {
                drop();
                void navigate(`/sessions/${session.id}`, { replace: true });
              },
            },
          );
        }}
      />
    </Page>
  );
}

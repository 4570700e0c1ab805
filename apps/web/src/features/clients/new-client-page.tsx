import { Anchor } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { useCoach } from '~/app/require-coach';
import { Page } from '~/components/page';
import { useDraft } from '~/lib/draft';
import { useCreateClient } from './api/use-create-client';
import { ClientForm, emptyClient } from './components/client-form';

export function NewClientPage() {
  const coach = useCoach();
  const navigate = useNavigate();
  const create = useCreateClient();
  const [draft, keep, drop] = useDraft(`${coach.id}.new-client`, emptyClient);
  return (
    <Page
      title="A new client"
      above={
        <Anchor component={Link} to="/clients">
          Clients
        </Anchor>
      }
    >
      <ClientForm
        initial={draft}
        submitLabel="Add the client"
        busy={create.isPending}
        error={create.error}
        onChange={keep}
        onSubmit={(body) =>
          create.mutateAsync(body).then(
            (client) => {
              drop();
              return navigate(`/clients/${client.id}`, { replace: true });
            },
            () => undefined,
          )
        }
      />
    </Page>
  );
}

import { Button, Text, Title } from '@mantine/core';
import type { Client } from '~/api/types';
import { confirmDelete } from '~/components/confirm-delete';
import { say } from '~/components/notices';
import { plural } from '~/lib/words';
import { useDeleteClient } from '../api/use-delete-client';
import { useUpdateClient } from '../api/use-update-client';
import { ClientForm, valuesOf } from './client-form';

/** Edit and delete. */
export function ClientDetails({ client }: { client: Client }) {
  const update = useUpdateClient(client.id);
  const remove = useDeleteClient(client.id, client.name);
  return (
    <>
      <ClientForm
        initial={valuesOf(client)}
        submitLabel="Save"
        busy={update.isPending}
        error={update.error}
        onSubmit={(body) =>
          update.mutateAsync(body).then(
            () => say('Saved.'),
            () => undefined,
          )
        }
      />
      <Title order={2} mt={48} mb="xs">
        Delete
      </Title>
      <Text c="dimmed" maw="60ch" mb="md">
        Deletes {client.name} with {plural(client.session_count, 'session')}, their transcripts, findings and
        insights. It cannot be undone.
      </Text>
      <Button
        variant="default"
        loading={remove.isPending}
        onClick={() =>
          confirmDelete({
            title: `Delete ${client.name}?`,
            goes: `${plural(client.session_count, 'session')} with all transcripts, findings and insights will be gone. It cannot be undone.`,
            action: 'Delete all of it',
            onConfirm: () => remove.mutate(),
          })
        }
      >
        Delete {client.name}
      </Button>
    </>
  );
}

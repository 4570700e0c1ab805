import { Button, Checkbox, Group, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCoach } from '~/app/require-coach';
import { api, formData, unwrap } from '~/api/client';
import { useIdempotency } from '~/api/idempotency';
import { ApiProblem } from '~/api/problem';
import { ProblemNote } from '~/components/problem-note';
import { ClientSelect } from '~/features/sessions/components/client-select';
import panel from '~/features/transcripts/components/panel.module.css';
import { todayIn } from '~/lib/time';
import { useClients } from '~/features/clients/api/use-clients';

interface FirstUploadProps {
  file: File;
  sample: boolean;
  onCancel: () => void;
}

/** Whose session is it? Makes the client if need be, then hands the file over. */
export function FirstUpload({ file, sample, onCancel }: FirstUploadProps) {
  const today = todayIn(useCoach().time_zone);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const known = (useClients({ limit: 30, sort: 'name', search: '' }).data?.pages[0]?.items.length ?? 0) > 0;
  const [clientId, setClientId] = useState<string | null>(null);
  const [name, setName] = useState(sample ? 'Sam Sample' : '');
  const [consent, setConsent] = useState(sample);
  const clientKey = useIdempotency();
  const fileKey = useIdempotency();
  const isNew = clientId === null;
  const ready = consent && (!isNew || name.trim() !== '');

  const start = useMutation({
    mutationFn: async () => {
      const consented = { has_consented: true, consent_recorded_on: today };
      let id = clientId;
      if (id === null) {
        const body = { name: name.trim(), ...consented };
        const headers = { 'Idempotency-Key': clientKey.keyFor(body) };
        id = (await unwrap(api.POST('/api/v1/clients', { body, headers }))).id;
      } else {
        const { data } = await api.GET('/api/v1/clients/{id}', { params: { path: { id } } });
        if (data && !data.has_consented) {
          await unwrap(api.PATCH('/api/v1/clients/{id}', { params: { path: { id } }, body: consented }));
        }
      }
      const { items } = await unwrap(
        api.POST('/api/v1/clients/{id}/transcripts', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': fileKey.keyFor([id, file.name, file.size]) },
          body: formData({ files: [file] }) as never,
        }),
      );
      const [item] = items;
      if (!item?.session) {
        throw new ApiProblem(
          422,
          item?.error?.code ?? 'transcript.unread',
          item?.error?.detail ?? 'The file could not be read.',
        );
      }
      return `/clients/${id}/import?review=${item.session.id}`;
    },
    onSuccess: async (path) => {
      await queries.invalidateQueries({ refetchType: 'none' });
      await navigate(path);
    },
  });

  return (
    <section className={panel.panel}>
      <Title order={2} className={panel.title}>
        Whose session is “{file.name}”?
      </Title>
      <Stack gap="md" mt="sm" maw={440}>
        {known && (
          <ClientSelect
            label="A client you have"
            placeholder="Choose, or name a new one below"
            clearable
            value={clientId}
            onChange={setClientId}
          />
        )}
        {isNew && (
          <TextInput
            label={known ? 'A new client' : 'The client’s name'}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label="They have agreed that transcripts of our sessions are analysed"
          checked={consent}
          onChange={(event) => setConsent(event.currentTarget.checked)}
        />
        <ProblemNote error={start.error} />
        <Group>
          <Button disabled={!ready} loading={start.isPending} onClick={() => start.mutate()}>
            Add it
          </Button>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            Not now
          </Button>
        </Group>
      </Stack>
    </section>
  );
}

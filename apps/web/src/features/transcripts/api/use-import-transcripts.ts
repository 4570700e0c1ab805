import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, formData, unwrap } from '~/api/client';
import { useIdempotency } from '~/api/idempotency';
import { keys } from '~/api/query-client';

/** Sends several transcripts of one client; each becomes a session that is held until it has been looked at. */
export function useImportTranscripts(clientId: string) {
  const queries = useQueryClient();
  const idempotency = useIdempotency();
  return useMutation({
    mutationFn: (files: File[]) =>
      unwrap(
        api.POST('/api/v1/clients/{id}/transcripts', {
          params: { path: { id: clientId } },
          headers: {
            'Idempotency-Key': idempotency.keyFor(
              files.map((file) => [file.name, file.size, file.lastModified]),
            ),
          },
          body: formData({ files }) as never,
        }),
      ),
    onSuccess: async ({ items }) => {
      idempotency.done();
      for (const { session } of items) if (session) queries.setQueryData(keys.session(session.id), session);
      await queries.invalidateQueries({ queryKey: [...keys.sessions, 'list'] });
      await queries.invalidateQueries({ queryKey: keys.clients });
      await queries.invalidateQueries({ queryKey: keys.today });
    },
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { useIdempotency } from '~/api/idempotency';
import { keys } from '~/api/query-client';
import type { SessionWrite } from '~/api/types';

/** Adds a session to a client. */
export function useCreateSession() {
  const queries = useQueryClient();
  const idempotency = useIdempotency();
  return useMutation({
    mutationFn: ({ clientId, body }: { clientId: string; body: SessionWrite }) =>
      unwrap(
        api.POST('/api/v1/clients/{id}/sessions', {
          params: { path: { id: clientId } },
          body,
          headers: { 'Idempotency-Key': idempotency.keyFor({ clientId, body }) },
        }),
      ),
    onSuccess: async () => {
      idempotency.done();
      await queries.invalidateQueries({ queryKey: keys.sessions, refetchType: 'none' });
      await queries.invalidateQueries({ queryKey: keys.clients, refetchType: 'none' });
      await queries.invalidateQueries({ queryKey: keys.today, refetchType: 'none' });
    },
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { useIdempotency } from '~/api/idempotency';
import { keys } from '~/api/query-client';
import type { ClientWrite } from '~/api/types';

/** Adds a client. */
export function useCreateClient() {
  const queries = useQueryClient();
  const idempotency = useIdempotency();
  return useMutation({
    mutationFn: (body: ClientWrite) =>
      unwrap(api.POST('/api/v1/clients', { body, headers: { 'Idempotency-Key': idempotency.keyFor(body) } })),
    onSuccess: async (client) => {
      idempotency.done();
      queries.setQueryData(keys.client(client.id), client);
      await queries.invalidateQueries({ queryKey: keys.clients, refetchType: 'none' });
      await queries.invalidateQueries({ queryKey: keys.today });
    },
  });
}

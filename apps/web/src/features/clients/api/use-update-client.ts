import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { Client, ClientPatch } from '~/api/types';

/** Changes a client; the page shows the change at once and takes it back if the server refuses. */
export function useUpdateClient(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ClientPatch) =>
      unwrap(api.PATCH('/api/v1/clients/{id}', { params: { path: { id } }, body })),
    onMutate: async (body) => {
      await queries.cancelQueries({ queryKey: keys.client(id), exact: true });
      const before = queries.getQueryData<Client>(keys.client(id));
      if (before)
        queries.setQueryData<Client>(keys.client(id), {
          ...before,
          ...body,
          ...(body.has_consented === false ? { consent_recorded_on: null } : {}),
        });
      return { before };
    },
    onError: (_error, _body, context) => {
      if (context?.before) queries.setQueryData(keys.client(id), context.before);
    },
    onSuccess: (client) => queries.setQueryData(keys.client(id), client),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: [...keys.clients, 'list'] });
      await queries.invalidateQueries({ queryKey: keys.sessions });
      await queries.invalidateQueries({ queryKey: keys.today });
    },
  });
}

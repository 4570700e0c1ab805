import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { SessionPatch } from '~/api/types';

/** Changes title, date and the like. */
export function useUpdateSession(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SessionPatch) =>
      unwrap(api.PATCH('/api/v1/sessions/{id}', { params: { path: { id } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.sessions });
      await queries.invalidateQueries({ queryKey: keys.clients });
      await queries.invalidateQueries({ queryKey: keys.today });
    },
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import { sayProblem } from '~/components/notices';

/** Deletes a session with its transcript, findings and insight. */
export function useDeleteSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
    onSuccess: async (_none, id) => {
      queries.removeQueries({ queryKey: keys.session(id) });
      for (const queryKey of [keys.sessions, keys.clients, keys.today, keys.growth, keys.insights]) {
        await queries.invalidateQueries({ queryKey });
      }
    },
    onError: (error) => sayProblem('The session was not deleted', error),
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import { say, sayProblem } from '~/components/notices';

/** Deletes an insight. Transcript and signals stay; it can be made again. */
export function useDeleteInsight() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE('/api/v1/session-insights/{id}', { params: { path: { id } } })),
    onSuccess: async (_none, id) => {
      say('The insight is deleted. It can be made again.');
      queries.removeQueries({ queryKey: keys.insight(id) });
      for (const queryKey of [keys.sessions, keys.today, keys.insights])
        await queries.invalidateQueries({ queryKey });
    },
    onError: (error) => sayProblem('The insight was not deleted', error),
  });
}

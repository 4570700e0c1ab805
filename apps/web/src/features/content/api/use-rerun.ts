import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { PartName } from '~/api/types';
import { sayProblem } from '~/components/notices';

/** Has the analysis, or some of its parts, made again. */
export function useRerun(sessionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (parts?: PartName[]) =>
      unwrap(
        api.POST('/api/v1/sessions/{id}/content/rerun', {
          params: { path: { id: sessionId } },
          body: parts ? { parts } : {},
        }),
      ),
    onSuccess: async (content) => {
      queries.setQueryData(keys.content(sessionId), content);
      await queries.invalidateQueries({ queryKey: keys.session(sessionId), exact: true });
    },
    onError: (error) => sayProblem('The analysis was not started', error),
  });
}

import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { toProblem } from '~/api/problem';
import { keys } from '~/api/query-client';
import type { Shift } from '~/api/types';

/** The SHIFT overview of a session; `null` while there is none. */
export function useShift(sessionId: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.shift(sessionId),
    enabled,
    queryFn: async (): Promise<Shift | null> => {
      try {
        return await unwrap(api.GET('/api/v1/sessions/{id}/shift', { params: { path: { id: sessionId } } }));
      } catch (error) {
        if (toProblem(error).isNotFound) return null;
        throw error;
      }
    },
  });
}

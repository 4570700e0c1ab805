import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** A session's insight with all its sections. */
export function useInsight(id: string | null) {
  return useQuery({
    queryKey: keys.insight(id ?? ''),
    enabled: id !== null,
    queryFn: () => unwrap(api.GET('/api/v1/session-insights/{id}', { params: { path: { id: id ?? '' } } })),
  });
}

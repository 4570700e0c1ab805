import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** Where the four parts of a session's analysis stand. */
export function useContent(sessionId: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.content(sessionId),
    enabled,
    queryFn: () => unwrap(api.GET('/api/v1/sessions/{id}/content', { params: { path: { id: sessionId } } })),
  });
}

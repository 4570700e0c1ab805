import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** One session with what is known of its transcript and content. */
export function useSession(id: string) {
  return useQuery({
    queryKey: keys.session(id),
    queryFn: () => unwrap(api.GET('/api/v1/sessions/{id}', { params: { path: { id } } })),
  });
}

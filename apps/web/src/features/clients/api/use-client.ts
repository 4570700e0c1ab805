import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** One client. */
export function useClient(id: string) {
  return useQuery({
    queryKey: keys.client(id),
    enabled: id !== '',
    queryFn: () => unwrap(api.GET('/api/v1/clients/{id}', { params: { path: { id } } })),
  });
}

import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** Mail caught on this machine while no mail server is set up. */
export function useMails() {
  return useQuery({
    queryKey: keys.mails,
    refetchInterval: 5000,
    queryFn: () => unwrap(api.GET('/api/v1/dev/mails', { params: { query: { limit: 50 } } })),
  });
}

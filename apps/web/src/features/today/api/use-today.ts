import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** What the day holds: upcoming and recent sessions, and what waits for the coach. */
export function useToday() {
  return useQuery({
    queryKey: keys.today,
    queryFn: () => unwrap(api.GET('/api/v1/today')),
    staleTime: 10_000,
    // While something is being analysed its state on this page is worth a look now and then.
    refetchInterval: (query) =>
      query.state.data?.recent.some(
        ({ content_status: status }) => status === 'pending' || status === 'processing',
      )
        ? 3000
        : false,
  });
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** SHIFT over time: one point per analysed session, newest first. */
export function useGrowth(clientId: string | null) {
  return useInfiniteQuery({
    queryKey: keys.growthOf(clientId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/shift/growth', {
          params: { query: { limit: 24, cursor: pageParam, ...(clientId ? { client_id: clientId } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

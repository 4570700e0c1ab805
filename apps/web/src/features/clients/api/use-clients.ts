import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

export type ClientSort = 'name' | '-name' | 'created_at' | '-created_at' | '-last_session';

/** The coach's clients, searched and sorted by the server. */
export function useClients(query: { search: string; sort: ClientSort; limit?: number }) {
  return useInfiniteQuery({
    queryKey: keys.clientList(query),
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/clients', {
          params: { query: { limit: 20, ...query, search: query.search || undefined, cursor: pageParam } },
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

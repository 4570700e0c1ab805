import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

interface SessionQuery {
  when: 'all' | 'upcoming' | 'past';
  search: string;
  sort: 'date' | '-date';
  limit?: number;
}

/** Sessions over all clients. */
export function useSessions(query: SessionQuery) {
  return useInfiniteQuery({
    queryKey: keys.sessionList(query),
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/sessions', {
          params: { query: { limit: 20, ...query, search: query.search || undefined, cursor: pageParam } },
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

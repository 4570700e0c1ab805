import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** A client's sessions. */
export function useClientSessions(id: string, query: { search: string; sort: 'date' | '-date' }) {
  return useInfiniteQuery({
    queryKey: keys.sessionList({ client: id, ...query }),
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/clients/{id}/sessions', {
          params: {
            path: { id },
            query: { ...query, when: 'all', limit: 20, search: query.search || undefined, cursor: pageParam },
          },
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** The whole transcript as utterances: the first part is shown at once, the rest follows by itself. */
export function useUtterances(sessionId: string, enabled: boolean) {
  const query = useInfiniteQuery({
    queryKey: keys.utterances(sessionId),
    enabled,
    staleTime: 5 * 60_000,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/sessions/{id}/utterances', {
          params: { path: { id: sessionId }, query: { limit: 500, cursor: pageParam } },
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const { hasNextPage, isFetching, fetchNextPage, isError } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return query;
}

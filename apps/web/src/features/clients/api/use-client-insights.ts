import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

const SIZE = 20;

/** A client's insights, newest session first. */
export function useClientInsights(id: string) {
  return useInfiniteQuery({
    queryKey: keys.insightList(id),
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/session-insights/relationship/{id}', {
          params: { path: { id }, query: { limit: SIZE, offset: pageParam } },
        }),
      ),
    getNextPageParam: (page, pages) => {
      const seen = pages.reduce((sum, { insights }) => sum + insights.length, 0);
      return page.insights.length > 0 && seen < page.total_count ? seen : undefined;
    },
  });
}

import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** The SHIFT rubric: principles and patterns with their definitions. */
export function useTaxonomy() {
  return useQuery({
    queryKey: keys.taxonomy,
    staleTime: Infinity,
    queryFn: () => unwrap(api.GET('/api/v1/shift/taxonomy')),
  });
}

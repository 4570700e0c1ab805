import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';

/** The coach's own profile. */
export function useProfile() {
  return useQuery({ queryKey: keys.profile, queryFn: () => unwrap(api.GET('/api/v1/profile')) });
}

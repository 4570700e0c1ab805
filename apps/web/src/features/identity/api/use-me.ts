import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { toProblem } from '~/api/problem';
import { keys } from '~/api/query-client';
import type { User } from '~/api/types';

/** Who is signed in; `null` when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: keys.me,
    staleTime: 5 * 60_000,
    queryFn: async (): Promise<User | null> => {
      try {
        return await unwrap(api.GET('/api/v1/auth/me'));
      } catch (error) {
        if (toProblem(error).status === 401) return null;
        throw error;
      }
    },
  });
}

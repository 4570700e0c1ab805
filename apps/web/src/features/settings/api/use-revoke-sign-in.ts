import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import { say, sayProblem } from '~/components/notices';

/** Ends a sign-in on another device. */
export function useRevokeSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE('/api/v1/auth/sign-ins/{id}', { params: { path: { id } } })),
    onSuccess: () => say('That sign-in has ended.'),
    onError: (error) => sayProblem('That sign-in is still there', error),
    onSettled: () => client.invalidateQueries({ queryKey: keys.signIns }),
  });
}

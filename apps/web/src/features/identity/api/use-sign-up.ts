import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { SignUp } from '~/api/types';

/** Makes a coach's account and signs in. */
export function useSignUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignUp) => unwrap(api.POST('/api/v1/auth/register', { body })),
    onSuccess: ({ user }) => {
      client.clear();
      client.setQueryData(keys.me, user);
    },
  });
}

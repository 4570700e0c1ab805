import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';

/** Sets a new password with the token of a mailed link. */
export function useResetPassword() {
  return useMutation({
    mutationFn: (body: { token: string; password: string }) =>
      unwrap(api.POST('/api/v1/auth/password/reset', { body })),
  });
}

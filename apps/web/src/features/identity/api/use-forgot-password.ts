import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';

/** Asks for a link to set a new password. The answer never tells whether the address is known. */
export function useForgotPassword() {
  return useMutation({
    mutationFn: (email: string) => unwrap(api.POST('/api/v1/auth/password/forgot', { body: { email } })),
  });
}

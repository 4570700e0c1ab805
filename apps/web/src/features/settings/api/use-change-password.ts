import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { say } from '~/components/notices';

/** Changes the password of the signed-in person. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { current_password: string; new_password: string }) =>
      unwrap(api.POST('/api/v1/auth/password/change', { body })),
    onSuccess: () => say('Your password is changed.'),
  });
}

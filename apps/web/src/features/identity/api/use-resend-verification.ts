import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { say, sayProblem } from '~/components/notices';

/** Sends the confirmation mail again. */
export function useResendVerification() {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/auth/verify-email/resend')),
    onSuccess: () => say('The mail is on its way. The link in it works once.'),
    onError: (error) => sayProblem('The mail was not sent', error),
  });
}

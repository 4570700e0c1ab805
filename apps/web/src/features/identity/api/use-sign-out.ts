import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import { sayProblem } from '~/components/notices';
import { clearDrafts } from '~/lib/draft';

/** Ends this sign-in and leaves nothing of it in the browser: neither data nor drafts. */
export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/auth/logout')),
    onSuccess: async () => {
      clearDrafts();
      await navigate('/sign-in', { replace: true });
      client.clear();
      client.setQueryData(keys.me, null);
    },
    onError: (error) => sayProblem('You are still signed in', error),
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, unwrap } from '~/api/client';
import { say, sayProblem } from '~/components/notices';

/** Deletes a client with all sessions, transcripts and findings. */
export function useDeleteClient(id: string, name: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/clients/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      await navigate('/clients', { replace: true });
      say(`${name} and all that belonged to the coaching is deleted.`);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[1] !== id,
      });
    },
    onError: (error) => sayProblem(`${name} was not deleted`, error),
  });
}

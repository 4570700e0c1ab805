import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { SpeakerChoice } from '~/api/types';

/** Says who is coach and who is client; the analysis starts with it. */
export function useConfirmSpeakers() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ sessionId, speakers }: { sessionId: string; speakers: SpeakerChoice[] }) =>
      unwrap(
        api.PUT('/api/v1/sessions/{id}/transcript/speakers', {
          params: { path: { id: sessionId } },
          body: { speakers },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.sessions });
      await queries.invalidateQueries({ queryKey: keys.today });
    },
  });
}

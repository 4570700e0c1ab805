import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { MovedUtterance, SpeakerChoice } from '~/api/types';

interface Confirmation {
  sessionId: string;
  speakers: SpeakerChoice[];
  /** Lines given to another speaker. */
  utterances?: MovedUtterance[];
}

/** Says who is coach and who is client; the analysis starts with it. */
export function useConfirmSpeakers() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ sessionId, speakers, utterances }: Confirmation) =>
      unwrap(
        api.PUT('/api/v1/sessions/{id}/transcript/speakers', {
          params: { path: { id: sessionId } },
          body: { speakers, ...(utterances ? { utterances } : {}) },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.sessions });
      await queries.invalidateQueries({ queryKey: keys.today });
    },
  });
}

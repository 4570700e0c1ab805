import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, formData, unwrap } from '~/api/client';
import { useIdempotency } from '~/api/idempotency';
import { keys } from '~/api/query-client';

/** What can be sent as a transcript: a file as it is, or pasted text. */
export type TranscriptSource = { file: File } | { text: string };

/** Gives a session its transcript (or another one). The one before stays if this fails. */
export function useUploadTranscript(sessionId: string) {
  const queries = useQueryClient();
  const idempotency = useIdempotency();
  return useMutation({
    mutationFn: (source: TranscriptSource) => {
      const print =
        'file' in source ? [source.file.name, source.file.size, source.file.lastModified] : [source.text];
      return unwrap(
        api.POST('/api/v1/sessions/{id}/transcript', {
          params: { path: { id: sessionId } },
          headers: { 'Idempotency-Key': idempotency.keyFor([sessionId, ...print]) },
          body: 'file' in source ? (formData({ file: source.file }) as never) : { text: source.text },
        }),
      );
    },
    onSuccess: async () => {
      idempotency.done();
      // Findings of the transcript before are gone; what is on screen must not outlive them.
      for (const key of [keys.utterances, keys.content, keys.shift, keys.signals]) {
        queries.removeQueries({ queryKey: key(sessionId) });
      }
      await queries.invalidateQueries({ queryKey: keys.sessions });
      await queries.invalidateQueries({ queryKey: keys.today });
      await queries.invalidateQueries({ queryKey: keys.clients });
    },
  });
}

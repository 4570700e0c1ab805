import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { Signal } from '~/api/types';

/** All signals of a session, in the order of the conversation. */
export function useSignals(sessionId: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.signals(sessionId),
    enabled,
    queryFn: async (): Promise<Signal[]> => {
      const all: Signal[] = [];
      let cursor: string | undefined;
      do {
        const page = await unwrap(
          api.GET('/api/v1/sessions/{id}/signals', {
            params: { path: { id: sessionId }, query: { limit: 100, cursor } },
          }),
        );
        all.push(...page.items);
        cursor = page.next_cursor ?? undefined;
      } while (cursor);
      return all.toSorted((a, b) => a.quote_utterance - b.quote_utterance);
    },
  });
}

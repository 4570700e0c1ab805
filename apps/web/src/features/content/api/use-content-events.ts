import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '~/api/query-client';
import type { Content, PartName } from '~/api/types';

const RETRY_MS = 2500;

const finished = (content: Content | undefined, part: PartName) =>
  content?.parts.find((item) => item.part === part)?.status === 'completed';

/**
 * Follows an analysis live over server-sent events while `active`. What a finished part has made is fetched as soon as
 * it is there. The browser reconnects by itself after a lost line; after a refused one it is tried anew.
 * @returns whether the line is open at the moment.
 */
export function useContentEvents(sessionId: string, active: boolean): boolean {
  const queries = useQueryClient();
  const [open, setOpen] = useState(true);

  useEffect(() => {
    if (!active) return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = (queryKey: readonly unknown[], exact = false) =>
      void queries.invalidateQueries({ queryKey, exact });

    const onContent = (event: MessageEvent<string>) => {
      const content = JSON.parse(event.data) as Content;
      const before = queries.getQueryData<Content>(keys.content(sessionId));
      queries.setQueryData(keys.content(sessionId), content);
      if (finished(content, 'shift_insights') && !finished(before, 'shift_insights')) {
        refresh(keys.signals(sessionId));
        refresh(keys.shift(sessionId));
        refresh(keys.utterances(sessionId));
      }
      if (finished(content, 'session_analysis') && !finished(before, 'session_analysis')) {
        refresh(keys.session(sessionId), true);
        refresh(keys.insights);
      }
    };
    const onDone = () => {
      source?.close();
      for (const key of [keys.session(sessionId), keys.today, keys.clients, keys.growth, keys.insights])
        refresh(key);
      refresh([...keys.sessions, 'list']);
    };
    const connect = () => {
      source = new EventSource(`/api/v1/sessions/${sessionId}/content/events`);
      source.addEventListener('open', () => setOpen(true));
      source.addEventListener('content', onContent);
      source.addEventListener('done', onDone);
      source.addEventListener('error', () => {
        setOpen(false);
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, RETRY_MS);
      });
    };
    connect();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [sessionId, active, queries]);
  return open;
}

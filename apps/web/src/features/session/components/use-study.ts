import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { Signal } from '~/api/types';
import { useVerdict } from '~/features/shift/api/use-verdict';
import type { SignalActions } from '~/features/shift/components/signal-card';
import { scrollToUtterance, useFocusStore } from '~/features/transcripts/reader/focus';
import { useSignalKeys } from './use-signal-keys';

type View = 'transcript' | 'shift' | 'insight';

interface Study {
  sessionId: string;
  /** The signals that can be walked, in their order. */
  signals: readonly Signal[];
  ready: boolean;
  view: View;
  setView: (view: View) => void;
}

const lightOf = (signal: Signal) => ({
  source: signal.id,
  utterances: signal.utterances.map(({ sequence_number }) => sequence_number),
  quotes: [{ utterance: signal.quote_utterance, text: signal.quote }],
});

/** How long the pointer rests on a signal before the transcript follows it. */
const REST_MS = 450;

/** Waits until what was just asked for is drawn. */
const drawn = (work: () => void) => requestAnimationFrame(() => requestAnimationFrame(work));

/** What is selected while a session is studied, and the ways from finding to words and back. */
export function useStudy({ sessionId, signals, ready, view, setView }: Study) {
  const focus = useFocusStore();
  const verdict = useVerdict(sessionId);
  const { hash } = useLocation();
  const [params, setParams] = useSearchParams();
  const selected = params.get('signal');
  const [editing, setEditing] = useState<string | null>(null);
  const [cameFrom, setCameFrom] = useState<'shift' | 'insight' | null>(null);
  const narrow = useMediaQuery('(max-width: 68em)', false, { getInitialValueInEffect: false });
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);

  const select = useCallback(
    (id: string | null, tab?: View) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (id) next.set('signal', id);
          else next.delete('signal');
          if (tab === 'transcript') next.delete('tab');
          else if (tab) next.set('tab', tab);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );

  /** Goes to words in the transcript; on a phone that means turning to it. */
  const turnTo = useCallback(
    (utterance: number, from: 'shift' | 'insight') => {
      if (!narrow) return scrollToUtterance(utterance);
      setCameFrom(from);
      setView('transcript');
      drawn(() => scrollToUtterance(utterance));
    },
    [narrow, setView],
  );

  const show = useCallback(
    (signal: Signal) => {
      focus.set(lightOf(signal));
      select(signal.id, narrow ? 'transcript' : 'shift');
      if (narrow) setCameFrom('shift');
      drawn(() => scrollToUtterance(signal.quote_utterance));
    },
    [focus, narrow, select],
  );

  /** From a mark in the margin, or by key: to the signal's card. */
  const openCard = useCallback(
    (signal: Signal) => {
      focus.set(lightOf(signal));
      select(signal.id, 'shift');
      drawn(() => {
        const card = document.getElementById(`signal-${signal.id}`);
        card?.scrollIntoView({ block: narrow ? 'center' : 'nearest' });
        card?.focus({ preventScroll: true });
      });
    },
    [focus, narrow, select],
  );

  const showUtterance = useCallback(
    (utterance: number, quote?: string) => {
      focus.set({
        source: 'evidence',
        utterances: [utterance],
        quotes: quote ? [{ utterance, text: quote }] : [],
      });
      turnTo(utterance, view === 'insight' ? 'insight' : 'shift');
    },
    [focus, turnTo, view],
  );

  const { mutate } = verdict;
  const actions = useMemo<SignalActions>(
    () => ({
      show,
      hover: (signal) => {
        clearTimeout(rest.current);
        if (narrow || !signal) return;
        focus.set(lightOf(signal));
        rest.current = setTimeout(() => scrollToUtterance(signal.quote_utterance), REST_MS);
      },
      judge: (signal, next) => mutate({ signal, verdict: next }),
      save: (signal, feedback, better_example) => {
        setEditing(null);
        mutate({ signal, verdict: 'edited', feedback, better_example });
      },
      edit: (signal) => setEditing(signal?.id ?? null),
    }),
    [focus, mutate, narrow, show],
  );

  const walk = useCallback(
    (step: 1 | -1) => {
      if (signals.length === 0) return;
      const at = signals.findIndex(({ id }) => id === selected);
      const next =
        at < 0 ? (step === 1 ? 0 : signals.length - 1) : Math.min(signals.length - 1, Math.max(0, at + step));
      const signal = signals[next];
      if (!signal) return;
      openCard(signal);
      if (!narrow) drawn(() => scrollToUtterance(signal.quote_utterance));
    },
    [narrow, openCard, selected, signals],
  );
  useSignalKeys({
    walk,
    selected: signals.find(({ id }) => id === selected) ?? null,
    actions,
    clear: () => {
      focus.clear();
      if (selected) select(null);
    },
  });

  // A link may name a signal or an utterance: on arriving, it is lit and in view.
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current || (!ready && !hash)) return;
    arrived.current = true;
    const signal = signals.find(({ id }) => id === selected);
    const utterance = /^#u-(\d+)$/.exec(hash)?.[1];
    if (signal) {
      focus.set(lightOf(signal));
      drawn(() => {
        scrollToUtterance(signal.quote_utterance);
        document.getElementById(`signal-${signal.id}`)?.scrollIntoView({ block: 'nearest' });
      });
    } else if (utterance) {
      focus.set({ source: 'link', utterances: [Number(utterance)], quotes: [] });
      drawn(() => scrollToUtterance(Number(utterance)));
    }
  }, [ready, hash, signals, selected, focus]);

  const goBack = useCallback(() => {
    if (!cameFrom) return;
    setView(cameFrom);
    setCameFrom(null);
    if (selected)
      drawn(() => document.getElementById(`signal-${selected}`)?.scrollIntoView({ block: 'center' }));
  }, [cameFrom, selected, setView]);

  return { selected, editing, actions, pick: openCard, showUtterance, cameFrom, goBack };
}

import { useEffect, useRef } from 'react';
import type { Signal } from '~/api/types';
import type { SignalActions } from '~/features/shift/components/signal-card';
import { useLetterKeys } from '~/lib/preferences';

interface SignalKeys {
  walk: (step: 1 | -1) => void;
  selected: Signal | null;
  actions: SignalActions;
  clear: () => void;
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.role === 'combobox');

/** j and k walk the signals; a, d and e agree with, dismiss and edit the one selected; Escape lets go of it. */
export function useSignalKeys(keys: SignalKeys): void {
  const [enabled] = useLetterKeys();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || document.querySelector('[aria-modal="true"]')) return;
      const { walk, selected, actions, clear } = latest.current;
      if (event.key === 'Escape') return clear();
      if (!enabled) return;
      if (event.key === 'j') walk(1);
      else if (event.key === 'k') walk(-1);
      else if (!selected) return;
      else if (event.key === 'a')
        actions.judge(selected, selected.verdict === 'confirmed' ? null : 'confirmed');
      else if (event.key === 'd')
        actions.judge(selected, selected.verdict === 'dismissed' ? null : 'dismissed');
      else if (event.key === 'e' && selected.verdict !== 'dismissed') actions.edit(selected);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}

import { createContext, useContext, useState, useSyncExternalStore } from 'react';

/** What is lit in the transcript: whole utterances, and the exact words in them. */
export interface Focus {
  /** Who asked for it: a signal's id or a piece of evidence. */
  source: string | null;
  utterances: readonly number[];
  quotes: readonly { utterance: number; text: string }[];
}

const nothing: Focus = { source: null, utterances: [], quotes: [] };

/**
 * The light that wanders over the transcript. A store of its own, so that of hundreds of utterances only those that
 * change are drawn again.
 */
export class FocusStore {
  private current = nothing;
  private readonly listeners = new Set<() => void>();

  get = () => this.current;

  set = (focus: Focus) => {
    this.current = focus;
    for (const listener of this.listeners) listener();
  };

  clear = (source?: string) => {
    if (source === undefined || this.current.source === source) this.set(nothing);
  };

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
}

const Context = createContext<FocusStore | null>(null);

export function FocusProvider({ children }: { children: React.ReactNode }) {
  const [store] = useState(() => new FocusStore());
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

export function useFocusStore(): FocusStore {
  const store = useContext(Context);
  if (!store) throw new Error('useFocusStore is used outside a FocusProvider');
  return store;
}

/** Whether an utterance is lit, and which words of it (joined by a line break); `null` when it is not. */
export function useLit(utterance: number): string | null {
  const store = useFocusStore();
  return useSyncExternalStore(store.subscribe, () => {
    const { utterances, quotes } = store.get();
    const words = quotes.filter((quote) => quote.utterance === utterance);
    if (words.length > 0) return words.map((quote) => quote.text).join('\n');
    return utterances.includes(utterance) ? '' : null;
  });
}

const reducedMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Brings an utterance into the middle of the window, unless it can be read where it is. */
export function scrollToUtterance(utterance: number): void {
  const element = document.getElementById(`u-${utterance}`);
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const height = window.innerHeight;
  if (top > 96 && bottom < height - 96) return;
  const far = Math.abs(top) > height * 3;
  element.scrollIntoView({ block: 'center', behavior: far || reducedMotion() ? 'instant' : 'smooth' });
  // Parts of the transcript that were never drawn have a guessed height; once drawn, the place is corrected.
  if (far)
    requestAnimationFrame(() => requestAnimationFrame(() => element.scrollIntoView({ block: 'center' })));
}

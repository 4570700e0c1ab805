import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'journeyloop.draft.';

function read<T>(key: string): T | undefined {
  try {
    const stored = localStorage.getItem(PREFIX + key);
    return stored === null ? undefined : (JSON.parse(stored) as T);
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown) {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs the draft, never the writing.
  }
}

/** Forgets all drafts: on signing out, what was being written leaves this browser too. */
export function clearDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/**
 * What is being written, kept in this browser until it is sent or dropped.
 * @returns the value found or `initial`, a function that keeps a new value, and one that forgets it.
 */
export function useDraft<T>(key: string, initial: T): [T, (value: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => read<T>(key) ?? initial);
  const [start] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<T | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (pending.current !== undefined) write(key, pending.current);
    pending.current = undefined;
  }, [key]);
  useEffect(() => {
    // Leaving the page, by link or by closing it, must not lose the last words.
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const set = useCallback(
    (next: T) => {
      setValue(next);
      pending.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, 300);
    },
    [flush],
  );
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = undefined;
    setValue(start);
    write(key, undefined);
  }, [key, start]);
  return [value, set, clear];
}

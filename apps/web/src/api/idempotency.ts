import { useRef } from 'react';
import { newKey } from './client';

/**
 * One key per distinct body, kept until the write succeeded: pressing "Save" again after a lost answer sends the
 * same key, so the server answers with what it already made.
 */
export function useIdempotency() {
  const keys = useRef(new Map<string, string>());
  return {
    keyFor(body: unknown): string {
      const print = JSON.stringify(body);
      const known = keys.current.get(print);
      if (known) return known;
      const key = newKey();
      keys.current.set(print, key);
      return key;
    },
    done() {
      keys.current.clear();
    },
  };
}

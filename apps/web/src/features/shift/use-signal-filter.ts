import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Signal, SignalKind } from '~/api/types';

export interface SignalFilter {
  kind: SignalKind | null;
  principle: string | null;
}

/** Which signals are shown, kept in the address. */
export function useSignalFilter(signals: readonly Signal[]) {
  const [params, setParams] = useSearchParams();
  const asked = params.get('kind');
  const kind: SignalKind | null = asked === 'excellence' || asked === 'growth' ? asked : null;
  const principle = params.get('principle');
  const shown = useMemo(
    () =>
      signals.filter(
        (signal) => (!kind || signal.kind === kind) && (!principle || signal.principle === principle),
      ),
    [signals, kind, principle],
  );
  const setFilter = useCallback(
    (next: Partial<SignalFilter>) =>
      setParams(
        (old) => {
          const changed = new URLSearchParams(old);
          for (const [name, value] of Object.entries(next)) {
            if (value) changed.set(name, value);
            else changed.delete(name);
          }
          return changed;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return { filter: { kind, principle }, shown, setFilter };
}

import type { PrincipleScore, SignalKind } from './types';

/** Signals of one principle and kind that the coach has dismissed. */
export interface DismissedCount {
  principle: string;
  kind: SignalKind;
  count: number;
}

/**
 * A session's scores without what the coach has dismissed: counts shrink, and the share is taken anew from what is
 * left. Untouched principles keep their certainty-weighted share.
 */
export function discountDismissed(scores: PrincipleScore[], dismissed: DismissedCount[]): PrincipleScore[] {
  return scores.map((score) => {
    const gone = (kind: SignalKind): number =>
      dismissed.find((entry) => entry.principle === score.principle && entry.kind === kind)?.count ?? 0;
    if (gone('excellence') + gone('growth') === 0) return score;
    const excellenceCount = Math.max(0, score.excellenceCount - gone('excellence'));
    const growthCount = Math.max(0, score.growthCount - gone('growth'));
    const left = excellenceCount + growthCount;
    return { ...score, excellenceCount, growthCount, score: left === 0 ? null : excellenceCount / left };
  });
}

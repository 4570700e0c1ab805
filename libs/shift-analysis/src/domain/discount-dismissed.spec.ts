import { discountDismissed } from './discount-dismissed';
import type { PrincipleScore } from './types';

const score = (excellenceCount: number, growthCount: number, share: number | null): PrincipleScore => ({
  principle: 'surface_emotion',
  excellenceCount,
  growthCount,
  score: share,
  evidence: [3],
});

describe('discountDismissed', () => {
  it('leaves a principle without dismissals as it was', () => {
    const scores = [score(2, 1, 0.7)];
    expect(discountDismissed(scores, [{ principle: 'find_the_pattern', kind: 'growth', count: 1 }])).toEqual(
      scores,
    );
  });

  it('counts what is left', () => {
    expect(
      discountDismissed([score(2, 2, 0.55)], [{ principle: 'surface_emotion', kind: 'growth', count: 1 }]),
    ).toMatchObject([{ excellenceCount: 2, growthCount: 1, score: 2 / 3 }]);
  });

  it('has no share when nothing is left, and never counts below zero', () => {
    expect(
      discountDismissed([score(0, 1, 0)], [{ principle: 'surface_emotion', kind: 'growth', count: 3 }]),
    ).toMatchObject([{ excellenceCount: 0, growthCount: 0, score: null }]);
  });
});

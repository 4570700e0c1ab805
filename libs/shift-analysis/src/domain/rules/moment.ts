import type { Line, SessionView } from '../session-view';
import type { FeelingWord } from '../text/feelings';

/** A possible finding before it is selected and put into words. */
export interface Moment {
  /** Annotation code of the guide, key into the taxonomy. */
  code: string;
  /** The coach's utterance that makes (or misses) the move. */
  move: Line;
  /** Further coach utterances of the same move when it was split by "mm-hmm". */
  moreMoves: Line[];
  /** What the client said that the move answers; `null` when the move opens something itself. */
  trigger: Line | null;
  /** What the client said next, when it says something about the move's effect. */
  response: Line | null;
  /** A feeling the moment is about, if one was voiced. */
  feeling: FeelingWord | null;
  /** The words of the coach's move (in `plain` form) that made the rule fire: they belong into the quote. */
  cue: string | null;
  /** Words of the trigger (in `plain` form) that made it count, for the quote of the client's side. */
  triggerCue: string | null;
  /** 0..1, how sure the rule is. */
  certainty: number;
}

/** A rule reads the whole session and returns what it found, in any order. */
export type Rule = (view: SessionView) => Moment[];

export function moment(
  code: string,
  move: Line,
  certainty: number,
  rest: Partial<Omit<Moment, 'code' | 'move' | 'certainty'>> = {},
): Moment {
  return {
    code,
    move,
    certainty: Math.max(0, Math.min(1, certainty)),
    moreMoves: rest.moreMoves ?? [],
    trigger: rest.trigger ?? null,
    response: rest.response ?? null,
    feeling: rest.feeling ?? null,
    cue: rest.cue ?? null,
    triggerCue: rest.triggerCue ?? null,
  };
}

/** Weighted patterns: the strongest that matches, with the words it matched. */
export function strongest(
  patterns: readonly (readonly [RegExp, number])[],
  plainText: string,
): { weight: number; cue: string } | null {
  let best: { weight: number; cue: string } | null = null;
  for (const [pattern, weight] of patterns) {
    if (best && best.weight >= weight) continue;
    const match = pattern.exec(plainText);
    if (match) best = { weight, cue: match[0] };
  }
  return best;
}

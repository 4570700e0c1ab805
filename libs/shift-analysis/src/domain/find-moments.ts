import { findThePatternRules } from './rules/find-the-pattern';
import { handBackOwnershipRules } from './rules/hand-back-ownership';
import { illuminateContradictionsRules } from './rules/illuminate-contradictions';
import { orderPenalty } from './rules/in-dialogue';
import type { Moment, Rule } from './rules/moment';
import { surfaceEmotionRules } from './rules/surface-emotion';
import { turnInsightIntoActionRules } from './rules/turn-insight-into-action';
import type { SessionView } from './session-view';

const RULES: readonly Rule[] = [
  ...surfaceEmotionRules,
  ...handBackOwnershipRules,
  ...illuminateContradictionsRules,
  ...findThePatternRules,
  ...turnInsightIntoActionRules,
];

/** A question is one move: the more specific reading stands, the general one gives way. */
const GIVES_WAY: Readonly<Record<string, readonly string[]>> = {
  'H+curiosity': ['H+invite_decision', 'T+elicit', 'T+measurable', 'S+ask_emotion', 'H+agency'],
  'H-preemptive_advice': ['H-directed'],
};

/** Everything the rules see in a session, unfiltered, in the order of the conversation. */
export function findMoments(view: SessionView): Moment[] {
  const all = RULES.flatMap((rule) => rule(view)).map((found) => ({
    ...found,
    certainty: Math.max(0, found.certainty + orderPenalty(view, found)),
  }));
  const strong = new Set(
    all.filter((found) => found.certainty >= 0.6).map((found) => `${found.code}@${found.move.seq}`),
  );
  return all
    .filter((found) => !GIVES_WAY[found.code]?.some((code) => strong.has(`${code}@${found.move.seq}`)))
    .sort((a, b) => a.move.index - b.move.index);
}

import { FIND_THE_PATTERN } from './taxonomy/find-the-pattern';
import type { PrincipleEntry, TaxonomyEntry } from './taxonomy/entry';
import { HAND_BACK_OWNERSHIP } from './taxonomy/hand-back-ownership';
import { ILLUMINATE_CONTRADICTIONS } from './taxonomy/illuminate-contradictions';
import { SURFACE_EMOTION } from './taxonomy/surface-emotion';
import { TURN_INSIGHT_INTO_ACTION } from './taxonomy/turn-insight-into-action';
import type { PrincipleKey } from './types';

export type { PrincipleEntry, TaxonomyEntry } from './taxonomy/entry';

/** The five principles in the order of the name. Source: JourneyLoop platform reference, "The SHIFT Framework". */
export const SHIFT_PRINCIPLES: readonly PrincipleEntry[] = [
  {
    key: 'surface_emotion',
    letter: 'S',
    name: 'Surface Emotion',
    definition: 'Notice what the client feels when it shows, give it a word and let it be there.',
    whyItMatters: 'Feelings carry what matters; when they are met, thinking becomes easier.',
    icfCompetencies: [4, 6],
  },
  {
    key: 'hand_back_ownership',
    letter: 'H',
    name: 'Hand Back Ownership',
    definition: 'Leave direction, decisions and next steps with the client.',
    whyItMatters: 'What people choose for themselves outlives the session.',
    icfCompetencies: [2, 3, 5],
  },
  {
    key: 'illuminate_contradictions',
    letter: 'I',
    name: 'Illuminate Contradictions',
    definition: 'Hear where the client’s words pull against each other and hold both sides up to the light.',
    whyItMatters: 'Change usually waits inside a contradiction that nobody has said aloud yet.',
    icfCompetencies: [6, 7],
  },
  {
    key: 'find_the_pattern',
    letter: 'F',
    name: 'Find the Pattern',
    definition: 'Connect moments of the session into a theme, a need or a loop the client can recognise.',
    whyItMatters: 'Once a pattern is seen, the next turn of it can be different.',
    icfCompetencies: [6, 7],
  },
  {
    key: 'turn_insight_into_action',
    letter: 'T',
    name: 'Turn Insight into Action',
    definition: 'Help what was understood become something the client will do, in their own terms.',
    whyItMatters: 'Between two sessions lies a week; a step of one’s own is how a session reaches it.',
    icfCompetencies: [8],
  },
];

/** All 15 patterns and 15 anti-patterns. */
export const SHIFT_TAXONOMY: readonly TaxonomyEntry[] = [
  ...SURFACE_EMOTION,
  ...HAND_BACK_OWNERSHIP,
  ...ILLUMINATE_CONTRADICTIONS,
  ...FIND_THE_PATTERN,
  ...TURN_INSIGHT_INTO_ACTION,
];

const BY_CODE = new Map(SHIFT_TAXONOMY.map((entry) => [entry.code, entry]));
const BY_PATTERN = new Map(SHIFT_TAXONOMY.map((entry) => [entry.pattern, entry]));

/** The entry of an annotation code. Throws `RangeError` for a code that is not in the framework. */
export function taxonomyEntry(code: string): TaxonomyEntry {
  const entry = BY_CODE.get(code);
  if (!entry) throw new RangeError(`unknown SHIFT code: ${code}`);
  return entry;
}

/** The entry of a pattern slug, `null` when there is none. */
export function entryOfPattern(pattern: string): TaxonomyEntry | null {
  return BY_PATTERN.get(pattern) ?? null;
}

/** The entry of a principle. */
export function principleEntry(key: PrincipleKey): PrincipleEntry {
  const entry = SHIFT_PRINCIPLES.find((principle) => principle.key === key);
  if (!entry) throw new RangeError(`unknown SHIFT principle: ${key}`);
  return entry;
}

/** SHIFT findings of one session. Source: JourneyLoop platform reference, "The SHIFT Framework". */

export const PRINCIPLES = [
  'surface_emotion',
  'hand_back_ownership',
  'illuminate_contradictions',
  'find_the_pattern',
  'turn_insight_into_action',
] as const;
export type PrincipleKey = (typeof PRINCIPLES)[number];

/** `excellence`: the coach applied a pattern well. `growth`: an anti-pattern, an opportunity that was missed. */
export type SignalKind = 'excellence' | 'growth';

/** One finding, tied to the utterances that show it. */
export interface ShiftSignal {
  kind: SignalKind;
  principle: PrincipleKey;
  /** Slug of the pattern or anti-pattern in the taxonomy, e.g. `label_the_feeling`. */
  pattern: string;
  /** Annotation code of the guide, e.g. `S+label_feeling`. */
  code: string;
  /** Sequence numbers of the utterances that show it, ascending, at least one. */
  utterances: number[];
  /** A verbatim part of the text of utterance `quoteUtterance`. */
  quote: string;
  quoteUtterance: number;
  /** To the coach, about this moment. */
  feedback: string;
  whyItMatters: string;
  /** Something the coach could have said, usable aloud; `null` for excellence. Written from this client's words. */
  betterExample: string | null;
  /** 0..1 */
  certainty: number;
}

/** A principle's balance in one session. */
export interface PrincipleScore {
  principle: PrincipleKey;
  excellenceCount: number;
  growthCount: number;
  /** 0..1, certainty-weighted share of excellence among the moments found; `null` when there were none. */
  score: number | null;
  /** Sequence numbers of the utterances behind the score. */
  evidence: number[];
}

/** A question the coach asked. Listed, not scored. */
export interface AskedQuestion {
  sequenceNumber: number;
  text: string;
  type: 'open' | 'closed';
  certainty: number;
}

export interface ShiftReport {
  signals: ShiftSignal[];
  scores: PrincipleScore[];
  /** Share of words spoken by the coach, 0..1; `null` without words. */
  coachTalkShare: number | null;
  openQuestions: number;
  closedQuestions: number;
  questions: AskedQuestion[];
  /** The coach's longest uninterrupted turn; seconds `null` without times. */
  longestMonologue: { sequenceNumber: number; words: number; seconds: number | null } | null;
  /** Findings dropped because a quote or an utterance id did not hold. */
  dropped: number;
  analyst: string;
  analystVersion: string;
  rubricVersion: string;
}

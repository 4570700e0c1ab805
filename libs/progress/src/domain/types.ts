/** Client progress. Source: JourneyLoop platform reference, "Progress Tracking". */

export const GOAL_STATUSES = ['active', 'paused', 'complete'] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

export const MILESTONE_STATUSES = ['upcoming', 'completed', 'missed'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** What a client does with a moment: struggles, wants, plans, reflects, or tells what came of it. */
export const STANCES = ['struggle', 'intent', 'plan', 'reflection', 'outcome'] as const;
export type Stance = (typeof STANCES)[number];

/** What an outcome says came of it; `null` when the words do not tell. */
export const ACHIEVED = ['done', 'partly', 'not_done'] as const;
export type Achieved = (typeof ACHIEVED)[number];

export const LOOP_STATUSES = ['emerging', 'active', 'evolving', 'resolved'] as const;
export type LoopStatus = (typeof LOOP_STATUSES)[number];

export const ACTION_STATUSES = ['open', 'done', 'overdue', 'carried_over'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** Who made it: the analyst, or the coach. */
export type Source = 'analyst' | 'coach';

/** The coach's word on what the analyst made. */
export const VERDICTS = ['confirmed', 'edited', 'dismissed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The most one observation moves a goal or milestone, either way. */
export const MOST_DELTA = 0.1;

/** One client moment, tied to the utterances that show it. */
export interface Observation {
  stance: Stance;
  achieved: Achieved | null;
  /** −1 (unpleasant) .. 1 (pleasant) */
  valence: number;
  /** 0..1 */
  intensity: number;
  /** 0..1 */
  certainty: number;
  /** Sequence numbers, ascending. */
  utterances: number[];
  /** A verbatim part of the text of utterance `quoteUtterance`. */
  quote: string;
  quoteUtterance: number;
  /** Content stems of the utterance and of what was said around it. */
  terms: string[];
  contextTerms: string[];
}

/** A step taken on in a session, as the session's analyst heard it. */
export interface SpokenStep {
  text: string;
  timePhrase: string | null;
  commitment: 'high' | 'medium' | 'low';
  /** Verbatim quotes and the utterances they stand in, in the same order. */
  quotes: string[];
  utterances: number[];
}

export interface ActionItem {
  text: string;
  saidBy: 'client' | 'coach';
  commitment: 'high' | 'medium' | 'low';
  utterances: number[];
  quote: string;
  quoteUtterance: number;
  timePhrase: string | null;
  due: DueRule | null;
  terms: string[];
}

/** What a spoken time means: so many days after the session, then on to the next such weekday (Monday 1). */
export interface DueRule {
  days: number;
  weekday: number | null;
}

/** What an analyst makes of one session. */
export interface ProgressReport {
  observations: Observation[];
  actionItems: ActionItem[];
  /** Findings dropped because a quote or an utterance did not hold. */
  dropped: number;
  analyst: string;
  analystVersion: string;
}

/** One place of a loop in the words of one utterance. */
export interface LoopPlace {
  utterance: number;
  /** Verbatim part of its text. */
  quote: string;
}

/** One time a loop ran in a session, or (`shift`) was answered differently. */
export interface LoopMoment {
  /** Key of the kind of response, see `LOOP_KINDS`. */
  kind: string;
  shift: boolean;
  response: LoopPlace;
  trigger: LoopPlace | null;
  consequence: LoopPlace | null;
  certainty: number;
}

export interface LoopReport {
  moments: LoopMoment[];
  dropped: number;
  analystVersion: string;
}

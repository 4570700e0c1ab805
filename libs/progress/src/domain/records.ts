import type { Page } from '@app/platform';
import type { SessionDelta } from './curve';
import type { LoopSession, LoopTold } from './loops/derive-loops';
import type { Stated } from './suggest-goals';
import type {
  Achieved,
  ActionItem,
  ActionStatus,
  GoalStatus,
  LoopMoment,
  LoopPlace,
  LoopStatus,
  MilestoneStatus,
  Observation,
  ProgressReport,
  Source,
  Stance,
  Verdict,
} from './types';

export interface PageRequest {
  limit: number;
  cursor: string | undefined;
}

export interface Goal {
  id: string;
  clientId: string;
  slug: string;
  title: string;
  description: string | null;
  status: GoalStatus;
  suggestionKey: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export type GoalChanges = Partial<Pick<Goal, 'slug' | 'title' | 'description' | 'status'>>;

export abstract class GoalRepository {
  /** Throws `goal.slug_taken` when another goal of the client has the slug. */
  abstract insert(goal: Omit<Goal, 'id' | 'createdAt' | 'updatedAt'>): Promise<string>;
  abstract find(id: string): Promise<Goal | null>;
  abstract slugs(clientId: string): Promise<string[]>;
  abstract update(id: string, changes: GoalChanges): Promise<void>;
  abstract delete(id: string): Promise<boolean>;
  abstract answerSuggestion(clientId: string, key: string, verdict: 'accepted' | 'dismissed'): Promise<void>;
  abstract answeredSuggestions(clientId: string): Promise<string[]>;
}

export interface GoalQuery extends PageRequest {
  clientId: string;
  status: GoalStatus | undefined;
}

export abstract class GoalReader {
  abstract list(query: GoalQuery): Promise<Page<Goal>>;
  /** What each session adds to each goal, in order of time; dismissed and merged observations do not count. */
  abstract deltas(goalIds: readonly string[]): Promise<ReadonlyMap<string, SessionDelta[]>>;
  /** Wishes and plans of the client's latest sessions that are linked to no goal, in order of time. */
  abstract statements(clientId: string, sessions: number): Promise<Stated[]>;
}

export interface Milestone {
  id: string;
  clientId: string;
  title: string;
  description: string | null;
  targetDate: string;
  timeZone: string;
  closedAs: 'completed' | 'missed' | null;
  closedOn: string | null;
  missedSeenAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface MilestoneView extends Milestone {
  status: MilestoneStatus;
  observationCount: number;
}

export type MilestoneChanges = Partial<
  Pick<
    Milestone,
    'title' | 'description' | 'targetDate' | 'timeZone' | 'closedAs' | 'closedOn' | 'missedSeenAt'
  >
>;

export abstract class MilestoneRepository {
  abstract insert(milestone: Omit<Milestone, 'id' | 'createdAt' | 'updatedAt'>): Promise<string>;
  abstract find(id: string): Promise<Milestone | null>;
  abstract update(id: string, changes: MilestoneChanges): Promise<void>;
  abstract delete(id: string): Promise<boolean>;
}

export interface MilestoneQuery extends PageRequest {
  clientId: string;
  status: MilestoneStatus | undefined;
  now: Date;
}

export abstract class MilestoneReader {
  abstract list(query: MilestoneQuery): Promise<Page<MilestoneView>>;
  abstract one(id: string, now: Date): Promise<MilestoneView | null>;
}

/** What an observation may be linked to. */
export type LinkKind = 'goal' | 'milestone';

export interface Link {
  /** Id of the goal or milestone. */
  id: string;
  /** Slug of the goal, title of the milestone. */
  name: string;
  delta: number;
  similarity: number | null;
  source: Source;
}

export interface StoredObservation extends Omit<Observation, 'quote' | 'terms' | 'contextTerms'> {
  id: string;
  clientId: string;
  sessionId: string;
  sessionDate: string;
  sessionTitle: string;
  utteranceIds: string[];
  quote: string | null;
  note: string | null;
  source: Source;
  analyst: string | null;
  analystVersion: string | null;
  verdict: Verdict | null;
  verdictAt: Date | null;
  original: ObservationOriginal | null;
  mergedInto: string | null;
  goals: Link[];
  milestones: Link[];
  createdAt: Date;
}

/** What a person may change about an observation; the analyst's own is kept beside it. */
export interface ObservationOriginal {
  stance: Stance;
  achieved: Achieved | null;
  valence: number;
  intensity: number;
  note: string | null;
}

export interface ObservationQuery extends PageRequest {
  clientId: string;
  sessionId: string | undefined;
  goalId: string | undefined;
  milestoneId: string | undefined;
  stance: Stance | undefined;
  source: Source | undefined;
  /** `unreviewed`: without a verdict. Without a filter dismissed and merged observations are left out. */
  verdict: Verdict | 'unreviewed' | undefined;
}

export abstract class ObservationReader {
  abstract list(query: ObservationQuery): Promise<Page<StoredObservation>>;
  abstract one(id: string): Promise<StoredObservation | null>;
}

/** An observation as the matching sees it. */
export interface MatchableObservation extends Pick<
  Observation,
  'stance' | 'achieved' | 'valence' | 'certainty' | 'terms' | 'contextTerms'
> {
  id: string;
  sessionId: string;
  quote: string | null;
}

export interface NewLink {
  observationId: string;
  targetId: string;
  delta: number;
  similarity: number | null;
  source: Source;
  rejected: boolean;
}

export interface NewCoachObservation {
  clientId: string;
  sessionId: string;
  stance: Stance;
  achieved: Achieved | null;
  valence: number;
  intensity: number;
  utterances: number[];
  utteranceIds: string[];
  quote: string | null;
  quoteUtterance: number;
  note: string | null;
  terms: string[];
}

export type ObservationChanges = Partial<ObservationOriginal> & {
  verdict?: Verdict | null;
  original?: ObservationOriginal | null;
  mergedInto?: string | null;
};

export abstract class ObservationRepository {
  abstract insert(observation: NewCoachObservation): Promise<string>;
  abstract update(id: string, changes: ObservationChanges): Promise<void>;
  abstract delete(id: string): Promise<boolean>;
  /** The observation and all it is merged into, nearest first. */
  abstract mergeChain(id: string): Promise<string[]>;
  /** Stores a session's findings in place of the earlier ones. What a person has spoken on stays as it is. */
  abstract replace(
    place: { clientId: string; sessionId: string; transcriptId: string },
    report: ProgressReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void>;
  /** Observations of the client that share a stem with `terms`, or all of one session, or one. */
  abstract matchable(where: {
    clientId: string;
    terms?: readonly string[];
    sessionId?: string;
    id?: string;
  }): Promise<MatchableObservation[]>;
  abstract topics(
    kind: LinkKind,
    clientId: string,
  ): Promise<{ id: string; title: string; description: string | null }[]>;
  /** Sets the analyst's links of these observations with these targets; a person's links stay. */
  abstract relink(
    kind: LinkKind,
    where: { targetId?: string; observationIds?: readonly string[] },
    links: readonly NewLink[],
  ): Promise<void>;
  abstract setLink(kind: LinkKind, link: NewLink): Promise<void>;
  /** Id and text of utterances of a session by their numbers. */
  abstract utterances(
    sessionId: string,
    numbers: readonly number[],
  ): Promise<{ id: string; number: number; text: string; transcriptId: string }[]>;
}

export interface LoopView {
  id: string;
  clientId: string;
  kind: string | null;
  source: Source;
  title: string;
  trigger: string;
  response: string;
  consequence: string;
  status: LoopStatus;
  /** Where the words were said; `null` for what a person wrote. */
  told: LoopTold | null;
  derivedStatus: LoopStatus | null;
  sessions: LoopSession[];
  verdict: Verdict | null;
  verdictAt: Date | null;
  mergedInto: string | null;
}

/** A person's word on a loop, or a loop of their own. */
export interface LoopWord {
  id: string;
  clientId: string;
  kind: string | null;
  source: Source;
  title: string | null;
  trigger: string | null;
  response: string | null;
  consequence: string | null;
  status: LoopStatus | null;
  verdict: Verdict | null;
  verdictAt: Date | null;
  mergedInto: string | null;
}

export interface LoopMomentRecord {
  id: string;
  loopId: string;
  kind: string;
  sessionId: string;
  sessionDate: string;
  sessionTitle: string;
  shift: boolean;
  response: LoopPlace & { utteranceId: string };
  trigger: (LoopPlace & { utteranceId: string }) | null;
  consequence: (LoopPlace & { utteranceId: string }) | null;
  certainty: number;
  source: Source;
}

/** Counts of a loop per session, in order of time. */
export interface LoopCounts {
  loopId: string;
  kind: string;
  sessions: LoopSession[];
}

export abstract class LoopRepository {
  abstract replace(
    place: { clientId: string; sessionId: string; transcriptId: string },
    moments: readonly LoopMoment[],
    analystVersion: string,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void>;
  /** Moments a coach names for a loop of their own. */
  abstract insertMoments(
    loop: { id: string; clientId: string },
    moments: readonly (Omit<LoopMoment, 'kind' | 'certainty' | 'shift'> & {
      sessionId: string;
      transcriptId: string;
      ids: ReadonlyMap<number, string>;
    })[],
  ): Promise<void>;
  abstract saveWord(word: LoopWord): Promise<void>;
  abstract delete(id: string): Promise<boolean>;
}

export abstract class LoopReader {
  abstract clientOf(loopId: string): Promise<string | null>;
  abstract words(clientId: string): Promise<LoopWord[]>;
  abstract counts(clientId: string): Promise<LoopCounts[]>;
  /** Of each loop the moments that tell most of it: the fullest, the fullest with a trigger, with a consequence. */
  abstract fullest(loopIds: readonly string[]): Promise<LoopMomentRecord[]>;
  abstract evidence(loopIds: readonly string[], page: PageRequest): Promise<Page<LoopMomentRecord>>;
}

export interface ActionItemView extends Omit<ActionItem, 'due' | 'quote' | 'terms' | 'commitment'> {
  id: string;
  clientId: string;
  sessionId: string | null;
  /** Day it was taken on. */
  date: string;
  sessionTitle: string | null;
  utteranceIds: string[];
  quote: string | null;
  commitment: ActionItem['commitment'] | null;
  dueDate: string | null;
  status: ActionStatus;
  /** The coach set the status by hand. */
  statusSet: boolean;
  /** The latest word on it in a later session. */
  report: {
    sessionId: string;
    sessionDate: string;
    sessionTitle: string;
    observationId: string;
    achieved: Achieved;
    quote: string | null;
    quoteUtterance: number;
  } | null;
  /** Whether it came up in the very next session; `null` while there was none. */
  reportedNextSession: boolean | null;
  source: Source;
  analyst: string | null;
  analystVersion: string | null;
  verdict: Verdict | null;
  verdictAt: Date | null;
  original: ActionItemOriginal | null;
  createdAt: Date;
}

export interface ActionItemOriginal {
  text: string;
}

export interface ActionItemQuery extends PageRequest {
  clientId: string;
  sessionId: string | undefined;
  status: ActionStatus | undefined;
  saidBy: 'client' | 'coach' | undefined;
  /** The coach's calendar day, `YYYY-MM-DD`. */
  today: string;
}

export interface ActionItemChanges {
  text?: string;
  dueDate?: string | null;
  status?: 'open' | 'done' | 'carried_over' | null;
  verdict?: Verdict | null;
  original?: ActionItemOriginal | null;
  terms?: string[];
}

export abstract class ActionItemReader {
  abstract list(query: ActionItemQuery): Promise<Page<ActionItemView>>;
  abstract one(id: string, today: string): Promise<ActionItemView | null>;
}

export interface Report {
  actionItemId: string;
  observationId: string;
  similarity: number;
}

export abstract class ActionItemRepository {
  abstract insert(item: {
    clientId: string;
    sessionId: string | null;
    madeOn: string | null;
    text: string;
    saidBy: 'client' | 'coach';
    dueDate: string | null;
    terms: string[];
  }): Promise<string>;
  abstract update(id: string, changes: ActionItemChanges): Promise<void>;
  abstract delete(id: string): Promise<boolean>;
  abstract replace(
    place: { clientId: string; sessionId: string; transcriptId: string },
    report: ProgressReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void>;
  abstract terms(where: {
    clientId: string;
    sessionId?: string;
    id?: string;
  }): Promise<{ id: string; sessionId: string | null; terms: string[] }[]>;
  abstract outcomes(where: { clientId: string; terms: readonly string[] }): Promise<MatchableObservation[]>;
  /** Replaces the reports of these items and of these observations. */
  abstract setReports(
    where: { actionItemIds?: readonly string[]; observationIds?: readonly string[] },
    reports: readonly Report[],
  ): Promise<void>;
}

import {
  Column,
  CreateDateColumn,
  Entity,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
} from 'typeorm';
import type { Achieved, GoalStatus, LoopStatus, Source, Stance, Verdict } from '../domain/types';

/** Seed 000 `CoachingGoal`. */
@Entity('goals')
export class GoalEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { default: 'active' })
  status!: GoalStatus;

  /** Set when the goal was made from a suggestion. */
  @Column('text', { name: 'suggestion_key', nullable: true })
  suggestionKey!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

/** Seed 000 `CoachingMilestone`. */
@Entity('milestones')
export class MilestoneEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('date', { name: 'target_date' })
  targetDate!: string;

  /** IANA zone in which the target date ends. */
  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text', { name: 'closed_as', nullable: true })
  closedAs!: 'completed' | 'missed' | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: string | null;

  @Column('timestamptz', { name: 'missed_seen_at', nullable: true })
  missedSeenAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

/** Seed 000 `SessionObservation`. */
@Entity('observations')
export class ObservationEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'transcript_id', nullable: true })
  transcriptId!: string | null;

  @Column('text')
  stance!: Stance;

  @Column('text', { nullable: true })
  achieved!: Achieved | null;

  @Column('double precision')
  valence!: number;

  @Column('double precision')
  intensity!: number;

  @Column('double precision')
  certainty!: number;

  @Column('uuid', { name: 'utterance_ids', array: true })
  utteranceIds!: string[];

  @Column('integer', { name: 'utterance_numbers', array: true })
  utteranceNumbers!: number[];

  @Column('text', { nullable: true })
  quote!: string | null;

  @Column('integer', { name: 'quote_utterance' })
  quoteUtterance!: number;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Content stems of the utterance, for matching with goals, milestones and action items. */
  @Column('text', { array: true, default: '{}' })
  terms!: string[];

  /** Content stems of what was said around it. */
  @Column('text', { name: 'context_terms', array: true, default: '{}' })
  contextTerms!: string[];

  @Column('text')
  source!: Source;

  @Column('text', { nullable: true })
  analyst!: string | null;

  @Column('text', { name: 'analyst_version', nullable: true })
  analystVersion!: string | null;

  @Column('text', { nullable: true })
  verdict!: Verdict | null;

  @Column('timestamptz', { name: 'verdict_at', nullable: true })
  verdictAt!: Date | null;

  /** What the analyst had found, kept while a person's edit stands. */
  @Column('jsonb', { nullable: true })
  original!: object | null;

  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/** Seed 000 `ObservationGoal`. */
@Entity('observation_goals')
export class ObservationGoalEntity {
  @PrimaryColumn('uuid', { name: 'observation_id' })
  observationId!: string;

  @PrimaryColumn('uuid', { name: 'goal_id' })
  goalId!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  /** The observation's session. */
  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  /** The observation is neither dismissed nor merged; kept by a trigger. */
  @Column('boolean')
  counts!: boolean;

  /** −0.10..0.10 */
  @Column('double precision')
  delta!: number;

  @Column('double precision', { nullable: true })
  similarity!: number | null;

  @Column('text')
  source!: Source;

  /** The coach took this link away; the analyst does not bring it back. */
  @Column('boolean', { default: false })
  rejected!: boolean;
}

@Entity('observation_milestones')
export class ObservationMilestoneEntity {
  @PrimaryColumn('uuid', { name: 'observation_id' })
  observationId!: string;

  @PrimaryColumn('uuid', { name: 'milestone_id' })
  milestoneId!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  /** The observation's session. */
  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  /** The observation is neither dismissed nor merged; kept by a trigger. */
  @Column('boolean')
  counts!: boolean;

  /** −0.10..0.10 */
  @Column('double precision')
  delta!: number;

  @Column('double precision', { nullable: true })
  similarity!: number | null;

  @Column('text')
  source!: Source;

  @Column('boolean', { default: false })
  rejected!: boolean;
}

@Entity('goal_suggestion_verdicts')
export class GoalSuggestionVerdictEntity {
  @PrimaryColumn('uuid', { name: 'client_id' })
  clientId!: string;

  @PrimaryColumn('text', { name: 'suggestion_key' })
  suggestionKey!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('text')
  verdict!: 'accepted' | 'dismissed';

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/** One time a loop ran, or was answered differently, in one session. */
@Entity('loop_moments')
export class LoopMomentEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId!: string;

  /** Made from client and kind; `behaviour_loops` has a row of this id once a person has spoken. */
  @Column('uuid', { name: 'loop_id' })
  loopId!: string;

  @Column('text')
  kind!: string;

  @Column('boolean')
  shift!: boolean;

  @Column('uuid', { name: 'response_id' })
  responseId!: string;

  @Column('integer', { name: 'response_number' })
  responseNumber!: number;

  @Column('text')
  response!: string;

  @Column('uuid', { name: 'trigger_id', nullable: true })
  triggerId!: string | null;

  @Column('integer', { name: 'trigger_number', nullable: true })
  triggerNumber!: number | null;

  @Column('text', { nullable: true })
  trigger!: string | null;

  @Column('uuid', { name: 'consequence_id', nullable: true })
  consequenceId!: string | null;

  @Column('integer', { name: 'consequence_number', nullable: true })
  consequenceNumber!: number | null;

  @Column('text', { nullable: true })
  consequence!: string | null;

  @Column('double precision')
  certainty!: number;

  @Column('text')
  source!: Source;

  @Column('text', { name: 'analyst_version', nullable: true })
  analystVersion!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/** A person's word on a behaviour loop, or a loop of their own. Seed 000 `ClientLoop`. */
@Entity('behaviour_loops')
export class BehaviourLoopEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { nullable: true })
  kind!: string | null;

  @Column('text')
  source!: Source;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  trigger!: string | null;

  @Column('text', { nullable: true })
  response!: string | null;

  @Column('text', { nullable: true })
  consequence!: string | null;

  @Column('text', { nullable: true })
  status!: LoopStatus | null;

  @Column('text', { nullable: true })
  verdict!: Verdict | null;

  @Column('timestamptz', { name: 'verdict_at', nullable: true })
  verdictAt!: Date | null;

  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

@Entity('action_items')
export class ActionItemEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('uuid', { name: 'transcript_id', nullable: true })
  transcriptId!: string | null;

  /** Only without a session. */
  @Column('date', { name: 'made_on', nullable: true })
  madeOn!: string | null;

  @Column('text')
  text!: string;

  @Column('text', { name: 'said_by' })
  saidBy!: 'client' | 'coach';

  @Column('text', { nullable: true })
  commitment!: 'high' | 'medium' | 'low' | null;

  @Column('uuid', { name: 'utterance_ids', array: true, default: '{}' })
  utteranceIds!: string[];

  @Column('integer', { name: 'utterance_numbers', array: true, default: '{}' })
  utteranceNumbers!: number[];

  @Column('text', { nullable: true })
  quote!: string | null;

  @Column('integer', { name: 'quote_utterance', default: 0 })
  quoteUtterance!: number;

  /** As spoken: "by Friday". */
  @Column('text', { name: 'time_phrase', nullable: true })
  timePhrase!: string | null;

  /** What the phrase means, counted from the session's day: days, then on to the weekday (Monday 1). */
  @Column('integer', { name: 'due_days', nullable: true })
  dueDays!: number | null;

  @Column('integer', { name: 'due_weekday', nullable: true })
  dueWeekday!: number | null;

  /** The coach's own date; stands above the spoken one. */
  @Column('date', { name: 'due_date', nullable: true })
  dueDate!: string | null;

  /** The coach's word; without it the status follows from what was reported. */
  @Column('text', { nullable: true })
  status!: 'open' | 'done' | 'carried_over' | null;

  @Column('text', { array: true, default: '{}' })
  terms!: string[];

  @Column('text')
  source!: Source;

  @Column('text', { nullable: true })
  analyst!: string | null;

  @Column('text', { name: 'analyst_version', nullable: true })
  analystVersion!: string | null;

  @Column('text', { nullable: true })
  verdict!: Verdict | null;

  @Column('timestamptz', { name: 'verdict_at', nullable: true })
  verdictAt!: Date | null;

  @Column('jsonb', { nullable: true })
  original!: object | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

@Entity('action_item_reports')
export class ActionItemReportEntity {
  @PrimaryColumn('uuid', { name: 'action_item_id' })
  actionItemId!: string;

  @PrimaryColumn('uuid', { name: 'observation_id' })
  observationId!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('double precision')
  similarity!: number;
}

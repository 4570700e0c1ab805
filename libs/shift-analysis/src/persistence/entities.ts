import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Verdict } from '../domain/records';
import type { AskedQuestion, PrincipleKey, PrincipleScore, ShiftReport, SignalKind } from '../domain/types';

@Entity('shift_reports')
export class ShiftReportEntity {
  @PrimaryColumn('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId!: string;

  @Column('jsonb')
  scores!: PrincipleScore[];

  @Column('double precision', { name: 'coach_talk_share', nullable: true })
  coachTalkShare!: number | null;

  @Column('integer', { name: 'open_questions' })
  openQuestions!: number;

  @Column('integer', { name: 'closed_questions' })
  closedQuestions!: number;

  @Column('jsonb')
  questions!: AskedQuestion[];

  @Column('jsonb', { name: 'longest_monologue', nullable: true })
  longestMonologue!: ShiftReport['longestMonologue'];

  @Column('integer')
  dropped!: number;

  @Column('text')
  analyst!: string;

  @Column('text', { name: 'analyst_version' })
  analystVersion!: string;

  @Column('text', { name: 'rubric_version' })
  rubricVersion!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/** Seed 000 `ExcellenceSignal` and `GrowthOpportunity`: one table, told apart by `kind`. */
@Entity('shift_signals')
export class ShiftSignalEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId!: string;

  @Column('text')
  kind!: SignalKind;

  @Column('text')
  principle!: PrincipleKey;

  @Column('text')
  pattern!: string;

  @Column('text')
  code!: string;

  /** Position by usefulness, 1 first. */
  @Column('integer')
  rank!: number;

  @Column('uuid', { name: 'utterance_ids', array: true })
  utteranceIds!: string[];

  @Column('integer', { name: 'utterance_numbers', array: true })
  utteranceNumbers!: number[];

  @Column('text')
  quote!: string;

  @Column('integer', { name: 'quote_utterance' })
  quoteUtterance!: number;

  @Column('text')
  feedback!: string;

  @Column('text', { name: 'why_it_matters' })
  whyItMatters!: string;

  @Column('text', { name: 'better_example', nullable: true })
  betterExample!: string | null;

  @Column('double precision')
  certainty!: number;

  @Column('text')
  analyst!: string;

  @Column('text', { name: 'analyst_version' })
  analystVersion!: string;

  @Column('text', { name: 'rubric_version' })
  rubricVersion!: string;

  @Column('text', { nullable: true })
  verdict!: Verdict | null;

  @Column('timestamptz', { name: 'verdict_at', nullable: true })
  verdictAt!: Date | null;

  @Column('text', { name: 'edited_feedback', nullable: true })
  editedFeedback!: string | null;

  @Column('text', { name: 'edited_better_example', nullable: true })
  editedBetterExample!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';
import type { InsightSource, InsightStatus } from '../domain/records';
import type { InsightMetadata, InsightSections, SessionQuality } from '../domain/types';

/** Seed 001 `SessionInsight`; also seed 000 `CoachingSessionAnalysis`. Title and date are the session's own. */
@Entity('session_insights')
export class SessionInsightEntity {
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

  @Column('text', { name: 'transcript_source' })
  transcriptSource!: InsightSource;

  @Column('uuid', { name: 'source_document_id', nullable: true })
  sourceDocumentId!: string | null;

  @Column('jsonb', { nullable: true })
  celebration!: InsightSections['celebration'];

  @Column('jsonb', { nullable: true })
  intention!: InsightSections['intention'];

  @Column('jsonb', { name: 'client_discoveries', default: [] })
  clientDiscoveries!: InsightSections['clientDiscoveries'];

  @Column('jsonb', { name: 'goal_progress', default: [] })
  goalProgress!: InsightSections['goalProgress'];

  @Column('jsonb', { name: 'coaching_presence', nullable: true })
  coachingPresence!: InsightSections['coachingPresence'];

  @Column('jsonb', { name: 'powerful_questions', default: [] })
  powerfulQuestions!: InsightSections['powerfulQuestions'];

  @Column('jsonb', { name: 'action_items', default: [] })
  actionItems!: InsightSections['actionItems'];

  @Column('jsonb', { name: 'emotional_shifts', default: [] })
  emotionalShifts!: InsightSections['emotionalShifts'];

  @Column('jsonb', { name: 'values_beliefs', default: [] })
  valuesBeliefs!: InsightSections['valuesBeliefs'];

  @Column('jsonb', { name: 'communication_patterns', nullable: true })
  communicationPatterns!: InsightSections['communicationPatterns'];

  @Column('text', { name: 'session_summary', default: '' })
  sessionSummary!: string;

  @Column('text', { name: 'key_themes', array: true, default: [] })
  keyThemes!: string[];

  @Column('text', { name: 'overall_session_quality', nullable: true })
  overallSessionQuality!: SessionQuality | null;

  @Column('text', { name: 'quality_basis', array: true, default: [] })
  qualityBasis!: string[];

  @Column('text')
  status!: InsightStatus;

  /** Code of what went wrong, never content. */
  @Column('text', { name: 'processing_error', nullable: true })
  processingError!: string | null;

  @Column('jsonb', { nullable: true })
  metadata!: InsightMetadata | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('boolean', { name: 'visible_to_client', default: true })
  visibleToClient!: boolean;

  @Column('boolean', { name: 'visible_to_coach', default: true })
  visibleToCoach!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;
}

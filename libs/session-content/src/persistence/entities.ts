import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PartName, PartStatus } from '../domain/types';

@Entity('session_content_requests')
export class SessionContentRequestEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

@Entity('session_content_parts')
export class SessionContentPartEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('text')
  part!: PartName;

  @Column('text')
  status!: PartStatus;

  /** The job that works on the part; an older job of the same part may not touch it any more. */
  @Column('uuid', { name: 'job_id', nullable: true })
  jobId!: string | null;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode!: string | null;

  @Column('text', { name: 'skip_reason', nullable: true })
  skipReason!: string | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

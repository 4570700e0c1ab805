import {
  Column,
  CreateDateColumn,
  Entity,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
} from 'typeorm';
import type { SessionType } from '../domain/types';

@Entity('coaching_profiles')
export class CoachingProfileEntity {
  @PrimaryColumn('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('text', { name: 'business_name', nullable: true })
  businessName!: string | null;

  @Column('text', { nullable: true })
  niche!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

@Entity('clients')
export class ClientEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  /** The portal user this client signs in as. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('integer', { name: 'total_sessions', nullable: true })
  totalSessions!: number | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

@Entity('sessions')
export class SessionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  title!: string;

  @Column('date')
  date!: string;

  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;

  @Column('text', { name: 'session_type', default: 'regular' })
  sessionType!: SessionType;

  @Column('integer', { nullable: true })
  duration!: number | null;

  @Column('text', { name: 'meeting_url', nullable: true })
  meetingUrl!: string | null;

  @Column('text', { name: 'recall_bot_id', nullable: true })
  recallBotId!: string | null;

  @Column('text', { name: 'recall_bot_status', nullable: true })
  recallBotStatus!: string | null;

  /** Full text; large, and therefore only read when asked for. */
  @Column('text', { nullable: true, select: false })
  transcript!: string | null;

  /** The source's own JSON with times, where there was one; only read when asked for. */
  @Column('jsonb', { name: 'transcript_json', nullable: true, select: false })
  transcriptJson!: object | null;

  @Column('boolean', { name: 'progress_extracted', default: false })
  progressExtracted!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

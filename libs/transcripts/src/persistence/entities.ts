import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { CodedUtterance } from '@app/utterance-coding';
import type { TranscriptSource } from '../domain/records';
import type { SkippedPart, Speaker, SpeakerRole } from '../domain/types';

@Entity('transcripts')
export class TranscriptEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('text')
  source!: TranscriptSource;

  @Column('text', { name: 'source_format' })
  sourceFormat!: string;

  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  @Column('bytea', { name: 'content_hash' })
  contentHash!: Buffer;

  @Column('integer', { name: 'utterance_count' })
  utteranceCount!: number;

  @Column('integer', { name: 'word_count' })
  wordCount!: number;

  @Column('jsonb')
  speakers!: Speaker[];

  @Column('jsonb')
  skipped!: SkippedPart[];

  @Column('boolean', { name: 'needs_confirmation' })
  needsConfirmation!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/** Seed 000 `SessionUtterance`. */
@Entity('utterances')
export class UtteranceEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'transcript_id' })
  transcriptId!: string;

  @Column('integer', { name: 'sequence_number' })
  sequenceNumber!: number;

  @Column('text', { name: 'speaker_label' })
  speakerLabel!: string;

  @Column('text', { name: 'speaker_type', nullable: true })
  speakerType!: SpeakerRole | null;

  @Column('text', { name: 'text_clean' })
  textClean!: string;

  @Column('text', { name: 'text_raw' })
  textRaw!: string;

  @Column('integer', { name: 'timestamp_min', nullable: true })
  timestampMin!: number | null;

  @Column('integer', { name: 'timestamp_sec', nullable: true })
  timestampSec!: number | null;

  @Column('double precision', { name: 'start_seconds', nullable: true })
  startSeconds!: number | null;

  @Column('double precision', { name: 'end_seconds', nullable: true })
  endSeconds!: number | null;
}

/** What the coder said of a transcript; made once per coder version, used by every analysis. */
@Entity('transcript_codings')
export class TranscriptCodingEntity {
  @PrimaryColumn('uuid', { name: 'transcript_id' })
  transcriptId!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('text', { name: 'coder_version' })
  coderVersion!: string;

  /** One entry per utterance in order, without the text. */
  @Column('jsonb')
  coding!: Omit<CodedUtterance, 'text' | 'speakerType' | 'start' | 'end'>[];

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Omittable } from '@app/platform';
import type { CodedUtteranceView, TranscriptRecord } from '../domain/records';
import type { SkippedPart, Speaker } from '../domain/types';

export class SpeakerDto {
  /** As written in the source. */
  label!: string;
  /** Guessed or confirmed; null when nothing tells. */
  role!: 'coach' | 'client' | 'other' | null;
  /** 0..1; 1 once confirmed. */
  confidence!: number;
  utterance_count!: number;
}

/** Something in the source that is not speech or could not be read. */
export class SkippedDto {
  code!: string;
  message!: string;
  count!: number;
  /** Line or item of the first occurrence. */
  first_at!: number | null;
}

export class CodeDto {
  /** e.g. `question_open`, `reflection_complex`, `change_talk`. */
  code!: string;
  certainty!: number;
}

/** What the words suggest about feeling. */
export class EmotionDto {
  label!: string;
  certainty!: number;
  /** -1 unpleasant .. 1 pleasant */
  valence!: number;
  /** 0 flat .. 1 strong */
  intensity!: number;
}

export class UtteranceDto {
  id!: string;
  /** 1-based position. */
  sequence_number!: number;
  speaker_type!: 'coach' | 'client' | 'other' | null;
  speaker_label!: string;
  /** Fillers softened; findings quote this text. */
  text_clean!: string;
  text_raw!: string;
  timestamp_min!: number | null;
  timestamp_sec!: number | null;
  /** Seconds from the start. */
  start!: number | null;
  end!: number | null;
  codes!: CodeDto[];
  emotion!: EmotionDto | null;
}

export class UtterancePageDto {
  items!: UtteranceDto[];
  next_cursor!: string | null;
}

export class UtteranceQueryDto {
  /** Utterances per page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 200;

  @Omittable()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

export class TranscriptTextDto {
  transcript_id!: string;
  session_id!: string;
  source_format!: string;
  /** One line per utterance, `[00:01:02] Name: words`. */
  text!: string;
  word_count!: number;
  created_at!: string;
}

export const toSpeakerDto = (speaker: Speaker): SpeakerDto => ({
  label: speaker.label,
  role: speaker.role,
  confidence: speaker.confidence,
  utterance_count: speaker.utteranceCount,
});

export const toSkippedDto = (part: SkippedPart): SkippedDto => ({
  code: part.code,
  message: part.message,
  count: part.count,
  first_at: part.firstAt,
});

export const toUtteranceDto = (utterance: CodedUtteranceView): UtteranceDto => ({
  id: utterance.id,
  sequence_number: utterance.sequenceNumber,
  speaker_type: utterance.speakerType,
  speaker_label: utterance.speakerLabel,
  text_clean: utterance.textClean,
  text_raw: utterance.textRaw,
  timestamp_min: utterance.start === null ? null : Math.floor(utterance.start / 60),
  timestamp_sec: utterance.start === null ? null : Math.floor(utterance.start) % 60,
  start: utterance.start,
  end: utterance.end,
  codes: utterance.codes,
  emotion: utterance.emotion,
});

export const toTranscriptTextDto = ({
  record,
  text,
}: {
  record: TranscriptRecord;
  text: string;
}): TranscriptTextDto => ({
  transcript_id: record.id,
  session_id: record.sessionId,
  source_format: record.sourceFormat,
  text,
  word_count: record.wordCount,
  created_at: record.createdAt.toISOString(),
});

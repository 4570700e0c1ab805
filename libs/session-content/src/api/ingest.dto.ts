import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SessionInsightDto, toInsightDto } from '@app/insights';
import type { InsightSummary } from '@app/insights';
import { Trim, Omittable } from '@app/platform';
import { SkippedDto, SpeakerDto, toSkippedDto, toSpeakerDto } from '@app/transcripts';
import type { IngestReceipt } from '../application/ingest';
import { SessionDto } from './session.dto';

/** What was read from a transcript. */
export class TranscriptReceiptDto {
  transcript_id!: string;
  session_id!: string;
  source_format!: string;
  utterance_count!: number;
  /** What could not be read as speech, counted. */
  skipped!: SkippedDto[];
  speakers!: SpeakerDto[];
  /** True while the coach has to say who is who. */
  needs_confirmation!: boolean;
  /** The running analysis; null until the speakers are confirmed. */
  content_request_id!: string | null;
}

export class TranscriptTextInputDto {
  /** The transcript, up to 10 MB. */
  text!: string;
}

export class SpeakerRoleDto {
  @IsString()
  @MaxLength(500)
  label!: string;

  /** `other` is someone who is neither: a recorder, a guest. */
  @IsIn(['coach', 'client', 'other'])
  role!: 'coach' | 'client' | 'other';
}

export class MovedUtteranceDto {
  @IsInt()
  @Min(1)
  sequence_number!: number;

  /** The speaker it is given to, one of `speakers`. */
  @IsString()
  @MaxLength(500)
  label!: string;
}

export class ConfirmSpeakersDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SpeakerRoleDto)
  speakers!: SpeakerRoleDto[];

  /** Utterances whose speaker the source does not name or has wrong. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(20_000)
  @ValidateNested({ each: true })
  @Type(() => MovedUtteranceDto)
  utterances?: MovedUtteranceDto[];
}

export class FileErrorDto {
  code!: string;
  detail!: string;
}

/** What came of one of several files. */
export class FileOutcomeDto {
  file_name!: string;
  /** True when the session below had this very transcript before: nothing new was made. */
  already_there!: boolean;
  session!: SessionDto | null;
  receipt!: TranscriptReceiptDto | null;
  error!: FileErrorDto | null;
}

export class FileOutcomesDto {
  items!: FileOutcomeDto[];
}

/** Form fields of an insight from a file. Seed 001 `create_session_insight_from_file`. */
export class InsightFormDto {
  /** The client's id. */
  @IsUUID()
  coaching_relationship_id!: string;

  /** ISO 8601 day or time. */
  @Omittable()
  @IsISO8601({ strict: true })
  session_date?: string;

  @Omittable()
  @Trim()
  @IsString()
  @MaxLength(300)
  session_title?: string;

  /** An existing session to put the transcript on. */
  @Omittable()
  @IsUUID()
  session_id?: string;
}

/** Seed 001 `SessionInsightCreateRequest`. */
export class InsightFromTextDto extends InsightFormDto {
  @IsString()
  @MaxLength(10 * 1024 * 1024)
  transcript_text!: string;
}

/** An insight that was asked for. */
export class RequestedInsightDto extends SessionInsightDto {
  needs_confirmation!: boolean;
  speakers!: SpeakerDto[];
  content_request_id!: string | null;
}

export const toReceiptDto = ({ transcript, contentRequestId }: IngestReceipt): TranscriptReceiptDto => ({
  transcript_id: transcript.id,
  session_id: transcript.sessionId,
  source_format: transcript.sourceFormat,
  utterance_count: transcript.utteranceCount,
  skipped: transcript.skipped.map(toSkippedDto),
  speakers: transcript.speakers.map(toSpeakerDto),
  needs_confirmation: transcript.needsConfirmation,
  content_request_id: contentRequestId,
});

export const toRequestedInsightDto = (
  insight: InsightSummary,
  receipt: IngestReceipt,
): RequestedInsightDto => ({
  ...toInsightDto(insight),
  needs_confirmation: receipt.transcript.needsConfirmation,
  speakers: receipt.transcript.speakers.map(toSpeakerDto),
  content_request_id: receipt.contentRequestId,
});

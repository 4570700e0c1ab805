import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { Omittable } from '@app/platform';
import {
  type ContentRequest,
  describePartError,
  finishedAt,
  type PartName,
  PARTS,
  statusOf,
} from '../domain/types';

export class PartErrorDto {
  code!: string;
  detail!: string;
}

/** One of the four analyses of a transcript. */
export class ContentPartDto {
  part!: 'session_analysis' | 'shift_insights' | 'progress' | 'behavior_loops';
  status!: 'pending' | 'processing' | 'completed' | 'failed' | 'skipped';
  /** Runs so far. */
  attempts!: number;
  error!: PartErrorDto | null;
  /** `not_enabled`, `consent.required` */
  skip_reason!: string | null;
  started_at!: string | null;
  finished_at!: string | null;
}

/** Everything that is derived from one transcript. */
export class ContentDto {
  content_request_id!: string;
  session_id!: string;
  transcript_id!: string;
  status!: 'pending' | 'processing' | 'completed' | 'failed';
  created_at!: string;
  finished_at!: string | null;
  parts!: ContentPartDto[];
}

export class RerunContentDto {
  /** Parts to run again; all of them when left out. */
  @Omittable()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PARTS, { each: true })
  parts?: PartName[];
}

export const toContentDto = (content: ContentRequest): ContentDto => ({
  content_request_id: content.id,
  session_id: content.sessionId,
  transcript_id: content.transcriptId,
  status: statusOf(content.parts),
  created_at: content.createdAt.toISOString(),
  finished_at: finishedAt(content.parts)?.toISOString() ?? null,
  parts: content.parts.map((part) => ({
    part: part.part,
    status: part.status,
    attempts: part.attempts,
    error:
      part.errorCode === null ? null : { code: part.errorCode, detail: describePartError(part.errorCode) },
    skip_reason: part.skipReason,
    started_at: part.startedAt?.toISOString() ?? null,
    finished_at: part.finishedAt?.toISOString() ?? null,
  })),
});

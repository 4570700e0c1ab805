import { PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PageQueryDto, Trim, TrimToNull, Omittable } from '@app/platform';
import { SkippedDto, SpeakerDto, toSkippedDto, toSpeakerDto } from '@app/transcripts';
import {
  type Attention,
  SESSION_SORTS,
  type SessionOverview,
  type SessionSort,
  type SessionWhen,
} from '../domain/repositories';
import { statusOf } from '../domain/types';

export class SessionTranscriptDto {
  id!: string;
  source_format!: string;
  file_name!: string | null;
  utterance_count!: number;
  word_count!: number;
  /** True while the coach has to say who is who; nothing is analysed until then. */
  needs_confirmation!: boolean;
  /** Empty in lists. */
  speakers!: SpeakerDto[];
  /** Empty in lists. */
  skipped!: SkippedDto[];
  created_at!: string;
}

/** One meeting with a client, with what is known of it. */
export class SessionDto {
  id!: string;
  client_id!: string;
  client_name!: string;
  title!: string;
  /** Calendar day in the coach's zone, `YYYY-MM-DD`. */
  date!: string;
  /** Instant, when a time is known. */
  starts_at!: string | null;
  /** An intake session does not count towards the package. */
  session_type!: 'regular' | 'intake';
  /** Minutes. */
  duration!: number | null;
  meeting_url!: string | null;
  recall_bot_id!: string | null;
  recall_bot_status!: string | null;
  /** The date is today or earlier in the coach's zone. */
  is_completed!: boolean;
  progress_extracted!: boolean;
  created_at!: string;
  updated_at!: string;
  transcript!: SessionTranscriptDto | null;
  content_status!: 'none' | 'pending' | 'processing' | 'completed' | 'failed';
  insight_id!: string | null;
  insight_summary!: string | null;
  key_themes!: string[];
  overall_session_quality!: string | null;
  excellence_count!: number;
  growth_count!: number;
  /** SHIFT signals the coach has not spoken on yet. */
  unreviewed_count!: number;
}

export class SessionPageDto {
  items!: SessionDto[];
  next_cursor!: string | null;
}

export class CreateSessionDto {
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  title!: string;

  /** `YYYY-MM-DD`, or an ISO 8601 time; without an offset it is local to the coach's zone. */
  @IsString()
  @MaxLength(40)
  date!: string;

  @Omittable()
  @IsIn(['regular', 'intake'])
  session_type?: 'regular' | 'intake';

  /** Minutes. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1440)
  duration?: number | null;

  @IsOptional()
  @TrimToNull()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(2000)
  meeting_url?: string | null;
}

/** The fields to change. */
export class UpdateSessionDto extends PartialType(CreateSessionDto, { skipNullProperties: false }) {}

export class SessionListQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(['all', 'upcoming', 'past'])
  when: SessionWhen = 'all';

  /** Part of a title or of the client's name. */
  @Omittable()
  @Trim()
  @IsString()
  @MaxLength(200)
  search?: string;

  @IsOptional()
  @IsIn(SESSION_SORTS)
  sort: SessionSort = '-date';
}

export class AttentionDto {
  kind!:
    | 'confirm_speakers'
    | 'analysis_failed'
    | 'review_findings'
    | 'consent_missing'
    | 'no_clients'
    | 'verify_email';
  client_id!: string | null;
  client_name!: string | null;
  session_id!: string | null;
  session_title!: string | null;
  count!: number;
}

export class TodayDto {
  /** The coach's calendar day. */
  date!: string;
  time_zone!: string;
  upcoming!: SessionDto[];
  recent!: SessionDto[];
  attention!: AttentionDto[];
  client_count!: number;
  session_count!: number;
}

export const toSessionDto = (session: SessionOverview): SessionDto => ({
  id: session.id,
  client_id: session.clientId,
  client_name: session.clientName,
  title: session.title,
  date: session.date,
  starts_at: session.startsAt?.toISOString() ?? null,
  session_type: session.sessionType,
  duration: session.duration,
  meeting_url: session.meetingUrl,
  recall_bot_id: session.recallBotId,
  recall_bot_status: session.recallBotStatus,
  is_completed: session.isCompleted,
  progress_extracted: session.progressExtracted,
  created_at: session.createdAt.toISOString(),
  updated_at: session.updatedAt.toISOString(),
  transcript: session.transcript && {
    id: session.transcript.id,
    source_format: session.transcript.sourceFormat,
    file_name: session.transcript.fileName,
    utterance_count: session.transcript.utteranceCount,
    word_count: session.transcript.wordCount,
    needs_confirmation: session.transcript.needsConfirmation,
    speakers: session.transcript.speakers.map(toSpeakerDto),
    skipped: session.transcript.skipped.map(toSkippedDto),
    created_at: session.transcript.createdAt.toISOString(),
  },
  content_status:
    session.partStatuses.length === 0 ? 'none' : statusOf(session.partStatuses.map((status) => ({ status }))),
  insight_id: session.insightId,
  insight_summary: session.insightSummary,
  key_themes: session.keyThemes,
  overall_session_quality: session.overallSessionQuality,
  excellence_count: session.excellenceCount,
  growth_count: session.growthCount,
  unreviewed_count: session.unreviewedCount,
});

export const toAttentionDto = (attention: Attention): AttentionDto => ({
  kind: attention.kind,
  client_id: attention.clientId,
  client_name: attention.clientName,
  session_id: attention.sessionId,
  session_title: attention.sessionTitle,
  count: attention.count,
});

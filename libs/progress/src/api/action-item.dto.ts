import {
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PageQueryDto, Trim, Omittable } from '@app/platform';
import type { ActionItemView } from '../domain/records';
import { ACTION_STATUSES, type ActionStatus, type Verdict, VERDICTS } from '../domain/types';

export class TrackedActionItemUtteranceDto {
  id!: string;
  sequence_number!: number;
}

/** What the client said of a step in a later session. */
export class TrackedActionItemReportDto {
  session_id!: string;
  session_title!: string;
  /** `YYYY-MM-DD` */
  session_date!: string;
  observation_id!: string;
  achieved!: 'done' | 'partly' | 'not_done';
  quote!: string | null;
  quote_utterance!: number;
}

/** A step taken on in a session. */
export class TrackedActionItemDto {
  id!: string;
  client_id!: string;
  session_id!: string | null;
  session_title!: string | null;
  /** Day it was taken on, `YYYY-MM-DD`. */
  date!: string;
  text!: string;
  /** Who named the step. */
  said_by!: 'client' | 'coach';
  commitment!: 'high' | 'medium' | 'low' | null;
  utterances!: TrackedActionItemUtteranceDto[];
  /** Verbatim part of utterance `quote_utterance`. */
  quote!: string | null;
  quote_utterance!: number | null;
  /** As spoken. */
  time_phrase!: string | null;
  /** What the phrase means, or the coach's own date; `YYYY-MM-DD`. */
  due_date!: string | null;
  status!: 'open' | 'done' | 'overdue' | 'carried_over';
  /** The coach set the status by hand. */
  status_set!: boolean;
  /** The latest word on it. */
  reported_in!: TrackedActionItemReportDto | null;
  /** Whether it came up in the very next session; null while there was none. */
  reported_next_session!: boolean | null;
  source!: 'analyst' | 'coach';
  analyst!: string | null;
  analyst_version!: string | null;
  verdict!: 'confirmed' | 'edited' | 'dismissed' | null;
  verdict_at!: string | null;
  original_text!: string;
  created_at!: string;
}

export class TrackedActionItemPageDto {
  items!: TrackedActionItemDto[];
  next_cursor!: string | null;
}

export class TrackedActionItemQueryDto extends PageQueryDto {
  @Omittable()
  @IsUUID()
  session_id?: string;

  @Omittable()
  @IsIn(ACTION_STATUSES)
  status?: ActionStatus;

  @Omittable()
  @IsIn(['client', 'coach'])
  said_by?: 'client' | 'coach';
}

export class CreateActionItemDto {
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  text!: string;

  @Omittable()
  @IsIn(['client', 'coach'])
  said_by?: 'client' | 'coach';

  @IsOptional()
  @IsUUID()
  session_id?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'due_date must be a day such as 2026-03-12' })
  due_date?: string | null;
}

export class UpdateActionItemDto {
  /** null takes an earlier verdict back. */
  @IsOptional()
  @IsIn([...VERDICTS, null])
  verdict?: Verdict | null;

  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  text?: string;

  /** null goes back to the spoken time. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'due_date must be a day such as 2026-03-12' })
  due_date?: string | null;

  /** null leaves it to what the client reports. */
  @IsOptional()
  @IsIn(['open', 'done', 'carried_over', null])
  status?: 'open' | 'done' | 'carried_over' | null;
}

export const toTrackedActionItemDto = (item: ActionItemView): TrackedActionItemDto => ({
  id: item.id,
  client_id: item.clientId,
  session_id: item.sessionId,
  session_title: item.sessionTitle,
  date: item.date,
  text: item.text,
  said_by: item.saidBy,
  commitment: item.commitment,
  utterances: item.utterances.map((number, index) => ({
    id: item.utteranceIds[index] ?? '',
    sequence_number: number,
  })),
  quote: item.quote,
  quote_utterance: item.quoteUtterance || null,
  time_phrase: item.timePhrase,
  due_date: item.dueDate,
  status: item.status,
  status_set: item.statusSet,
  reported_in: item.report && {
    session_id: item.report.sessionId,
    session_title: item.report.sessionTitle,
    session_date: item.report.sessionDate,
    observation_id: item.report.observationId,
    achieved: item.report.achieved,
    quote: item.report.quote,
    quote_utterance: item.report.quoteUtterance,
  },
  reported_next_session: item.reportedNextSession,
  source: item.source,
  analyst: item.analyst,
  analyst_version: item.analystVersion,
  verdict: item.verdict,
  verdict_at: item.verdictAt?.toISOString() ?? null,
  original_text: item.original?.text ?? item.text,
  created_at: item.createdAt.toISOString(),
});

import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQueryDto, Trim, Omittable } from '@app/platform';
import type { LoopWords } from '../domain/loops/derive-loops';
import type { LoopMomentRecord, LoopView } from '../domain/records';
import { LOOP_STATUSES, type LoopStatus, type Verdict, VERDICTS } from '../domain/types';

export class LoopPlaceDto {
  session_id!: string;
  sequence_number!: number;
  /** Verbatim part of the utterance. */
  quote!: string;
}

/** Where a loop's words were said. */
export class LoopToldDto {
  trigger!: LoopPlaceDto;
  response!: LoopPlaceDto;
  consequence!: LoopPlaceDto;
}

export class LoopSessionDto {
  session_id!: string;
  session_title!: string;
  /** `YYYY-MM-DD` */
  date!: string;
  /** Moments in which the loop ran. */
  runs!: number;
  /** Moments in which the client answered differently. */
  shifts!: number;
}

/** A pattern of trigger, response and consequence over several sessions. */
export class LoopDto {
  id!: string;
  client_id!: string;
  /** Kind of response; null for a loop the coach wrote. */
  kind!: string | null;
  title!: string;
  trigger!: string;
  response!: string;
  consequence!: string;
  status!: 'emerging' | 'active' | 'evolving' | 'resolved';
  /** What the sessions say by themselves; null where they say nothing. */
  derived_status!: 'emerging' | 'active' | 'evolving' | 'resolved' | null;
  told!: LoopToldDto | null;
  /** Oldest first. */
  sessions!: LoopSessionDto[];
  source!: 'analyst' | 'coach';
  verdict!: 'confirmed' | 'edited' | 'dismissed' | null;
  verdict_at!: string | null;
  merged_into!: string | null;
}

export class LoopPageDto {
  items!: LoopDto[];
  next_cursor!: string | null;
}

export class LoopQueryDto extends PageQueryDto {
  @Omittable()
  @IsIn(LOOP_STATUSES)
  status?: LoopStatus;

  /** `dismissed` shows those as well. */
  @Omittable()
  @IsIn(['dismissed'])
  include?: 'dismissed';
}

export class LoopEvidencePlaceDto {
  utterance_id!: string;
  sequence_number!: number;
  quote!: string;
}

/** One time the loop ran, or was answered differently. */
export class LoopEvidenceDto {
  id!: string;
  session_id!: string;
  session_title!: string;
  session_date!: string;
  shift!: boolean;
  trigger!: LoopEvidencePlaceDto | null;
  response!: LoopEvidencePlaceDto;
  consequence!: LoopEvidencePlaceDto | null;
  /** 0..1 */
  certainty!: number;
  source!: 'analyst' | 'coach';
}

export class LoopEvidencePageDto {
  items!: LoopEvidenceDto[];
  next_cursor!: string | null;
}

export class LoopMomentInputDto {
  @IsUUID()
  session_id!: string;

  /** Sequence number. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  trigger?: number | null;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  response!: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  consequence?: number | null;
}

export class CreateLoopDto {
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title!: string;

  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  trigger!: string;

  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  response!: string;

  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  consequence!: string;

  @Omittable()
  @IsIn(LOOP_STATUSES)
  status?: LoopStatus;

  /** Where it was heard; never one utterance alone. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => LoopMomentInputDto)
  moments?: LoopMomentInputDto[];
}

export class JudgeLoopDto {
  /** null takes an earlier verdict back. */
  @IsOptional()
  @IsIn([...VERDICTS, null])
  verdict?: Verdict | null;

  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title?: string;

  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  trigger?: string;

  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  response?: string;

  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  consequence?: string;

  @Omittable()
  @IsIn(LOOP_STATUSES)
  status?: LoopStatus;
}

const toPlaceDto = ({ sessionId, utterance, quote }: LoopWords): LoopPlaceDto => ({
  session_id: sessionId,
  sequence_number: utterance,
  quote,
});

export const toLoopDto = (loop: LoopView): LoopDto => ({
  id: loop.id,
  client_id: loop.clientId,
  kind: loop.kind,
  title: loop.title,
  trigger: loop.trigger,
  response: loop.response,
  consequence: loop.consequence,
  status: loop.status,
  derived_status: loop.derivedStatus,
  told: loop.told && {
    trigger: toPlaceDto(loop.told.trigger),
    response: toPlaceDto(loop.told.response),
    consequence: toPlaceDto(loop.told.consequence),
  },
  sessions: loop.sessions.map((session) => ({
    session_id: session.sessionId,
    session_title: session.title,
    date: session.date,
    runs: session.runs,
    shifts: session.shifts,
  })),
  source: loop.source,
  verdict: loop.verdict,
  verdict_at: loop.verdictAt?.toISOString() ?? null,
  merged_into: loop.mergedInto,
});

const toEvidencePlaceDto = ({
  utteranceId,
  utterance,
  quote,
}: LoopMomentRecord['response']): LoopEvidencePlaceDto => ({
  utterance_id: utteranceId,
  sequence_number: utterance,
  quote,
});

export const toEvidenceDto = (moment: LoopMomentRecord): LoopEvidenceDto => ({
  id: moment.id,
  session_id: moment.sessionId,
  session_title: moment.sessionTitle,
  session_date: moment.sessionDate,
  shift: moment.shift,
  trigger: moment.trigger && toEvidencePlaceDto(moment.trigger),
  response: toEvidencePlaceDto(moment.response),
  consequence: moment.consequence && toEvidencePlaceDto(moment.consequence),
  certainty: moment.certainty,
  source: moment.source,
});

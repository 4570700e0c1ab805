import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { PageQueryDto, Trim, TrimToNull, Omittable } from '@app/platform';
import type { Link, StoredObservation } from '../domain/records';
import {
  ACHIEVED,
  type Achieved,
  STANCES,
  type Source,
  type Stance,
  type Verdict,
  VERDICTS,
} from '../domain/types';

export class ObservationLinkDto {
  /** Id of the goal or milestone. */
  id!: string;
  /** Slug of the goal, title of the milestone. */
  name!: string;
  /** -0.10..0.10 */
  delta!: number;
  /** 0..1 for a link the analyst made; null for one set by hand. */
  similarity!: number | null;
  source!: 'analyst' | 'coach';
}

export class ObservationUtteranceDto {
  id!: string;
  sequence_number!: number;
}

export class ObservationOriginalDto {
  stance!: string;
  achieved!: string | null;
  valence!: number;
  intensity!: number;
}

/** One client moment. */
export class ObservationDto {
  id!: string;
  client_id!: string;
  session_id!: string;
  session_title!: string;
  /** `YYYY-MM-DD` */
  session_date!: string;
  stance!: 'struggle' | 'intent' | 'plan' | 'reflection' | 'outcome';
  /** Of an outcome: what came of it. */
  achieved!: 'done' | 'partly' | 'not_done' | null;
  /** -1..1 */
  valence!: number;
  /** 0..1 */
  intensity!: number;
  /** 0..1 */
  certainty!: number;
  utterances!: ObservationUtteranceDto[];
  /** Verbatim part of utterance `quote_utterance`. */
  quote!: string | null;
  quote_utterance!: number | null;
  /** The coach's own words. */
  note!: string | null;
  source!: 'analyst' | 'coach';
  analyst!: string | null;
  analyst_version!: string | null;
  verdict!: 'confirmed' | 'edited' | 'dismissed' | null;
  verdict_at!: string | null;
  /** What the analyst had found, while an edit stands. */
  original!: ObservationOriginalDto | null;
  merged_into!: string | null;
  goals!: ObservationLinkDto[];
  milestones!: ObservationLinkDto[];
  created_at!: string;
}

export class ObservationPageDto {
  items!: ObservationDto[];
  next_cursor!: string | null;
}

export class ObservationQueryDto extends PageQueryDto {
  @Omittable()
  @IsUUID()
  session_id?: string;

  @Omittable()
  @IsUUID()
  goal_id?: string;

  @Omittable()
  @IsUUID()
  milestone_id?: string;

  @Omittable()
  @IsIn(STANCES)
  stance?: Stance;

  @Omittable()
  @IsIn(['analyst', 'coach'])
  source?: Source;

  /** Without it, dismissed and merged observations are left out. */
  @Omittable()
  @IsIn([...VERDICTS, 'unreviewed'])
  verdict?: Verdict | 'unreviewed';
}

export class CreateObservationDto {
  @IsUUID()
  session_id!: string;

  @IsIn(STANCES)
  stance!: Stance;

  @IsOptional()
  @IsIn(ACHIEVED)
  achieved?: Achieved | null;

  @Omittable()
  @IsNumber()
  @Min(-1)
  @Max(1)
  valence?: number;

  @Omittable()
  @IsNumber()
  @Min(0)
  @Max(1)
  intensity?: number;

  /** Sequence numbers of the utterances it rests on. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(20)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(1_000_000, { each: true })
  utterances?: number[];

  /** Word for word from one of the utterances; the first one's whole text when left out. */
  @Omittable()
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  quote?: string;

  @IsOptional()
  @TrimToNull()
  @IsString()
  @MaxLength(4000)
  note?: string | null;
}

export class JudgeObservationDto {
  /** null takes an earlier verdict back. */
  @IsOptional()
  @IsIn([...VERDICTS, null])
  verdict?: Verdict | null;

  @Omittable()
  @IsIn(STANCES)
  stance?: Stance;

  @IsOptional()
  @IsIn(ACHIEVED)
  achieved?: Achieved | null;

  @Omittable()
  @IsNumber()
  @Min(-1)
  @Max(1)
  valence?: number;

  @Omittable()
  @IsNumber()
  @Min(0)
  @Max(1)
  intensity?: number;

  @Omittable()
  @Trim()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

export class MergeDto {
  /** Id of the one that stays; null takes the merge back. */
  @IsOptional()
  @IsUUID()
  into!: string | null;
}

export class SetLinkDto {
  /** -0.10..0.10 */
  @IsNumber()
  delta!: number;
}

const toLinkDto = (link: Link): ObservationLinkDto => ({
  id: link.id,
  name: link.name,
  delta: link.delta,
  similarity: link.similarity,
  source: link.source,
});

export const toObservationDto = (observation: StoredObservation): ObservationDto => ({
  id: observation.id,
  client_id: observation.clientId,
  session_id: observation.sessionId,
  session_title: observation.sessionTitle,
  session_date: observation.sessionDate,
  stance: observation.stance,
  achieved: observation.achieved,
  valence: observation.valence,
  intensity: observation.intensity,
  certainty: observation.certainty,
  utterances: observation.utterances.map((number, index) => ({
    id: observation.utteranceIds[index] ?? '',
    sequence_number: number,
  })),
  quote: observation.quote,
  quote_utterance: observation.quoteUtterance || null,
  note: observation.note,
  source: observation.source,
  analyst: observation.analyst,
  analyst_version: observation.analystVersion,
  verdict: observation.verdict,
  verdict_at: observation.verdictAt?.toISOString() ?? null,
  original: observation.original && {
    stance: observation.original.stance,
    achieved: observation.original.achieved,
    valence: observation.original.valence,
    intensity: observation.original.intensity,
  },
  merged_into: observation.mergedInto,
  goals: observation.goals.map(toLinkDto),
  milestones: observation.milestones.map(toLinkDto),
  created_at: observation.createdAt.toISOString(),
});

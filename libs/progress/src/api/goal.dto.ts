import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { PageQueryDto, Trim, TrimToNull, Omittable } from '@app/platform';
import type { GoalView } from '../application/goals';
import type { CurvePoint } from '../domain/curve';
import type { GoalSuggestion } from '../domain/suggest-goals';
import { GOAL_STATUSES, type GoalStatus } from '../domain/types';

/** A goal after one session. */
export class GoalPointDto {
  session_id!: string;
  session_title!: string;
  /** `YYYY-MM-DD` */
  date!: string;
  /** What the session's observations add, after rounding. */
  delta!: number;
  observation_count!: number;
  /** 0..1 after this session. */
  progress!: number;
}

/** Something a client works towards. */
export class GoalDto {
  id!: string;
  client_id!: string;
  /** Unique among the client's goals. */
  slug!: string;
  title!: string;
  description!: string | null;
  status!: 'active' | 'paused' | 'complete';
  /** 0..1, derived from the linked observations. */
  progress!: number;
  /** Points of the curve, one per session that says something of the goal, oldest first; in lists the latest 12. */
  history!: GoalPointDto[];
  created_at!: string;
  updated_at!: string;
}

export class GoalPageDto {
  items!: GoalDto[];
  next_cursor!: string | null;
}

export class GoalListQueryDto extends PageQueryDto {
  @Omittable()
  @IsIn(GOAL_STATUSES)
  status?: GoalStatus;
}

export class CreateGoalDto {
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title!: string;

  /** Made from the title when left out. */
  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  slug?: string;

  @IsOptional()
  @TrimToNull()
  @IsString()
  @MaxLength(4000)
  description?: string | null;

  @Omittable()
  @IsIn(GOAL_STATUSES)
  status?: GoalStatus;

  /** Key of the suggestion this goal comes from; the suggestion is then answered. */
  @Omittable()
  @IsString()
  @MaxLength(100)
  suggestion_key?: string;
}

export class UpdateGoalDto {
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
  @MaxLength(60)
  slug?: string;

  @IsOptional()
  @TrimToNull()
  @IsString()
  @MaxLength(4000)
  description?: string | null;

  @Omittable()
  @IsIn(GOAL_STATUSES)
  status?: GoalStatus;
}

export class StatementDto {
  observation_id!: string;
  session_id!: string;
  /** `YYYY-MM-DD` */
  date!: string;
  stance!: string;
  quote!: string;
  utterance_id!: string;
  sequence_number!: number;
}

/** A goal the client keeps stating that is not tracked. */
export class GoalSuggestionDto {
  key!: string;
  /** The client's own words. */
  quote!: string;
  session_count!: number;
  statements!: StatementDto[];
}

export class GoalSuggestionListDto {
  items!: GoalSuggestionDto[];
}

const toPointDto = (point: CurvePoint): GoalPointDto => ({
  session_id: point.sessionId,
  session_title: point.title,
  date: point.date,
  delta: point.delta,
  observation_count: point.observationCount,
  progress: point.progress,
});

/** Points of a curve that a list shows. */
const LISTED_POINTS = 12;

export const toListedGoalDto = (goal: GoalView): GoalDto =>
  toGoalDto({ ...goal, curve: goal.curve.slice(-LISTED_POINTS) });

export const toGoalDto = (goal: GoalView): GoalDto => ({
  id: goal.id,
  client_id: goal.clientId,
  slug: goal.slug,
  title: goal.title,
  description: goal.description,
  status: goal.status,
  progress: goal.progress,
  history: goal.curve.map(toPointDto),
  created_at: goal.createdAt.toISOString(),
  updated_at: goal.updatedAt.toISOString(),
});

export const toSuggestionDto = (suggestion: GoalSuggestion): GoalSuggestionDto => ({
  key: suggestion.key,
  quote: suggestion.quote,
  session_count: suggestion.sessionCount,
  statements: suggestion.statements.map((stated) => ({
    observation_id: stated.observationId,
    session_id: stated.sessionId,
    date: stated.date,
    stance: stated.stance,
    quote: stated.quote,
    utterance_id: stated.utteranceId,
    sequence_number: stated.quoteUtterance,
  })),
});

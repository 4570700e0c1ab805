import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PageQueryDto, Trim, TrimToNull, Omittable } from '@app/platform';
import type { MilestoneView } from '../domain/records';
import { MILESTONE_STATUSES, type MilestoneStatus } from '../domain/types';

/** A date-driven event on a client's way. */
export class MilestoneDto {
  id!: string;
  client_id!: string;
  title!: string;
  description!: string | null;
  /** `YYYY-MM-DD`, the day in `time_zone`. */
  target_date!: string;
  time_zone!: string;
  /** Becomes `missed` by itself when the target date is over. */
  status!: 'upcoming' | 'completed' | 'missed';
  /** Day the coach closed it, `YYYY-MM-DD`. */
  closed_on!: string | null;
  /** The coach has noted that it was missed. */
  missed_seen!: boolean;
  observation_count!: number;
  created_at!: string;
  updated_at!: string;
}

export class MilestonePageDto {
  items!: MilestoneDto[];
  next_cursor!: string | null;
}

export class MilestoneListQueryDto extends PageQueryDto {
  @Omittable()
  @IsIn(MILESTONE_STATUSES)
  status?: MilestoneStatus;
}

export class CreateMilestoneDto {
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title!: string;

  @IsOptional()
  @TrimToNull()
  @IsString()
  @MaxLength(4000)
  description?: string | null;

  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'target_date must be a day such as 2026-03-12' })
  target_date!: string;

  /** IANA time zone; the coach's own when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  time_zone?: string | null;

  @Omittable()
  @IsIn(MILESTONE_STATUSES)
  status?: MilestoneStatus;
}

export class UpdateMilestoneDto {
  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title?: string;

  @IsOptional()
  @TrimToNull()
  @IsString()
  @MaxLength(4000)
  description?: string | null;

  @Omittable()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'target_date must be a day such as 2026-03-12' })
  target_date?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  time_zone?: string | null;

  /** `upcoming` leaves it to the date again. */
  @Omittable()
  @IsIn(MILESTONE_STATUSES)
  status?: MilestoneStatus;

  @Omittable()
  @IsBoolean()
  missed_seen?: boolean;
}

export const toMilestoneDto = (milestone: MilestoneView): MilestoneDto => ({
  id: milestone.id,
  client_id: milestone.clientId,
  title: milestone.title,
  description: milestone.description,
  target_date: milestone.targetDate,
  time_zone: milestone.timeZone,
  status: milestone.status,
  closed_on: milestone.closedOn,
  missed_seen: milestone.missedSeenAt !== null,
  observation_count: milestone.observationCount,
  created_at: milestone.createdAt.toISOString(),
  updated_at: milestone.updatedAt.toISOString(),
});

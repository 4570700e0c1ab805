import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Trim, TrimToNull, Omittable } from '@app/platform';
import type { CoachProfile } from '../domain/types';

/** The coach as clients and reports know them. */
export class ProfileDto {
  id!: string;
  name!: string;
  business_name!: string | null;
  niche!: string | null;
  description!: string | null;
  /** IANA time zone; decides what "today" is. */
  time_zone!: string;
}

export class UpdateProfileDto {
  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name?: string;

  @IsOptional()
  @TrimToNull()
  @IsString()
  @MaxLength(200)
  business_name?: string | null;

  @IsOptional()
  @TrimToNull()
  @IsString()
  @MaxLength(200)
  niche?: string | null;

  @IsOptional()
  @TrimToNull()
  @IsString()
  @MaxLength(5000)
  description?: string | null;

  /** IANA time zone name, e.g. `Europe/London`. */
  @Omittable()
  @IsString()
  @MaxLength(100)
  time_zone?: string;
}

export const toProfileDto = (profile: CoachProfile): ProfileDto => ({
  id: profile.id,
  name: profile.name,
  business_name: profile.businessName,
  niche: profile.niche,
  description: profile.description,
  time_zone: profile.timeZone,
});

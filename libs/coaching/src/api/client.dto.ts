import { PartialType } from '@nestjs/swagger';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { PageQueryDto, Trim, TrimToNull, Omittable } from '@app/platform';
import { CLIENT_SORTS, type ClientSort, type ClientView } from '../domain/types';

export class NextSessionDto {
  id!: string;
  title!: string;
  /** `YYYY-MM-DD` */
  date!: string;
  /** Instant, when a time is known. */
  starts_at!: string | null;
}

/** A client of the coach. */
export class ClientDto {
  id!: string;
  name!: string;
  email!: string | null;
  /** Sessions in the package; null without one. */
  total_sessions!: number | null;
  /** Regular sessions dated today or earlier in the coach's time zone. */
  actual_completed_sessions!: number;
  /** All sessions, intake and upcoming ones included. */
  session_count!: number;
  /** Whether the client agreed to having sessions transcribed and analysed. */
  has_consented!: boolean;
  /** Day on which consent was recorded, `YYYY-MM-DD`. */
  consent_recorded_on!: string | null;
  last_session_date!: string | null;
  next_session!: NextSessionDto | null;
  created_at!: string;
  updated_at!: string;
}

export class ClientPageDto {
  items!: ClientDto[];
  next_cursor!: string | null;
}

export class CreateClientDto {
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name!: string;

  @IsOptional()
  @TrimToNull()
  @IsEmail()
  @MaxLength(320)
  email?: string | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  total_sessions?: number | null;

  /** Records the client's consent to transcription and analysis. */
  @Omittable()
  @IsBoolean()
  has_consented?: boolean;

  /** Day of the consent, default today. */
  @Omittable()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'consent_recorded_on must be a day such as 2026-03-12' })
  consent_recorded_on?: string;
}

/** The fields to change; `has_consented: false` records that consent was withdrawn. */
export class UpdateClientDto extends PartialType(CreateClientDto, { skipNullProperties: false }) {}

export class ClientListQueryDto extends PageQueryDto {
  /** Part of a name or e-mail address. */
  @Omittable()
  @Trim()
  @IsString()
  @MaxLength(200)
  search?: string;

  @IsOptional()
  @IsIn(CLIENT_SORTS)
  sort: ClientSort = 'name';
}

export const toClientDto = (client: ClientView): ClientDto => ({
  id: client.id,
  name: client.name,
  email: client.email,
  total_sessions: client.totalSessions,
  actual_completed_sessions: client.actualCompletedSessions,
  session_count: client.sessionCount,
  has_consented: client.hasConsented,
  consent_recorded_on: client.consentRecordedOn,
  last_session_date: client.lastSessionDate,
  next_session: client.nextSession && {
    id: client.nextSession.id,
    title: client.nextSession.title,
    date: client.nextSession.date,
    starts_at: client.nextSession.startsAt?.toISOString() ?? null,
  },
  created_at: client.createdAt.toISOString(),
  updated_at: client.updatedAt.toISOString(),
});

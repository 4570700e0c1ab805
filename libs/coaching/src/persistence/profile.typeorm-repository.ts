import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import { ProfileRepository } from '../domain/repositories';
import type { CoachProfile } from '../domain/types';
import { CoachingProfileEntity } from './entities';

interface ProfileRow {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  time_zone: string;
  business_name: string | null;
  niche: string | null;
  description: string | null;
}

@Injectable()
export class TypeOrmProfileRepository extends ProfileRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async load(coachId: string): Promise<CoachProfile | null> {
    const rows = await this.scope.rows<ProfileRow>(
      'coach_profile',
      `SELECT u.id, u.name, u.email, u.email_verified_at IS NOT NULL AS email_verified, u.time_zone, p.business_name, p.niche, p.description
       FROM users u LEFT JOIN coaching_profiles p ON p.coach_id = u.id WHERE u.id = $1`,
      [coachId],
    );
    const row = rows[0];
    return row
      ? {
          id: row.id,
          name: row.name,
          email: row.email,
          emailVerified: row.email_verified,
          timeZone: row.time_zone,
          businessName: row.business_name,
          niche: row.niche,
          description: row.description,
        }
      : null;
  }

  async save(
    coachId: string,
    changes: Partial<Omit<CoachProfile, 'id' | 'email' | 'emailVerified'>>,
  ): Promise<void> {
    const { name, timeZone, ...profile } = changes;
    if (name !== undefined || timeZone !== undefined) {
      await this.scope.execute(
        'UPDATE users SET name = COALESCE($2, name), time_zone = COALESCE($3, time_zone), updated_at = now() WHERE id = $1',
        [coachId, name ?? null, timeZone ?? null],
      );
    }
    await this.scope.manager.upsert(CoachingProfileEntity, { coachId, ...profile }, ['coachId']);
  }
}

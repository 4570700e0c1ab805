import { Injectable } from '@nestjs/common';
import { Clock, dateIn, DomainError, isTimeZone, notFound, type Principal, TenantScope } from '@app/platform';
import { ProfileRepository } from '../domain/repositories';
import type { CoachProfile } from '../domain/types';

/** The coach's own profile, and what "today" means for them. */
@Injectable()
export class Profiles {
  constructor(
    private readonly scope: TenantScope,
    private readonly profiles: ProfileRepository,
    private readonly clock: Clock,
  ) {}

  get(principal: Principal): Promise<CoachProfile> {
    return this.scope.run(principal, async () => {
      const profile = await this.profiles.load(principal.coachId);
      if (!profile) throw notFound('profile');
      return profile;
    });
  }

  update(
    principal: Principal,
    changes: Partial<Omit<CoachProfile, 'id' | 'email' | 'emailVerified'>>,
  ): Promise<CoachProfile> {
    if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) {
      throw new DomainError({
        code: 'validation.failed',
        kind: 'invalid',
        message: 'This is not a time zone we know. Use a name such as Europe/London.',
        fields: [{ field: 'time_zone', message: 'must be an IANA time zone name' }],
      });
    }
    return this.scope.run(principal, async () => {
      await this.profiles.save(principal.coachId, changes);
      return this.get(principal);
    });
  }

  /** The coach's calendar day now, `YYYY-MM-DD`. */
  async today(principal: Principal): Promise<string> {
    return dateIn(this.clock.now(), (await this.get(principal)).timeZone);
  }
}

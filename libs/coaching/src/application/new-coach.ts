import { Injectable } from '@nestjs/common';
import { CoachRegistered } from '@app/identity';
import { ProfileRepository } from '../domain/repositories';

/** Gives a new coach their profile, inside the registration's transaction. */
@Injectable()
export class NewCoach extends CoachRegistered {
  constructor(private readonly profiles: ProfileRepository) {
    super();
  }

  onCoachRegistered({
    userId,
    businessName,
  }: {
    userId: string;
    businessName: string | null;
  }): Promise<void> {
    return this.profiles.save(userId, { businessName });
  }
}

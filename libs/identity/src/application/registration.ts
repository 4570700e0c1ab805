import { randomUUID } from 'node:crypto';
import { Clock, coachPrincipal, TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Device } from '../domain/device';
import { unusablePassword } from '../domain/errors';
import { passwordProblem } from '../domain/password-policy';
import { CoachRegistered, PasswordHasher, Throttle } from '../domain/ports';
import { UserRepository } from '../domain/repositories';
import { type Account, normaliseEmail, type User } from '../domain/user';
import { EmailLinks } from './email-links';
import { optionalPort } from './optional-port';
import { SessionTokens } from './session-tokens';

export interface NewCoach {
  email: string;
  password: string;
  name: string;
  businessName: string | null;
  /** IANA name. */
  timeZone: string;
}

/** A user and the token they act with from now on. */
export interface SignedInUser {
  token: string;
  user: User;
}

/** A coach opens an account: they are signed in at once and asked by mail to confirm their address. */
@Injectable()
export class Registration {
  constructor(
    private readonly scope: TenantScope,
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly links: EmailLinks,
    private readonly sessions: SessionTokens,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  /** Refuses with `auth.throttled`, `validation.failed` (password) and `auth.email_taken`. */
  async register(coach: NewCoach, device: Device): Promise<SignedInUser> {
    const problem = passwordProblem(coach.password, coach.email);
    if (problem) throw unusablePassword('password', problem);
    await this.throttle.countRequest('register', device.ipAddress);
    const passwordHash = await this.hasher.hash(coach.password);
    const account: Account = {
      id: randomUUID(),
      email: normaliseEmail(coach.email),
      passwordHash,
      name: coach.name,
      role: 'coach',
      timeZone: coach.timeZone,
      emailVerifiedAt: null,
      createdAt: this.clock.now(),
    };
    const token = await this.scope.run(coachPrincipal(account.id), async () => {
      await this.users.add(account);
      await optionalPort(this.modules, CoachRegistered)?.onCoachRegistered({
        userId: account.id,
        businessName: coach.businessName,
      });
      await this.links.send(account, 'verify_email');
      return this.sessions.issue(account.id, device);
    });
    return { token, user: account };
  }
}

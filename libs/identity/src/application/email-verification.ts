import { Clock, TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { authRequired, invalidLink, throttled } from '../domain/errors';
import { Throttle } from '../domain/ports';
import { UserRepository } from '../domain/repositories';
import type { User } from '../domain/user';
import { EmailLinks } from './email-links';

/** Proof that a user reads the mail of their address. */
@Injectable()
export class EmailVerification {
  constructor(
    private readonly scope: TenantScope,
    private readonly users: UserRepository,
    private readonly links: EmailLinks,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `auth.token_invalid`. */
  verify(token: string): Promise<User> {
    return this.scope.runUnscoped(async () => {
      const userId = await this.links.redeem('verify_email', token);
      await this.users.markEmailVerified(userId, this.clock.now());
      const user = await this.users.findById(userId);
      if (!user) throw invalidLink();
      return user;
    });
  }

  /** Sends the link again; does nothing for a verified address. */
  async resend(userId: string): Promise<void> {
    const user = await this.scope.runUnscoped(() => this.users.findById(userId));
    if (!user) throw authRequired();
    if (user.emailVerifiedAt) return;
    const seconds = await this.throttle.countMail(user.email);
    if (seconds > 0) throw throttled(seconds);
    await this.scope.runUnscoped(() => this.links.send(user, 'verify_email'));
  }
}

import { Clock, TenantScope } from '@app/platform';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Device } from '../domain/device';
import { authRequired, invalidLink, unusablePassword, wrongPassword } from '../domain/errors';
import { passwordProblem } from '../domain/password-policy';
import { PasswordHasher, Throttle } from '../domain/ports';
import { AccessTokenRepository, UserRepository } from '../domain/repositories';
import { normaliseEmail, type User } from '../domain/user';
import { EmailLinks } from './email-links';

/** Forgotten, reset and changed passwords. */
@Injectable()
export class Passwords implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Passwords.name);
  private readonly unfinished = new Set<Promise<void>>();

  constructor(
    private readonly scope: TenantScope,
    private readonly users: UserRepository,
    private readonly tokens: AccessTokenRepository,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly links: EmailLinks,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a link when the e-mail is known. The caller is answered before it is looked up, so that neither the answer
   * nor its delay tells whether there is such an account. Refuses with `auth.throttled` only.
   */
  async forgot(email: string, device: Device): Promise<void> {
    await this.throttle.countRequest('forgot', device.ipAddress);
    const work = this.sendResetLink(normaliseEmail(email))
      .catch((error: unknown) =>
        this.logger.error(`reset link: ${error instanceof Error ? error.name : 'error'}`),
      )
      .finally(() => this.unfinished.delete(work));
    this.unfinished.add(work);
  }

  /** Sets a new password by a link of a mail and ends all sign-ins. The link also proves the address. */
  async reset(token: string, password: string, device: Device): Promise<void> {
    const user = await this.scope.runUnscoped(async () => {
      const owner = await this.users.lock(await this.links.redeem('reset_password', token));
      if (!owner) throw invalidLink();
      const problem = passwordProblem(password, owner.email);
      // Rolls back: the link stays usable for a better password.
      if (problem) throw unusablePassword('password', problem);
      await this.users.markEmailVerified(owner.id, this.clock.now());
      await this.replace(owner, await this.hasher.hash(password), null);
      return owner;
    });
    await this.throttle.attemptSucceeded(device.ipAddress, user.email);
  }

  /** Sets a new password for someone who knows the current one and ends their other sign-ins. */
  async change(
    who: { userId: string; tokenId: string },
    passwords: { current: string; next: string },
    device: Device,
  ): Promise<void> {
    const account = await this.scope.runUnscoped(() => this.users.findById(who.userId));
    if (!account) throw authRequired();
    const problem = passwordProblem(passwords.next, account.email);
    if (problem) throw unusablePassword('new_password', problem);
    await this.throttle.countAttempt(device.ipAddress, account.email);
    if (!(await this.hasher.matches(account.passwordHash, passwords.current))) throw wrongPassword();
    const passwordHash = await this.hasher.hash(passwords.next);
    await this.scope.runUnscoped(async () => {
      const current = await this.users.lock(account.id);
      if (current?.passwordHash !== account.passwordHash) throw wrongPassword();
      await this.replace(account, passwordHash, who.tokenId);
    });
    await this.throttle.attemptSucceeded(device.ipAddress, account.email);
  }

  /** The database connection is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.unfinished);
  }

  private async replace(user: User, passwordHash: string, keptTokenId: string | null): Promise<void> {
    await this.users.setPasswordHash(user.id, passwordHash);
    await this.tokens.removeAll(user.id, keptTokenId);
    await this.links.revoke(user, 'reset_password');
    await this.links.announcePasswordChange(user);
  }

  private async sendResetLink(email: string): Promise<void> {
    // A mail bomb ends in silence: a refusal here would say that the address is known.
    if ((await this.throttle.countMail(email)) > 0) return;
    await this.scope.runUnscoped(async () => {
      const user = await this.users.findByEmail(email);
      if (user) await this.links.send(user, 'reset_password');
    });
  }
}

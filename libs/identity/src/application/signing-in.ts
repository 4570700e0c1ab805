import { TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Device } from '../domain/device';
import { invalidCredentials } from '../domain/errors';
import { PasswordHasher, Throttle } from '../domain/ports';
import { UserRepository } from '../domain/repositories';
import { normaliseEmail } from '../domain/user';
import type { SignedInUser } from './registration';
import { SessionTokens } from './session-tokens';

/** E-mail and password against a new sign-in. */
@Injectable()
export class SigningIn {
  constructor(
    private readonly scope: TenantScope,
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly sessions: SessionTokens,
  ) {}

  /** Refuses with `auth.throttled` and `auth.invalid_credentials`. */
  async signIn(credentials: { email: string; password: string }, device: Device): Promise<SignedInUser> {
    const email = normaliseEmail(credentials.email);
    await this.throttle.countAttempt(device.ipAddress, email);
    const account = await this.scope.runUnscoped(() => this.users.findByEmail(email));
    const matches = await this.hasher.matches(account?.passwordHash ?? null, credentials.password);
    if (!account || !matches) throw invalidCredentials();
    const renewed = this.hasher.isOutdated(account.passwordHash)
      ? await this.hasher.hash(credentials.password)
      : null;
    const token = await this.scope.runUnscoped(async () => {
      // Comparing takes time: a password that was changed meanwhile must not open a new sign-in.
      const current = await this.users.lock(account.id);
      if (current?.passwordHash !== account.passwordHash) throw invalidCredentials();
      if (renewed) await this.users.setPasswordHash(account.id, renewed);
      return this.sessions.issue(account.id, device);
    });
    await this.throttle.attemptSucceeded(device.ipAddress, email);
    return { token, user: account };
  }
}

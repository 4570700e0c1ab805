import { AppConfig, Clock, Mailer } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { invalidLink } from '../domain/errors';
import { EmailTokenRepository } from '../domain/repositories';
import { EMAIL_TOKEN_TTL_MS, type EmailTokenPurpose, hashToken, newEmailToken } from '../domain/secret-token';
import type { User } from '../domain/user';
import { passwordChangedMail, resetMail, verificationMail } from './mails';

const PAGES = { verify_email: 'verify-email', reset_password: 'reset-password' } as const;
const MAILS = { verify_email: verificationMail, reset_password: resetMail } as const;

/** Single-use links in mails, inside the caller's transaction. */
@Injectable()
export class EmailLinks {
  constructor(
    private readonly tokens: EmailTokenRepository,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async send(user: User, purpose: EmailTokenPurpose): Promise<void> {
    const now = this.clock.now();
    const token = newEmailToken();
    await this.tokens.removeExpired(user.id, now);
    await this.tokens.add({
      userId: user.id,
      purpose,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + EMAIL_TOKEN_TTL_MS[purpose]),
    });
    await this.mailer.send(
      MAILS[purpose](user.email, `${this.config.appUrl}/${PAGES[purpose]}?token=${token}`),
    );
  }

  /** Uses a link up and tells whose it was; refuses with `auth.token_invalid`. */
  async redeem(purpose: EmailTokenPurpose, token: string): Promise<string> {
    const userId = await this.tokens.redeem(purpose, hashToken(token), this.clock.now());
    if (!userId) throw invalidLink();
    return userId;
  }

  /** Makes the links of this purpose that are still on their way worthless. */
  revoke(user: User, purpose: EmailTokenPurpose): Promise<void> {
    return this.tokens.removeAll(user.id, purpose);
  }

  /** Tells the owner that their password changed, in case it was not them. */
  announcePasswordChange(user: User): Promise<void> {
    return this.mailer.send(passwordChangedMail(user.email, `${this.config.appUrl}/forgot-password`));
  }
}

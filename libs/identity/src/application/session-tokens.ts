import { randomUUID } from 'node:crypto';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Device } from '../domain/device';
import { AccessTokenRepository } from '../domain/repositories';
import { hashToken, newSessionToken, SESSION_TTL_MS } from '../domain/secret-token';

const USER_AGENT_MAX = 300;

/** Makes the token of a new sign-in, inside the caller's transaction. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly tokens: AccessTokenRepository,
    private readonly clock: Clock,
  ) {}

  /** The token itself is handed out here and never again: only its hash is stored. */
  async issue(userId: string, device: Device): Promise<string> {
    const now = this.clock.now();
    const token = newSessionToken();
    await this.tokens.removeExpired(userId, now);
    await this.tokens.add({
      id: randomUUID(),
      userId,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_TTL_MS),
      userAgent: device.userAgent?.slice(0, USER_AGENT_MAX) ?? null,
      ipAddress: device.ipAddress,
    });
    return token;
  }
}

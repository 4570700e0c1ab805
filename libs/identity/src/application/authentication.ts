import { Clock, type Principal } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ClientLink } from '../domain/ports';
import { type FoundSignIn, SignInReader } from '../domain/repositories';
import { hashToken, isSessionToken, SESSION_TOUCH_MS, SESSION_TTL_MS } from '../domain/secret-token';
import { optionalPort } from './optional-port';

/** Who a token stands for. */
export interface Authenticated {
  principal: Principal;
  tokenId: string;
  emailVerified: boolean;
  /** The sign-in was just prolonged: the browser's cookie should be as well. */
  prolonged: boolean;
}

/** From a token to who is asking. */
@Injectable()
export class Authentication {
  constructor(
    private readonly reader: SignInReader,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  /** `null` for a token that is unknown, revoked or expired. */
  async authenticate(token: string): Promise<Authenticated | null> {
    if (!isSessionToken(token)) return null;
    const now = this.clock.now();
    const found = await this.reader.find(hashToken(token), now);
    if (!found) return null;
    const prolonged = now.getTime() - found.lastUsedAt.getTime() >= SESSION_TOUCH_MS;
    if (prolonged) await this.reader.prolong(found.tokenId, now, new Date(now.getTime() + SESSION_TTL_MS));
    return {
      principal: await this.principalOf(found),
      tokenId: found.tokenId,
      emailVerified: found.emailVerified,
      prolonged,
    };
  }

  private async principalOf({ userId, role }: FoundSignIn): Promise<Principal> {
    if (role !== 'client') return { userId, role, coachId: userId, clientId: null };
    // Without a link the ids of nobody's rows: such a user sees nothing.
    const link = await optionalPort(this.modules, ClientLink)?.find(userId);
    return { userId, role, coachId: link?.coachId ?? userId, clientId: link?.clientId ?? userId };
  }
}

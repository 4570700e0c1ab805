import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { Strategy } from 'passport-http-bearer';
import { type Authenticated, Authentication } from '../application/authentication';
import { credentialOf } from './credential';

/**
 * Passport's bearer strategy, told nothing but the one credential that counts. Passport keeps strategies per process:
 * a name of its own keeps this application's strategy apart from that of another application in the same process.
 */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy) implements OnApplicationShutdown {
  override readonly name = `bearer-${randomUUID()}`;

  constructor(private readonly authentication: Authentication) {
    super();
    passport.use(this.name, this);
  }

  /** Left alone the strategy would also take `access_token` from the body and the query. */
  override authenticate(request: unknown, options?: object): void {
    const credential = credentialOf(request as FastifyRequest);
    const headers = credential ? { authorization: `Bearer ${credential.token}` } : {};
    super.authenticate({ headers } as Parameters<Strategy<never>['authenticate']>[0], options);
  }

  onApplicationShutdown(): void {
    passport.unuse(this.name);
  }

  async validate(token: string): Promise<Authenticated | false> {
    return (await this.authentication.authenticate(token)) ?? false;
  }
}

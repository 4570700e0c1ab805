import type { AuthenticatedRequest } from '@app/platform';
import { type ExecutionContext, Injectable, NotFoundException } from '@nestjs/common';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import type { FastifyReply } from 'fastify';
import type { Authenticated } from '../application/authentication';
import { authRequired, emailUnverified } from '../domain/errors';
import { BearerStrategy } from './bearer.strategy';
import { credentialOf } from './credential';
import { Authenticator } from './authenticator';
import { routeAccess } from './route-access';
import { SessionCookie } from './session-cookie';

/**
 * Stands before every route. A public one is open, except to pages of other sites that would change something; any
 * other needs a signed-in person of one of its roles. To another role the route does not exist.
 */
@Injectable()
export class AuthGuard extends PassportGuard() {
  constructor(
    strategy: BearerStrategy,
    private readonly requests: Authenticator,
    private readonly cookie: SessionCookie,
  ) {
    super({ defaultStrategy: strategy.name });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest & { user?: Authenticated }>();
    const access = routeAccess(context.getHandler(), context.getClass());
    if (access.kind === 'public') {
      this.requests.checkAnonymousOrigin(request);
      return true;
    }
    this.requests.checkOrigin(request);
    await super.canActivate(context);
    const who = request.user;
    if (!who) throw authRequired();
    if (access.kind === 'unclear' || !access.roles.includes(who.principal.role))
      throw new NotFoundException();
    if (access.verifiedEmail && !who.emailVerified) throw emailUnverified();
    request.principal = who.principal;
    request.tokenId = who.tokenId;
    const credential = credentialOf(request);
    if (who.prolonged && credential?.by === 'cookie') {
      this.cookie.set(http.getResponse<FastifyReply>(), credential.token);
    }
    return true;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error;
    if (!user) throw authRequired();
    return user;
  }
}

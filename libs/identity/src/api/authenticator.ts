import { AppConfig } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Authenticated, Authentication } from '../application/authentication';
import { badOrigin } from '../domain/errors';
import { isFromAnotherSite, mayUseCookie, type RequestOrigin } from '../domain/request-origin';
import { credentialOf } from './credential';

/** Who makes a request, for routes outside Nest (a Fastify hook) and for the guard. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly authentication: Authentication,
    private readonly config: AppConfig,
  ) {}

  /** `null` when nobody is signed in; refuses with `auth.bad_origin` like the guard. Needs `@fastify/cookie`. */
  async authenticate(request: FastifyRequest): Promise<Authenticated | null> {
    const credential = credentialOf(request);
    if (!credential) return null;
    this.checkOrigin(request);
    return this.authentication.authenticate(credential.token);
  }

  /** What a cookie alone proves, another site's page could have made the browser send. */
  checkOrigin(request: FastifyRequest): void {
    if (credentialOf(request)?.by === 'cookie' && !mayUseCookie(originOf(request), this.config.appUrl)) {
      throw badOrigin();
    }
  }

  /** For routes anyone may call: another site's page must not call them in a visitor's name (sign-in CSRF). */
  checkAnonymousOrigin(request: FastifyRequest): void {
    if (isFromAnotherSite(originOf(request), this.config.appUrl)) throw badOrigin();
  }
}

function originOf(request: FastifyRequest): RequestOrigin {
  const fetchSite = request.headers['sec-fetch-site'];
  return {
    method: request.method,
    host: request.headers.host,
    origin: request.headers.origin,
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
  };
}

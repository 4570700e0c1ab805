import type { CookieSerializeOptions } from '@fastify/cookie';
import { AppConfig } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SESSION_TTL_MS } from '../domain/secret-token';

export const SESSION_COOKIE = 'journeyloop_session';

/** The browser's copy of a session token: pages cannot read it, other sites cannot post with it. */
@Injectable()
export class SessionCookie {
  private readonly options: CookieSerializeOptions;

  constructor(config: AppConfig) {
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secureCookies };
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(SESSION_COOKIE, token, { ...this.options, maxAge: SESSION_TTL_MS / 1000 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(SESSION_COOKIE, this.options);
  }
}

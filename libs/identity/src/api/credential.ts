import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from './session-cookie';

/** What a request shows to prove who makes it. */
export interface Credential {
  token: string;
  by: 'header' | 'cookie';
}

/**
 * The `Authorization: Bearer` header, else the cookie. A header of another scheme, such as a proxy's own, does not
 * hide the cookie. Nothing else counts: tokens in URLs and bodies end up in logs.
 */
export function credentialOf(request: Pick<FastifyRequest, 'headers' | 'cookies'>): Credential | null {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { token: bearer, by: 'header' };
  const cookie = request.cookies?.[SESSION_COOKIE];
  return cookie ? { token: cookie, by: 'cookie' } : null;
}

import { createHash, randomBytes } from 'node:crypto';

/** Lets a leaked token be recognised in a log or a repository by secret scanners. */
const SESSION_PREFIX = 'jl_';
const SESSION_TOKEN = /^jl_[A-Za-z0-9_-]{43}$/;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A sign-in ends when it was not used for this long. */
export const SESSION_TTL_MS = 30 * DAY_MS;

/** `last_used_at` is written at most this often. */
export const SESSION_TOUCH_MS = 60 * 1000;

export const EMAIL_TOKEN_TTL_MS = { verify_email: 3 * DAY_MS, reset_password: 60 * 60 * 1000 } as const;

export type EmailTokenPurpose = keyof typeof EMAIL_TOKEN_TTL_MS;

/** 256 random bits, opaque to everyone; the bearer of a sign-in. */
export const newSessionToken = (): string => SESSION_PREFIX + randomBytes(32).toString('base64url');

/** 256 random bits for a link in a mail. */
export const newEmailToken = (): string => randomBytes(32).toString('base64url');

/** True for what could be a session token at all, so that noise never reaches the database. */
export const isSessionToken = (token: string): boolean => SESSION_TOKEN.test(token);

/** What is stored of a token. The token has full entropy, therefore a plain SHA-256 cannot be searched. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();

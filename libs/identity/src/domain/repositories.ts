import type { SignIn } from './device';
import type { EmailTokenPurpose } from './secret-token';
import type { Account, User, UserRole } from './user';

/** Users. All methods join the transaction that is open. */
export abstract class UserRepository {
  abstract findById(id: string): Promise<Account | null>;
  abstract findByEmail(email: string): Promise<Account | null>;
  abstract findMany(ids: string[]): Promise<User[]>;
  /** Reads a user and keeps others from changing it until the transaction ends. */
  abstract lock(id: string): Promise<Account | null>;
  /** Refuses with `auth.email_taken` when another user has this e-mail. */
  abstract add(account: Account): Promise<void>;
  abstract setPasswordHash(id: string, passwordHash: string): Promise<void>;
  /** Keeps an earlier moment of verification. */
  abstract markEmailVerified(id: string, at: Date): Promise<void>;
  abstract update(id: string, changes: { name?: string; timeZone?: string }): Promise<void>;
}

/** A sign-in found by its token. */
export interface FoundSignIn {
  tokenId: string;
  userId: string;
  role: UserRole;
  emailVerified: boolean;
  lastUsedAt: Date;
}

/** The one read of every request: no transaction, one round trip. */
export abstract class SignInReader {
  /** The living sign-in with this token hash. */
  abstract find(tokenHash: Buffer, now: Date): Promise<FoundSignIn | null>;
  abstract prolong(tokenId: string, now: Date, expiresAt: Date): Promise<void>;
}

export interface NewAccessToken {
  id: string;
  userId: string;
  tokenHash: Buffer;
  createdAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  ipAddress: string | null;
}

/** Sign-ins. All methods join the transaction that is open. */
export abstract class AccessTokenRepository {
  abstract add(token: NewAccessToken): Promise<void>;
  /** A user's living sign-ins, newest first, from after the given one. */
  abstract list(
    userId: string,
    now: Date,
    limit: number,
    after: { createdAt: string; id: string } | null,
  ): Promise<SignIn[]>;
  /** False when the user has no such sign-in. */
  abstract remove(userId: string, id: string): Promise<boolean>;
  abstract removeAll(userId: string, exceptId: string | null): Promise<void>;
  abstract removeExpired(userId: string, now: Date): Promise<void>;
}

/** Links sent by mail. All methods join the transaction that is open. */
export abstract class EmailTokenRepository {
  abstract add(token: {
    userId: string;
    purpose: EmailTokenPurpose;
    tokenHash: Buffer;
    createdAt: Date;
    expiresAt: Date;
  }): Promise<void>;
  /** Uses the token up and tells whose it was; `null` when it is unknown, expired or used. */
  abstract redeem(purpose: EmailTokenPurpose, tokenHash: Buffer, now: Date): Promise<string | null>;
  abstract removeExpired(userId: string, now: Date): Promise<void>;
  abstract removeAll(userId: string, purpose: EmailTokenPurpose): Promise<void>;
}

export interface CapturedMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  createdAt: Date;
  /** `createdAt` with the database's full precision, for cursors. */
  position: string;
}

/** Mail that was captured instead of sent. */
export abstract class CapturedMailReader {
  abstract list(limit: number, after: { position: string; id: string } | null): Promise<CapturedMail[]>;
}

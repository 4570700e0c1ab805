/** Turns passwords into argon2id hashes and compares them. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  /** With `null` (no such user) does the same work and says no. */
  abstract matches(passwordHash: string | null, password: string): Promise<boolean>;
  /** True for a hash made with other parameters than today's. */
  abstract isOutdated(passwordHash: string): boolean;
}

/** Requests that are counted per address. */
export type AccountRequest = 'register' | 'forgot';

/** Slows down guessing and mail bombs. Refusals are `auth.throttled` with the seconds to wait. */
export abstract class Throttle {
  /** Counts one attempt to prove a password, before the password is looked at. */
  abstract countAttempt(ipAddress: string | null, email: string): Promise<void>;
  /** The attempt succeeded: it and the failures before it are forgotten. */
  abstract attemptSucceeded(ipAddress: string | null, email: string): Promise<void>;
  abstract countRequest(request: AccountRequest, ipAddress: string | null): Promise<void>;
  /** Seconds to wait before this address may be sent another unasked-for mail; 0 when it may be sent now. */
  abstract countMail(email: string): Promise<number>;
}

/** Told inside the registration's transaction, which sees the new coach's rows. Implemented by coaching. */
export abstract class CoachRegistered {
  abstract onCoachRegistered(coach: { userId: string; businessName: string | null }): Promise<void>;
}

/** Which client record a portal user is. Implemented by the portal; opens its own database work. */
export abstract class ClientLink {
  abstract find(userId: string): Promise<{ coachId: string; clientId: string } | null>;
}

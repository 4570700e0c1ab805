export const USER_ROLES = ['coach', 'client', 'ops'] as const;

/** What a person is here: a coach, a coach's client using the portal, or an operator of the installation. */
export type UserRole = (typeof USER_ROLES)[number];

/** A person who can sign in. */
export interface User {
  id: string;
  /** As typed, without surrounding space; compared without regard to case. */
  email: string;
  name: string;
  role: UserRole;
  /** IANA name. */
  timeZone: string;
  emailVerifiedAt: Date | null;
  createdAt: Date;
}

/** A user together with the stored argon2id hash (PHC string) of their password. */
export interface Account extends User {
  passwordHash: string;
}

/** What other modules may know of a user. */
export interface UserSummary {
  id: string;
  email: string;
  name: string;
  timeZone: string;
  emailVerified: boolean;
}

export const summaryOf = (user: User): UserSummary => ({
  id: user.id,
  email: user.email,
  name: user.name,
  timeZone: user.timeZone,
  emailVerified: user.emailVerifiedAt !== null,
});

/** The form in which an address is kept and sent to. */
export const normaliseEmail = (email: string): string => email.trim().normalize('NFC');

/** The form in which addresses are compared outside the database. */
export const comparableEmail = (email: string): string => normaliseEmail(email).toLowerCase();

import { DomainError } from '@app/platform';

export const authRequired = (): DomainError =>
  new DomainError({ code: 'auth.required', kind: 'unauthenticated', message: 'Please sign in first.' });

/** One answer for an unknown e-mail and a wrong password. */
export const invalidCredentials = (): DomainError =>
  new DomainError({
    code: 'auth.invalid_credentials',
    kind: 'unauthenticated',
    message: 'This e-mail and password do not belong together. Check both and try again.',
  });

export const emailTaken = (): DomainError =>
  new DomainError({
    code: 'auth.email_taken',
    kind: 'conflict',
    message: 'There is already an account with this e-mail. Sign in, or ask for a new password.',
    fields: [{ field: 'email', message: 'There is already an account with this e-mail.' }],
  });

export const unusablePassword = (field: string, message: string): DomainError =>
  new DomainError({
    code: 'validation.failed',
    kind: 'invalid',
    message: 'Please choose another password.',
    fields: [{ field, message }],
  });

export const wrongPassword = (): DomainError =>
  new DomainError({
    code: 'auth.wrong_password',
    kind: 'invalid',
    message: 'Your current password is not right.',
    fields: [{ field: 'current_password', message: 'This is not your current password.' }],
  });

/** A link of a mail that is unknown, expired or used: one answer for all three. */
export const invalidLink = (): DomainError =>
  new DomainError({
    code: 'auth.token_invalid',
    kind: 'invalid',
    message: 'This link has expired or was used already. Ask for a new one.',
  });

export const badOrigin = (): DomainError =>
  new DomainError({
    code: 'auth.bad_origin',
    kind: 'forbidden',
    message: 'This request came from another site and was not carried out.',
  });

export const emailUnverified = (): DomainError =>
  new DomainError({
    code: 'auth.email_unverified',
    kind: 'forbidden',
    message: 'Please confirm your e-mail address first. We can send you the link again.',
  });

export const throttled = (retryAfterSeconds: number): DomainError =>
  new DomainError({
    code: 'auth.throttled',
    kind: 'throttled',
    message: `Too many attempts. Please try again in ${inWords(retryAfterSeconds)}.`,
    extras: { retry_after: retryAfterSeconds },
  });

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

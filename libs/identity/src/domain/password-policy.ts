import { comparableEmail } from './user';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** The most used passwords of ten characters and more, and the ones this product suggests by its name. */
const COMMON = new Set([
  '0123456789',
  '0987654321',
  '1029384756',
  '1122334455',
  '123123123123',
  '1234512345',
  '12345678900',
  '12345678910',
  '1234567890',
  '123456789a',
  '123456789q',
  '1234qwerasdf',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '9876543210',
  'abc1234567',
  'abcd123456',
  'abcdefghij',
  'admin12345',
  'administrator',
  'asdfasdfasdf',
  'asdfghjkl;',
  'basketball',
  'changeme12',
  'changeme123',
  'coaching123',
  'football123',
  'iloveyou12',
  'iloveyou123',
  'journeyloop',
  'journeyloop1',
  'letmein123',
  'liverpool1',
  'manchester',
  'michelle12',
  'passw0rd123',
  'password01',
  'password10',
  'password11',
  'password12',
  'password123',
  'password1234',
  'password12345',
  'passwordpassword',
  'princess123',
  'q1w2e3r4t5',
  'qazwsxedcrfv',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'qwertyuiop',
  'qwertyuiop123',
  'qwertyqwerty',
  'sunshine123',
  'superman123',
  'welcome1234',
  'welcome123',
  'zaq12wsx34',
  'zxcvbnm123',
]);

/**
 * Says in one sentence why a password cannot be used, or `null` when it can. Length and guessability count; character
 * classes do not (NIST SP 800-63B).
 */
export function passwordProblem(password: string, email: string): string | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters.`;
  if (length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`;
  const plain = password.trim().toLowerCase();
  const address = comparableEmail(email);
  if (plain === address || plain === address.split('@')[0])
    return 'Use something other than your e-mail address.';
  if (COMMON.has(plain) || new Set(plain).size < 3)
    return 'Too many people use this one. Choose something less expected.';
  return null;
}

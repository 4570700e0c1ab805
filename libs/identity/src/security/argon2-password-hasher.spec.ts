import { hash } from '@node-rs/argon2';
import { Argon2PasswordHasher } from './argon2-password-hasher';

describe('Argon2PasswordHasher', () => {
  const hasher = new Argon2PasswordHasher();

  it('makes argon2id hashes of today’s parameters, each with its own salt', async () => {
    const [one, two] = await Promise.all([hasher.hash('slow rivers'), hasher.hash('slow rivers')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(hasher.isOutdated(one)).toBe(false);
  });

  it('tells right from wrong, and from nobody', async () => {
    const stored = await hasher.hash('slow rivers');
    expect(await hasher.matches(stored, 'slow rivers')).toBe(true);
    expect(await hasher.matches(stored, 'Slow rivers')).toBe(false);
    expect(await hasher.matches(null, 'slow rivers')).toBe(false);
  });

  it('takes composed and decomposed characters for the same', async () => {
    expect(await hasher.matches(await hasher.hash('caf\u00e9 au lait'), 'cafe\u0301 au lait')).toBe(true);
  });

  it('still reads hashes of other parameters and calls them outdated', async () => {
    const old = await hash('slow rivers', { memoryCost: 8192, timeCost: 1 });
    expect(await hasher.matches(old, 'slow rivers')).toBe(true);
    expect(hasher.isOutdated(old)).toBe(true);
  });
});

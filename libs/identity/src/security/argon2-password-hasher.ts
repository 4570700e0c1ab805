import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../domain/ports';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

@Injectable()
export class Argon2PasswordHasher extends PasswordHasher {
  /** The hash of nobody's password, compared with when there is no user. */
  private readonly decoy = this.hash(randomBytes(16).toString('hex'));

  hash(password: string): Promise<string> {
    return hash(canonical(password), PARAMETERS);
  }

  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const decoy = await this.decoy;
    return (await verify(passwordHash ?? decoy, canonical(password))) && passwordHash !== null;
  }

  isOutdated(passwordHash: string): boolean {
    return !passwordHash.startsWith(CURRENT);
  }
}

/** The same characters typed on different keyboards may arrive composed or not. */
const canonical = (password: string): string => password.normalize('NFKC');

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { PlainError } from './errors.mjs';
import { writeAtomically } from './processes.mjs';
import { isRoot, shortHash } from './settings.mjs';

/**
 * One installation's folder and what it remembers between starts (`instance.json`, readable by its owner only):
 * passwords it made, the ports it used last, whether the demo was seeded.
 */
export class Instance {
  #file;
  #values;

  constructor(folder) {
    this.folder = folder;
    this.logs = join(folder, 'logs');
    this.run = join(folder, 'run');
    try {
      mkdirSync(this.logs, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
      // Root's PostgreSQL runs as another user, who must be able to pass through, and no more.
      if (isRoot() && (statSync(folder).mode & 0o001) === 0) chmodSync(folder, 0o711);
      chmodSync(this.logs, 0o700);
    } catch (error) {
      throw new PlainError(
        `The data folder ${folder} cannot be used (${error.code}). Set JOURNEYLOOP_DATA_DIR to one that can be written.`,
      );
    }
    this.#file = join(folder, 'instance.json');
    this.#values = existsSync(this.#file) ? this.#read() : {};
  }

  #read() {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      if (error.code === 'EACCES') {
        throw new PlainError(
          `${this.#file} belongs to another user: start as that user, or use another data folder.`,
        );
      }
      throw new PlainError(
        `${this.#file} is damaged. Put back a copy, or remove it to have new passwords made.`,
      );
    }
  }

  get(name) {
    return this.#values[name];
  }

  set(name, value) {
    if (JSON.stringify(this.#values[name]) === JSON.stringify(value)) return;
    // A copy: the caller may go on changing what it gave.
    this.#values[name] = structuredClone(value);
    writeAtomically(this.#file, `${JSON.stringify(this.#values, null, 2)}\n`);
  }

  /** A secret of this installation, made at its first use. */
  secret(name) {
    const kept = this.get(name);
    if (kept) return kept;
    const made = randomBytes(24).toString('base64url');
    this.set(name, made);
    return made;
  }

  /**
   * The application's sign-in role on the database server. It differs from installation to installation, so that
   * two of them on one server never change each other's password; the same folder gets the same one again.
   */
  get loginRole() {
    return `journeyloop_app_${shortHash(`${hostname()}:${process.platform}:${this.folder}`)}`;
  }
}

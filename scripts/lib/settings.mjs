import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

/** The checkout. */
export const ROOT = realpathSync(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));

/** Where everything lies that belongs to root's installations: PostgreSQL's user cannot enter root's home. */
export const ROOT_STATE = '/var/lib/journeyloop';

export const isRoot = () => process.getuid?.() === 0;

export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** The environment, with what `.env` adds; a variable set outside wins, an empty one counts as not set. */
export function readEnvironment() {
  const file = join(ROOT, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const env = { ...fromFile };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== '' || !(name in env)) env[name] = value;
  }
  return env;
}

/** The folder that holds all state of this installation. */
export function dataFolder(env) {
  if (env.JOURNEYLOOP_DATA_DIR) return resolve(ROOT, env.JOURNEYLOOP_DATA_DIR);
  if (isRoot()) return join(ROOT_STATE, `${basename(ROOT)}-${shortHash(ROOT)}`);
  return join(ROOT, '.data');
}

/** What the servers and tools we start get of the environment: no secrets, plain English messages, UTC. */
export function plainEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

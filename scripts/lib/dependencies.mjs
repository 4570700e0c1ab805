import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run } from './command.mjs';
import { PlainError } from './errors.mjs';
import { ROOT } from './settings.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');
const FLAGS = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
const STAMP = join(ROOT, 'node_modules/.journeyloop.json');

function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  return JSON.stringify({ lock: hash, platform: `${process.platform}-${process.arch}` });
}

/** True when what npm noted as installed is what the lock file asks for. */
function matchesLock() {
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const present = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const found = present[path];
    if (!found) {
      if (entry.optional || entry.devOptional || entry.peer) continue;
      return false;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return false;
  }
  return Object.keys(present).every((path) => path in wanted);
}

export function dependenciesAreFresh() {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wantedStamp()) return true;
  try {
    // Installed by hand with npm: take it as it is when it is complete.
    if (!matchesLock()) return false;
    writeFileSync(STAMP, wantedStamp());
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs what package-lock.json names, with the npm that belongs to this Node.
 * @param {{ note(detail: string): void, lifecycle?: import('./lifecycle.mjs').Lifecycle, registry?: import('./processes.mjs').ProcessRegistry }} context
 */
export async function installDependencies({ note, lifecycle, registry }) {
  note('npm ci (a few minutes on the first start)');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const env = { ...process.env };
  // npm hands its own settings down as variables; those of an outer `npm start` are not meant for this one.
  for (const name of Object.keys(env)) {
    if (
      /^npm_(config_|lifecycle_|package_|command$)/i.test(name) &&
      !/registry|proxy|cafile|cache/i.test(name)
    ) {
      delete env[name];
    }
  }
  delete env.NODE_ENV;
  const npmRun = (verb, ...more) =>
    run(command, [...first, verb, ...more, ...FLAGS], { cwd: ROOT, env, lifecycle, registry });
  let result = await npmRun('ci');
  if (result.code !== 0 && result.lines.some((line) => line.includes('EUSAGE'))) {
    // npm finds the lock file incomplete, as it does when a registry lacks another platform's optional packages.
    // This installs the locked versions all the same and leaves the lock file alone.
    note('npm install');
    result = await npmRun('install', '--no-save');
  }
  if (result.code !== 0) {
    const lines = result.lines.filter((line) => line.trim() !== '' && !/^npm (notice|warn)/.test(line));
    throw new PlainError(
      'Installing the dependencies failed. The first start needs the network (or a filled npm cache).',
      lines.slice(0, 25),
    );
  }
  writeFileSync(STAMP, wantedStamp());
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, PlainError, Stopped } from './errors.mjs';
import { Lifecycle } from './lifecycle.mjs';
import { readEnvironment, ROOT } from './settings.mjs';
import { Terminal } from './terminal.mjs';
import { ensureBuilt, ensureDependencies } from './workspace.mjs';
import { isBuilt } from './build.mjs';
import { dependenciesAreFresh } from './dependencies.mjs';

/**
 * `npm run analyze|train|evaluate -- …`: one command-line program of the built server, in the caller's folder. What
 * has to be installed or built before is told on standard error, so that standard output is the program's alone.
 */
export async function main([name, ...args]) {
  const terminal = new Terminal(process.stderr);
  const lifecycle = new Lifecycle();
  lifecycle.listen();
  try {
    if (!/^[a-z][a-z0-9-]*$/.test(name ?? ''))
      throw new PlainError('Usage: node scripts/run.mjs NAME [argument …]');
    if (!dependenciesAreFresh()) await ensureDependencies(terminal, { lifecycle });
    if (!isBuilt('server')) await ensureBuilt(terminal, ['server'], { lifecycle });
    const script = join(ROOT, `dist/apps/cli/src/${name}.js`);
    if (!existsSync(script)) throw new PlainError(`There is no program called "${name}".`);
    process.exitCode = await runProgram(script, args, lifecycle);
  } catch (error) {
    if (!(error instanceof Stopped)) terminal.line(terminal.red(describe(error)));
    process.exitCode = error instanceof Stopped ? 130 : 1;
  }
}

/** In the same process group: Ctrl-C reaches it as well; other signals are passed on. */
function runProgram(script, args, lifecycle) {
  lifecycle.throwIfStopping();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: readEnvironment(),
      stdio: 'inherit',
    });
    lifecycle.signal.addEventListener('abort', () => {
      if (child.exitCode === null) child.kill(lifecycle.reason === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

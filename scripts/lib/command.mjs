import { spawn } from 'node:child_process';
import process from 'node:process';
import { uncoloured } from './log-file.mjs';
import { PlainError, Stopped } from './errors.mjs';
import { end, identityOf } from './processes.mjs';

const KEPT_LINES = 400;
let serial = 0;

/**
 * Runs a command to its end, in a process group of its own.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] the whole environment; default: ours
 * @param {import('./lifecycle.mjs').Lifecycle} [options.lifecycle] a requested stop ends the command
 * @param {import('./processes.mjs').ProcessRegistry} [options.registry] a killed start finds the command again
 * @param {import('./log-file.mjs').LogFile} [options.log]
 * @param {(line: string, from: 'stdout' | 'stderr') => void} [options.onLine]
 * @param {string} [options.input] given on standard input
 * @param {number} [options.timeout] milliseconds
 * @param {number} [options.uid]
 * @param {number} [options.gid]
 * @returns {Promise<{ code: number, lines: string[], timedOut: boolean }>} code 128 when a signal ended it
 */
export async function run(command, args, options = {}) {
  const { cwd, env = process.env, lifecycle, registry, log, onLine, input, timeout, uid, gid } = options;
  lifecycle?.throwIfStopping();
  const child = spawn(command, args, {
    cwd,
    env,
    uid,
    gid,
    detached: true,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  const finished = new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(error.code === 'ENOENT' ? new PlainError(`The command "${command}" was not found.`) : error),
    );
    child.on('close', (code) => resolve(code ?? 128));
  });
  if (child.pid === undefined) return finished;

  const target = { pid: child.pid, identity: identityOf(child.pid) ?? '', ending: 'command' };
  const record = `command-${process.pid}-${++serial}`;
  registry?.add({ name: record, pid: child.pid, ending: 'command', order: 0 });
  const lines = [];
  const take = (from) => (line) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    log?.write(line);
    onLine?.(line, from);
  };
  eachLine(child.stdout, take('stdout'));
  eachLine(child.stderr, take('stderr'));
  if (input !== undefined) child.stdin.on('error', () => {}).end(input);

  let timedOut = false;
  const stop = () => void end(target);
  lifecycle?.signal.addEventListener('abort', stop, { once: true });
  const timer = timeout
    ? setTimeout(() => {
        timedOut = true;
        stop();
      }, timeout)
    : undefined;
  try {
    const code = await finished;
    if (lifecycle?.isStopping) throw new Stopped();
    return { code, lines, timedOut };
  } finally {
    clearTimeout(timer);
    lifecycle?.signal.removeEventListener('abort', stop);
    registry?.remove(record);
  }
}

/** Like run(), but a code other than 0 is an error that shows the last lines. */
export async function runOrFail(what, command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0) {
    const tail = result.lines.filter((line) => line.trim() !== '').slice(-25);
    throw new PlainError(`${what} failed (exit code ${result.code}).`, tail);
  }
  return result;
}

/** True when the command can be run and ends with 0. */
export async function succeeds(command, args) {
  try {
    return (await run(command, args, { timeout: 10_000 })).code === 0;
  } catch {
    return false;
  }
}

function eachLine(stream, taker) {
  const take = (line) => taker(uncoloured(line));
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('error', () => {});
  stream.on('data', (chunk) => {
    const parts = (rest + chunk).split(/\r?\n/);
    rest = parts.pop() ?? '';
    for (const part of parts) take(part);
  });
  stream.on('end', () => {
    if (rest) take(rest);
  });
}

import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const LINUX = process.platform === 'linux';

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/**
 * What tells this life of a process id from any other: boot and start time. Null when no such process lives.
 * A process id alone is not proof: it is used again after a crash or a restart of the machine.
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (LINUX) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command, in parentheses, may itself hold spaces and parentheses.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return null;
      return `${bootId()}:${fields[19]}`;
    } catch {
      return null;
    }
  }
  try {
    const text = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
    if (!text || text.startsWith('Z')) return null;
    return text.replace(/^\S+\s+/, '');
  } catch {
    return null;
  }
}

/** The parent's process id, or null. */
export function parentOf(pid) {
  try {
    if (LINUX) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }
    const text = execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return text ? Number(text) : null;
  } catch {
    return null;
  }
}

/** A process's command line, blanks between the words. */
export function commandLineOf(pid) {
  try {
    if (LINUX) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Working directory of a process where the system tells it (Linux), else its command line. */
export function whereabouts(pid) {
  try {
    return LINUX ? readlinkSync(`/proc/${pid}/cwd`) : commandLineOf(pid);
  } catch {
    return '';
  }
}

export function lives({ pid, identity }) {
  const now = identityOf(pid);
  return now !== null && now === identity;
}

/** Writes a whole file or nothing. */
export function writeAtomically(path, text, mode = 0o600) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode });
  renameSync(temporary, path);
}

function signalGroup(pid, signal) {
  try {
    // What we start leads a process group of its own, so its children get the signal too.
    process.kill(-pid, signal);
    return;
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
  try {
    process.kill(pid, signal);
  } catch {
    // gone already
  }
}

/** Signals that end each kind of process kindly, each with the milliseconds it gets before the next one. */
export const ENDINGS = {
  // Fast shutdown, then immediate (recovers from its log at the next start), then none.
  postgres: [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 3_000],
  ],
  default: [
    ['SIGTERM', 12_000],
    ['SIGKILL', 3_000],
  ],
  command: [
    ['SIGTERM', 3_000],
    ['SIGKILL', 3_000],
  ],
};

/**
 * Ends a process by its id and identity. Resolves true when it is gone.
 * @param {{ pid: number, identity: string, ending?: keyof typeof ENDINGS, whole?: boolean }} target
 */
export async function end(target) {
  for (const [signal, patience] of ENDINGS[target.ending ?? 'default']) {
    if (!lives(target)) break;
    // PostgreSQL signals its own children; a signal to its group would look like a crash to it.
    if (target.ending === 'postgres' && signal !== 'SIGKILL') {
      try {
        process.kill(target.pid, signal);
      } catch {
        break;
      }
    } else {
      signalGroup(target.pid, signal);
    }
    const until = Date.now() + patience;
    while (Date.now() < until && lives(target)) await sleep(25);
  }
  return !lives(target);
}

/** The processes one instance has started, each as a small file, so that a later start finds what was left. */
export class ProcessRegistry {
  #folder;

  constructor(folder) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  get folder() {
    return this.#folder;
  }

  /** @param {{ name: string, pid: number, ending?: string, order?: number }} entry order: lowest is ended first */
  add({ name, pid, ending = 'default', order = 0 }) {
    const identity = identityOf(pid);
    if (identity === null) return;
    writeAtomically(
      join(this.#folder, `${name}.json`),
      JSON.stringify({ name, pid, identity, ending, order }),
    );
  }

  remove(name) {
    rmSync(join(this.#folder, `${name}.json`), { force: true });
  }

  /** Those recorded and still alive, in the order in which they are to be ended. */
  alive() {
    const entries = [];
    for (const file of readdirSync(this.#folder)) {
      if (!file.endsWith('.json')) continue;
      try {
        const entry = JSON.parse(readFileSync(join(this.#folder, file), 'utf8'));
        if (lives(entry)) entries.push(entry);
        else rmSync(join(this.#folder, file), { force: true });
      } catch {
        rmSync(join(this.#folder, file), { force: true });
      }
    }
    return entries.sort((a, b) => a.order - b.order);
  }

  /** Ends everything that an earlier start left running. Resolves to the names of what was ended. */
  async endAll(entries = this.alive()) {
    const ended = [];
    for (const entry of entries) {
      if (!lives(entry)) continue;
      await end(entry);
      ended.push(entry.name);
      if (!this.#replaced(entry)) this.remove(entry.name);
    }
    return ended;
  }

  #replaced(entry) {
    try {
      return JSON.parse(readFileSync(join(this.#folder, `${entry.name}.json`), 'utf8')).pid !== entry.pid;
    } catch {
      return false;
    }
  }
}

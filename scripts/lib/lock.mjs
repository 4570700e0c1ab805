import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, lives, writeAtomically } from './processes.mjs';

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // A file cut short by a full disk or a crash is nobody's lock.
    return error.code === 'ENOENT' ? null : {};
  }
}

/**
 * A lock file that dies with its holder: it names the process by id and start time.
 * @param {string} path
 * @returns {{ held: true, note(extra: object): void, release(): void } | { held: false, holder: { pid: number, address?: string } }}
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = { pid: process.pid, identity: identityOf(process.pid), since: new Date().toISOString() };
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        // A hard link either is made whole or fails because the name exists: no half-written lock is ever seen.
        linkSync(temporary, path);
        return held(path, mine);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = read(path);
      if (holder === null) continue;
      if (lives(holder)) return { held: false, holder };
      setAside(path, holder);
    }
    return { held: false, holder: read(path) ?? { pid: 0 } };
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Takes a dead process's lock away, and puts it back if somebody alive took it in the same instant. */
function setAside(path, dead) {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken && taken.pid !== dead.pid && lives(taken)) {
    try {
      linkSync(aside, path);
    } catch {
      // A third one holds it now; the second will find out when it looks.
    }
  }
  rmSync(aside, { force: true });
}

function held(path, mine) {
  return {
    held: true,
    note: (extra) => writeAtomically(path, JSON.stringify({ ...mine, ...extra })),
    release: () => {
      const now = read(path);
      if (now?.pid === mine.pid && now?.identity === mine.identity) rmSync(path, { force: true });
    },
  };
}

/** Waits for the lock; `onWait` is told once who holds it. */
export async function waitForLock(path, { onWait, lifecycle }) {
  let told = false;
  for (;;) {
    lifecycle?.throwIfStopping();
    const lock = tryLock(path);
    if (lock.held) return lock;
    if (!told) onWait(lock.holder);
    told = true;
    await sleep(250);
  }
}

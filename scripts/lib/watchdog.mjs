import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Starts the guard (see guard.mjs).
 * @param {{ folder: string, remove?: string }} what the registry's folder, and a folder to remove with it
 * @returns {{ dismiss(): Promise<void> }}
 */
export function startGuard(what) {
  const script = fileURLToPath(new URL('guard.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(what)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  child.stdin.on('error', () => {});
  child.unref();
  child.stdin.unref?.();
  return {
    async dismiss() {
      child.stdin.end('done');
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

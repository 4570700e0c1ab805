// Runs beside a start or a test. When that process dies without a word (kill -9, out of memory), the pipe to it
// closes, and this one ends what was left running. After an orderly stop it is told "done" and does nothing.
import { rmSync } from 'node:fs';
import process from 'node:process';
import { ProcessRegistry } from './processes.mjs';

const { folder, remove } = JSON.parse(process.argv[2]);
let done = false;

process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.stdin.on('data', () => {
  done = true;
});
process.stdin.on('error', () => {});
process.stdin.on('close', () => {
  void finish();
});
process.stdin.resume();

async function finish() {
  if (!done) {
    await new ProcessRegistry(folder).endAll();
    if (remove) rmSync(remove, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  process.exit(0);
}

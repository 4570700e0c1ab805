import process from 'node:process';
import { describe, Stopped } from './errors.mjs';
import { Lifecycle } from './lifecycle.mjs';

/**
 * Runs a program that starts other processes: whatever happens, what it started is stopped before it ends.
 * @param {import('./terminal.mjs').Terminal} terminal
 * @param {(lifecycle: Lifecycle) => Promise<number>} work answers the exit code
 * @param {{ stoppedCode?: number }} [options] the exit code when a signal ended the work
 */
export async function runToTheEnd(terminal, work, { stoppedCode = 0 } = {}) {
  const lifecycle = new Lifecycle();
  lifecycle.listen();
  let failure;
  const fail = (error) => {
    failure ??= error;
    lifecycle.requestStop('error');
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  let code = stoppedCode;
  try {
    code = await work(lifecycle);
  } catch (error) {
    if (!(error instanceof Stopped)) failure ??= error;
  }
  if (failure) {
    terminal.line();
    terminal.line(terminal.red(describe(failure)));
  }
  const clean = await lifecycle.stopAll((name, error) => terminal.warn(`${name}: ${error.message}`));
  process.exit(failure || !clean ? Math.max(1, code) : code);
}

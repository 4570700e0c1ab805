import { PlainError } from './errors.mjs';
import { end, identityOf } from './processes.mjs';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** A process that ran this long has recovered: the next crash starts the pauses from the beginning. */
const HEALTHY_AFTER = 60_000;

/**
 * A long-running process: started, watched, started again after a crash with growing pauses, stopped for good.
 */
export class Service {
  #options;
  #child;
  #target;
  #exited;
  #wanted = false;
  #failures = 0;
  #startedAt = 0;
  #timer;
  #restarting;

  /**
   * @param {object} options
   * @param {string} options.name
   * @param {() => import('node:child_process').ChildProcess} options.spawn must start it detached, output piped
   * @param {(child: import('node:child_process').ChildProcess, signal: AbortSignal) => Promise<unknown>} options.ready
   *   resolves when it serves; the signal aborts when it exits before
   * @param {import('./log-file.mjs').LogFile} options.log
   * @param {import('./processes.mjs').ProcessRegistry} options.registry
   * @param {string} [options.ending] how it is ended (processes.mjs)
   * @param {number} options.order its place when leftovers are ended
   * @param {(line: string, from: 'stdout' | 'stderr') => void} [options.onLine]
   * @param {(text: string) => void} options.onTrouble
   * @param {() => Promise<void>} [options.beforeRestart]
   */
  constructor(options) {
    this.#options = options;
  }

  get pid() {
    return this.#child?.pid;
  }

  get name() {
    return this.#options.name;
  }

  /** Starts it and waits until it serves. A process that exits instead is an error with its last log lines. */
  async start() {
    this.#wanted = true;
    return this.#launch();
  }

  async #launch() {
    const { name, spawn, ready, log, registry, ending, order, onLine } = this.#options;
    log.forgetTail();
    const child = spawn();
    const early = new AbortController();
    this.#child = child;
    this.#startedAt = Date.now();
    let spawnError;
    let settled = false;
    this.#exited = new Promise((resolve) => {
      child.once('error', (error) => {
        spawnError = error;
        if (child.pid === undefined) resolve({ code: null, signal: null });
      });
      child.once('close', (code, signal) => resolve({ code, signal }));
    });
    if (child.pid !== undefined) {
      this.#target = { pid: child.pid, identity: identityOf(child.pid) ?? '', ending };
      registry.add({ name, pid: child.pid, ending, order });
    }
    if (child.stdout) log.follow(child.stdout, (line) => onLine?.(line, 'stdout'));
    if (child.stderr) log.follow(child.stderr, (line) => onLine?.(line, 'stderr'));

    const exit = this.#exited.then((how) => {
      registry.remove(name);
      early.abort();
      if (this.#child === child) {
        this.#child = undefined;
        if (settled && this.#wanted) this.#recover(how);
      }
      return how;
    });
    const failed = exit.then((how) => {
      const because = spawnError
        ? spawnError.message
        : how.signal
          ? `signal ${how.signal}`
          : `exit code ${how.code}`;
      throw new PlainError(`${name} ended while starting (${because}). Its log is ${log.path}`, log.tail());
    });
    try {
      const answer = await Promise.race([ready(child, early.signal), failed]);
      settled = true;
      return answer;
    } catch (error) {
      if (this.#child === child) await end(this.#target);
      await exit;
      throw error;
    } finally {
      failed.catch(() => {});
    }
  }

  #recover({ code, signal }) {
    if (Date.now() - this.#startedAt > HEALTHY_AFTER) this.#failures = 0;
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures);
    this.#failures++;
    const how = signal ? `was ended by ${signal}` : `stopped with exit code ${code}`;
    this.#options.onTrouble(
      `${this.#options.name} ${how}; starting it again in ${pause / 1000} s (log: ${this.#options.log.path})`,
    );
    this.#scheduleLaunch(pause);
  }

  #scheduleLaunch(pause) {
    this.#timer = setTimeout(() => {
      if (!this.#wanted) return;
      this.#restarting = (async () => {
        try {
          await this.#options.beforeRestart?.();
          if (!this.#wanted) return;
          await this.#launch();
          this.#options.onTrouble(`${this.#options.name} runs again`);
        } catch (error) {
          if (!this.#wanted) return;
          const next = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures);
          this.#failures++;
          this.#options.onTrouble(
            `${this.#options.name} did not start: ${lastLine(error)}; next try in ${next / 1000} s`,
          );
          this.#scheduleLaunch(next);
        } finally {
          this.#restarting = undefined;
        }
      })();
    }, pause);
  }

  /** Stops and starts it, for a new build. */
  async restart() {
    await this.stop();
    return this.start();
  }

  async stop() {
    this.#wanted = false;
    clearTimeout(this.#timer);
    while (this.#child || this.#restarting) {
      const exited = this.#exited;
      if (this.#child && this.#target) {
        if (!(await end(this.#target))) throw new PlainError(`${this.#options.name} cannot be ended.`);
        await exited;
      }
      await this.#restarting?.catch(() => {});
      if (!this.#child) break;
    }
  }
}

function lastLine(error) {
  return error.lines?.at(-1) ?? error.message;
}

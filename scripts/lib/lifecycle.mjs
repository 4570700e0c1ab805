import process from 'node:process';
import { Stopped } from './errors.mjs';
import { commandLineOf, identityOf, parentOf } from './processes.mjs';

const STOP_WITHIN = 70_000;

/**
 * What has to be undone before this process ends, and the wish to end it. Stoppers run last-in first-out:
 * PostgreSQL is started first and stopped last.
 */
export class Lifecycle {
  #stoppers = [];
  #controller = new AbortController();
  #stopping;
  /** The signal that asked for the stop, if one did. */
  reason;

  /** Aborted when a stop is asked for: running commands end, waiting code throws. */
  get signal() {
    return this.#controller.signal;
  }

  get isStopping() {
    return this.#controller.signal.aborted;
  }

  throwIfStopping() {
    if (this.isStopping) throw new Stopped();
  }

  /** @param {string} name @param {() => Promise<unknown> | unknown} stop */
  onStop(name, stop) {
    this.#stoppers.push({ name, stop });
  }

  /** Runs after every stopper has. */
  onStopped(work) {
    this.#stoppers.unshift({ name: 'end', stop: work });
  }

  requestStop(reason) {
    if (this.isStopping) return;
    this.reason = reason;
    this.#controller.abort(new Stopped());
  }

  /** Resolves when a stop is asked for. */
  untilStopRequested() {
    return new Promise((resolve) => {
      if (this.isStopping) resolve();
      else this.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Runs every stopper once, in order; resolves true when all went well in time. */
  stopAll(onProblem = () => {}) {
    this.requestStop('end');
    this.#stopping ??= this.#runStoppers(onProblem);
    return this.#stopping;
  }

  async #runStoppers(onProblem) {
    let clean = true;
    const deadline = Date.now() + STOP_WITHIN;
    while (this.#stoppers.length > 0) {
      const { name, stop } = this.#stoppers.pop();
      let timer;
      try {
        const late = new Promise((_, reject) => {
          timer = setTimeout(
            () => reject(new Error('took too long')),
            Math.max(1_000, deadline - Date.now()),
          );
        });
        await Promise.race([stop(), late]);
      } catch (error) {
        clean = false;
        onProblem(name, error);
      } finally {
        clearTimeout(timer);
      }
    }
    return clean;
  }

  /** Ctrl-C, `kill`, a closed terminal, and the end of the npm that started us all ask for a stop. */
  listen() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => this.requestStop(signal));
    }
    this.#watchNpm();
  }

  /**
   * npm passes a signal to the shell in between, not to us, and a killed npm passes none: then we would live on
   * unseen. So when npm started us, its end is ours.
   */
  #watchNpm() {
    if (!process.env.npm_lifecycle_event) return;
    const throughShell = / -c /.test(commandLineOf(process.ppid));
    const watched = [process.ppid, throughShell ? parentOf(process.ppid) : null].filter(
      (pid) => pid && pid > 1,
    );
    const identities = watched.map((pid) => ({ pid, identity: identityOf(pid) }));
    const timer = setInterval(
      () => {
        const gone = identities.some(
          ({ pid, identity }) => identity !== null && identityOf(pid) !== identity,
        );
        if (gone) this.requestStop('npm ended');
      },
      process.platform === 'linux' ? 250 : 3_000,
    );
    timer.unref();
  }
}

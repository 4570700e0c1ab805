import process from 'node:process';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const NAME_WIDTH = 16;
/** Without a terminal, a step that takes long says so after this many milliseconds, then now and again. */
const QUIET_FIRST_NOTE = 4_000;
const QUIET_NEXT_NOTE = 30_000;

/** "0.4 s", "12 s", "3 min 5 s" */
export function duration(ms) {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 119_500) return `${Math.round(ms / 1000)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** One line per step. On a terminal the running steps share a live line at the bottom. */
export class Terminal {
  #out;
  #live;
  #colour;
  #active = new Set();
  #timer;
  #frame = 0;
  #drawn = false;

  constructor(out = process.stdout) {
    this.#out = out;
    this.#live = Boolean(out.isTTY) && process.env.TERM !== 'dumb';
    this.#colour = this.#live && !process.env.NO_COLOR;
    // A reader that went away (`npm start | head`) must not bring the services down.
    out.on('error', () => {});
  }

  paint(code, text) {
    return this.#colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
  bold(text) {
    return this.paint(1, text);
  }
  dim(text) {
    return this.paint(2, text);
  }
  red(text) {
    return this.paint(31, text);
  }
  green(text) {
    return this.paint(32, text);
  }
  yellow(text) {
    return this.paint(33, text);
  }

  line(text = '') {
    this.#clear();
    this.#out.write(`${text}\n`);
    this.#draw();
  }

  warn(text) {
    this.line(this.yellow(`! ${text}`));
  }

  /**
   * Runs one step and prints its line when it ends.
   * @template T
   * @param {string} name
   * @param {(step: { note(detail: string): void, result: string, failed: boolean, below: string[] }) => Promise<T>} work
   *   `note` tells what is being done now; `result` is what the finished line says; `failed` marks a step
   *   that went wrong without throwing; `below` are lines to print under it
   * @param {{ quiet?: boolean }} [options] quiet: no line when it ends well within a moment
   * @returns {Promise<T>}
   */
  async step(name, work, { quiet = false } = {}) {
    const started = Date.now();
    const step = { name, started, detail: '', result: '', failed: false, said: started, below: [] };
    step.note = (detail) => {
      step.detail = detail;
      this.#redraw();
    };
    this.#active.add(step);
    this.#tick();
    let thrown;
    try {
      return await work(step);
    } catch (error) {
      thrown = error;
      throw error;
    } finally {
      this.#active.delete(step);
      const ms = Date.now() - started;
      const stopped = thrown?.name === 'Stopped';
      if (stopped) this.#redraw();
      else if (!quiet || thrown || step.failed || ms > 1_000 || step.result) {
        const bad = Boolean(thrown) || step.failed;
        this.result(name, thrown ? 'failed' : step.result || (bad ? 'failed' : ''), ms, !bad);
        for (const line of step.below) this.line(line);
      }
      if (this.#active.size === 0) this.#untick();
    }
  }

  result(name, text, ms, ok = true) {
    const mark = ok ? this.green('✓') : this.red('✗');
    const label = name.padEnd(NAME_WIDTH);
    const time = this.dim(duration(ms).padStart(9));
    const shown = ok ? text : this.red(text);
    this.line(`  ${mark} ${label} ${time}  ${shown}`.trimEnd());
  }

  #tick() {
    if (this.#timer) return;
    this.#timer = setInterval(() => (this.#live ? this.#redraw() : this.#remark()), this.#live ? 120 : 500);
    this.#timer.unref();
    this.#redraw();
  }

  #untick() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#clear();
  }

  /** Not a terminal: say what takes long, once in a while, as lines of their own. */
  #remark() {
    const now = Date.now();
    for (const step of this.#active) {
      const first = step.said === step.started;
      if (now - step.said < (first ? QUIET_FIRST_NOTE : QUIET_NEXT_NOTE)) continue;
      step.said = now;
      const since = duration(now - step.started).padStart(9);
      this.#out.write(`  … ${step.name.padEnd(NAME_WIDTH)} ${since}  ${step.detail}`.trimEnd() + '\n');
    }
  }

  #redraw() {
    if (!this.#live) return;
    this.#clear();
    this.#draw();
  }

  #clear() {
    if (!this.#drawn) return;
    this.#out.write('\r\u001b[2K');
    this.#drawn = false;
  }

  #draw() {
    if (!this.#live || this.#active.size === 0) return;
    this.#frame = (this.#frame + 1) % FRAMES.length;
    const parts = [...this.#active].map((step) => {
      const detail = step.detail ? ` ${step.detail}` : '';
      return `${step.name}${detail} ${duration(Date.now() - step.started)}`;
    });
    const room = Math.max(20, (this.#out.columns || 80) - 5);
    const text = parts.join(' · ').slice(0, room);
    this.#out.write(`  ${this.dim(FRAMES[this.#frame])} ${text}`);
    this.#drawn = true;
  }
}

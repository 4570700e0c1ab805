import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 5 * 1024 * 1024;
const TAIL_LINES = 40;
// oxlint-disable-next-line no-control-regex -- some tools colour what they print even into a pipe
const COLOURS = /\u001b\[[\d;]*m/g;

/** A line without the codes that colour it. */
export function uncoloured(line) {
  return line.replace(COLOURS, '');
}

/** Appends lines to a file; past 5 MB the file becomes `<name>.1` (one older part is kept). */
export class LogFile {
  #path;
  #bytes;
  #tail = [];
  #partial = new Map();

  constructor(path) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }

  get path() {
    return this.#path;
  }

  write(line) {
    this.#tail.push(line);
    if (this.#tail.length > TAIL_LINES) this.#tail.shift();
    const text = `${line}\n`;
    try {
      if (this.#bytes + text.length > MAX_BYTES) {
        renameSync(this.#path, `${this.#path}.1`);
        this.#bytes = 0;
      }
      appendFileSync(this.#path, text, { mode: 0o600 });
      this.#bytes += Buffer.byteLength(text);
    } catch {
      // A full disk or a removed folder must not stop the services.
    }
  }

  /** The last lines written through this object, oldest first. */
  tail(count = 15) {
    return this.#tail.slice(-count);
  }

  forgetTail() {
    this.#tail = [];
  }

  /** Reads a child's output stream line by line into the file; `onLine` sees each line as well. */
  follow(stream, onLine) {
    stream.setEncoding('utf8');
    stream.on('error', () => {});
    stream.on('data', (chunk) => {
      const lines = ((this.#partial.get(stream) ?? '') + chunk).split(/\r?\n/);
      const rest = lines.pop() ?? '';
      // A line that never ends is cut, so that memory stays bounded.
      this.#partial.set(stream, rest.length > 65_536 ? '' : rest);
      if (rest.length > 65_536) lines.push(rest);
      for (const coloured of lines) {
        const line = uncoloured(coloured);
        this.write(line);
        onLine?.(line);
      }
    });
    stream.on('end', () => {
      const rest = uncoloured(this.#partial.get(stream) ?? '');
      this.#partial.delete(stream);
      if (!rest) return;
      this.write(rest);
      onLine?.(rest);
    });
  }
}

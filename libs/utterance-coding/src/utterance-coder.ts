import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Piscina } from 'piscina';
import { codeSession, type SpokenNames } from './coder';
import type { CodableUtterance, CodedSession } from './domain/types';

export interface UtteranceCoderOptions {
  /** Most worker threads at once (default 1). */
  threads?: number;
}

/**
 * Runs `codeSession` in a worker thread, so that coding a long session never holds up the process that asked.
 * Call `close()` when done; a coder that was never used starts no thread.
 */
export class UtteranceCoder {
  private pool: Piscina | null = null;
  private readonly workerFile = findWorker();

  constructor(private readonly options: UtteranceCoderOptions = {}) {}

  /** Whether coding happens in a worker thread (false only when running from source without a build). */
  get isThreaded(): boolean {
    return this.workerFile !== null;
  }

  /** The same result as `codeSession(utterances, names)`. Rejects when the coder has been closed. */
  async code(utterances: readonly CodableUtterance[], names: SpokenNames = {}): Promise<CodedSession> {
    if (this.workerFile === null) return codeSession(utterances, names);
    this.pool ??= new Piscina({
      filename: this.workerFile,
      name: 'codeInWorker',
      minThreads: 0,
      maxThreads: this.options.threads ?? 1,
      idleTimeout: 30_000,
    });
    return (await this.pool.run({ utterances, names })) as CodedSession;
  }

  async close(): Promise<void> {
    const pool = this.pool;
    this.pool = null;
    await pool?.destroy();
  }
}

/**
 * The worker's file, `null` when there is none. A worker thread is a plain Node process without the TypeScript
 * transform that Jest or a dev loader installs in its parent: it cannot load `coder.worker.ts`. From source we
 * therefore use the compiled counterpart under `dist/` when there is one, else code in-process.
 */
function findWorker(): string | null {
  if (!__filename.endsWith('.ts')) return join(__dirname, 'coder.worker.js');
  const inProject = __dirname.lastIndexOf(`${sep}libs${sep}`);
  if (inProject < 0) return null;
  const compiled = join(__dirname.slice(0, inProject), 'dist', __dirname.slice(inProject), 'coder.worker.js');
  return existsSync(compiled) ? compiled : null;
}

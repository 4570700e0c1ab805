import { WorkerThread } from '@app/platform';
import type { SpokenNames } from './coder';
import { codeInWorker, type CodingTask } from './coder.worker';
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
  private readonly thread: WorkerThread<CodingTask, CodedSession>;

  constructor({ threads = 1 }: UtteranceCoderOptions = {}) {
    this.thread = new WorkerThread({
      folder: __dirname,
      file: 'coder.worker',
      name: codeInWorker.name,
      inProcess: codeInWorker,
      threads,
    });
  }

  /** Whether coding happens in a worker thread (false only when running from source without a build). */
  get isThreaded(): boolean {
    return this.thread.isThreaded;
  }

  /** The same result as `codeSession(utterances, names)`. */
  code(utterances: readonly CodableUtterance[], names: SpokenNames = {}): Promise<CodedSession> {
    return this.thread.run({ utterances, names });
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}

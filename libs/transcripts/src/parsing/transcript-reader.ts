import { compiledWorker } from '@app/platform';
import { Piscina } from 'piscina';
import { MAX_TRANSCRIPT_BYTES, TranscriptError } from '../domain/transcript-error';
import type { AssembledTranscript, People } from '../domain/types';
import { readTranscript, type ReadAnswer, type ReadTask } from './parse.worker';

export interface TranscriptReaderOptions {
  /** Threads that read at the same time. */
  maxThreads?: number;
  /** Transcripts that may wait; more are refused with `transcript.busy`. */
  maxQueue?: number;
  /** Longest time one file may take, waiting included. Milliseconds. */
  timeoutMs?: number;
  /** Heap of one thread. Megabytes. */
  maxHeapMb?: number;
  /** Growth of the whole process during one file, which catches buffers outside the heap. Megabytes. */
  maxGrowthMb?: number;
  /** The compiled worker; found by itself unless a test gives another. `null` reads on the calling thread. */
  workerFile?: string | null;
}

const DEFAULTS = { maxThreads: 2, maxQueue: 32, timeoutMs: 60_000, maxHeapMb: 512, maxGrowthMb: 1024 };
/** How often the memory of the process is looked at while a file is read. Milliseconds. */
const WATCH_EVERY_MS = 100;

/**
 * Reads transcripts in worker threads with bounded memory, time and queue: a file that would exhaust the process is
 * refused instead.
 */
export class TranscriptReader {
  private readonly options: Required<Omit<TranscriptReaderOptions, 'workerFile'>>;
  private readonly pool: Piscina<ReadTask, ReadAnswer> | null;
  /** Files being read or waiting. Counted here: the pool lets a burst past its own bound while threads start. */
  private underWay = 0;

  constructor(options: TranscriptReaderOptions = {}) {
    const { workerFile, ...limits } = options;
    this.options = { ...DEFAULTS, ...limits };
    const filename = workerFile === undefined ? compiledWorker(__dirname, 'parse.worker') : workerFile;
    this.pool =
      filename === null
        ? null
        : new Piscina<ReadTask, ReadAnswer>({
            filename,
            minThreads: 0,
            maxThreads: this.options.maxThreads,
            idleTimeout: 30_000,
            concurrentTasksPerWorker: 1,
            resourceLimits: { maxOldGenerationSizeMb: this.options.maxHeapMb },
          });
    // A thread that dies between tasks is replaced by the next one; without a listener it would end the process.
    this.pool?.on('error', () => undefined);
  }

  /**
   * @param bytes the file as uploaded, at most 10 MB; left untouched
   * @param fileName as the coach's machine names it; helps to guess title and date
   * @throws TranscriptError for every file that cannot be read
   */
  async read(bytes: Buffer, fileName: string | null, people: People): Promise<AssembledTranscript> {
    if (bytes.byteLength === 0) throw new TranscriptError('transcript.empty');
    if (bytes.byteLength > MAX_TRANSCRIPT_BYTES) throw new TranscriptError('transcript.too_large');
    // A copy of its own, so that handing it over to the thread does not take the caller's buffer away.
    const copy = new Uint8Array(bytes);
    return this.run({ bytes: copy, fileName, people }, [copy.buffer]);
  }

  /** Reads pasted text; errors as `read`. */
  async readText(text: string, people: People): Promise<AssembledTranscript> {
    if (Buffer.byteLength(text) > MAX_TRANSCRIPT_BYTES) throw new TranscriptError('transcript.too_large');
    return this.run({ text, people }, []);
  }

  /** Ends the threads; files still being read are refused. */
  async close(): Promise<void> {
    await this.pool?.destroy();
  }

  private async run(task: ReadTask, transferList: ArrayBuffer[]): Promise<AssembledTranscript> {
    const answer = this.pool
      ? await this.runInThread(this.pool, task, transferList)
      : await readTranscript(task);
    if ('refused' in answer) throw new TranscriptError(answer.refused.code, answer.refused.message);
    return answer.transcript;
  }

  private async runInThread(
    pool: Piscina<ReadTask, ReadAnswer>,
    task: ReadTask,
    transferList: ArrayBuffer[],
  ): Promise<ReadAnswer> {
    if (this.underWay >= this.options.maxThreads + this.options.maxQueue)
      throw new TranscriptError('transcript.busy');
    const abort = new AbortController();
    let stopped: 'transcript.timeout' | 'transcript.memory_exceeded' | null = null;
    const stop = (code: 'transcript.timeout' | 'transcript.memory_exceeded'): void => {
      stopped ??= code;
      abort.abort();
    };
    const timer = setTimeout(() => stop('transcript.timeout'), this.options.timeoutMs);
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > this.options.maxGrowthMb * 1024 * 1024)
        stop('transcript.memory_exceeded');
    }, WATCH_EVERY_MS);
    this.underWay++;
    try {
      return await pool.run(task, { transferList, signal: abort.signal });
    } catch (error) {
      throw refusalOf(error, stopped);
    } finally {
      this.underWay--;
      clearTimeout(timer);
      clearInterval(watch);
    }
  }
}

function refusalOf(
  error: unknown,
  stopped: 'transcript.timeout' | 'transcript.memory_exceeded' | null,
): unknown {
  if (stopped) return new TranscriptError(stopped);
  // Read by its fields, not by its class: the thread's errors come from another realm.
  const { code, name, message } = (
    typeof error === 'object' && error !== null ? error : {}
  ) as Partial<NodeJS.ErrnoException>;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new TranscriptError('transcript.memory_exceeded');
  // An array that does not fit into memory at all.
  if (name === 'RangeError') return new TranscriptError('transcript.memory_exceeded');
  if (/terminating worker|pool is closed/i.test(message ?? '')) return new TranscriptError('transcript.busy');
  return error;
}

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Piscina } from 'piscina';
import { projectRoot } from '../project-root';

/** Starting a thread costs about as much as an hour's session: it stays through a pause between two. */
const IDLE_MS = 600_000;

export interface WorkerThreadOptions<I, O> {
  /** `__dirname` of the module that has the worker's file beside it. */
  folder: string;
  /** The worker's file without its ending, e.g. `coder.worker`. */
  file: string;
  /** The function that file exports. */
  name: string;
  /** The same function, for the calling thread. */
  inProcess: (input: I) => O;
  /** Most threads at once (default 1). */
  threads?: number;
}

/**
 * A pure function run in a worker thread, so that thinking never holds up the process that asked. Starts its thread
 * with the first call and ends it after some minutes without one.
 */
export class WorkerThread<I, O> {
  private pool: Piscina<I, O> | null = null;
  private readonly filename: string | null;

  constructor(private readonly options: WorkerThreadOptions<I, O>) {
    this.filename = compiledWorker(options.folder, options.file);
  }

  /** False only when running from source without a build. */
  get isThreaded(): boolean {
    return this.filename !== null;
  }

  async run(input: I): Promise<O> {
    const { filename, options } = this;
    if (filename === null) return options.inProcess(input);
    this.pool ??= new Piscina<I, O>({
      filename,
      name: options.name,
      minThreads: 0,
      maxThreads: options.threads ?? 1,
      idleTimeout: IDLE_MS,
    });
    return this.pool.run(input);
  }

  async close(): Promise<void> {
    const { pool } = this;
    this.pool = null;
    await pool?.destroy();
  }
}

/**
 * A worker thread is a plain Node process without the TypeScript transform Jest installs in its parent: from source
 * the compiled counterpart under `dist/` is used when there is one.
 */
export function compiledWorker(folder: string, file: string): string | null {
  if (!__filename.endsWith('.ts')) return join(folder, `${file}.js`);
  const candidate = join(projectRoot(), 'dist', relative(projectRoot(), folder), `${file}.js`);
  return existsSync(candidate) ? candidate : null;
}

import type { Job, JobName } from './job-map';

/** What a handler may do with the run it was given. */
export interface JobRun {
  /**
   * Commits effects and completion together: runs `work` in the coach's scope and marks the job done in the same
   * transaction. Throws `StaleRunError` (rolling `work` back) when another run has taken the job over.
   */
  complete(work: () => Promise<void>): Promise<void>;
}

/** Another worker holds the job by now: whatever this run did is void. */
export class StaleRunError extends Error {
  constructor() {
    super('the job was taken over by another run');
    this.name = 'StaleRunError';
  }
}

/** Handles all jobs of one name. Registered as a provider; the worker refuses to start without exactly one per name. */
export abstract class JobHandler<N extends JobName = JobName> {
  abstract readonly jobName: N;

  /** Does the work and ends with `run.complete`. A thrown error leads to another attempt. */
  abstract handle(job: Job<N>, run: JobRun): Promise<void>;

  /** Records that the job was given up, in the coach's scope and the same transaction. */
  abstract giveUp(job: Job<N>, errorCode: string): Promise<void>;
}

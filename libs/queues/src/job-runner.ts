import { Injectable, Logger } from '@nestjs/common';
import { AppConfig, coachPrincipal, DomainError, TenantScope } from '@app/platform';
import { type JobHandler, type JobRun, StaleRunError } from './job-handler';
import { type Job, MAX_ATTEMPTS } from './job-map';
import { type ClaimedJob, JobStore } from './job-store';

/** Runs one delivered job: claim, renew while it works, complete or put back. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    private readonly store: JobStore,
    private readonly scope: TenantScope,
    private readonly config: AppConfig,
  ) {}

  /** Delivering a job twice, or one that is finished, does nothing. */
  async run(jobId: string, handlerOf: (name: string) => JobHandler): Promise<void> {
    const claimed = await this.store.claim(jobId);
    if (!claimed) return;
    const { job, fence } = claimed;
    const handler = handlerOf(job.name);
    const renewal = setInterval(
      () => void this.store.renew(job.id, fence).catch(() => undefined),
      (this.config.WORKER_LEASE_SECONDS * 1000) / 3,
    );
    try {
      await handler.handle(job, this.runOf(job, fence));
    } catch (error) {
      await this.failed(claimed, handler, error);
    } finally {
      clearInterval(renewal);
    }
  }

  /** Ends a job that will not be tried again, telling its handler in the same transaction. */
  async giveUp({ job, fence }: ClaimedJob, handler: JobHandler, errorCode: string): Promise<void> {
    await this.scope.run(coachPrincipal(job.coachId), async () => {
      if (await this.store.finish(job.id, fence, 'dead', errorCode)) await handler.giveUp(job, errorCode);
    });
  }

  private runOf(job: Job, fence: number): JobRun {
    return {
      complete: (work) =>
        this.scope.run(coachPrincipal(job.coachId), async () => {
          await work();
          if (!(await this.store.finish(job.id, fence, 'done'))) throw new StaleRunError();
        }),
    };
  }

  private async failed(claimed: ClaimedJob, handler: JobHandler, error: unknown): Promise<void> {
    const { job, fence } = claimed;
    if (error instanceof StaleRunError) return;
    const code = error instanceof DomainError ? error.code : 'analysis.failed';
    const name = error instanceof Error ? error.name : 'error';
    this.logger.warn(`${job.name} attempt ${job.attempt} failed: ${code} (${name})`);
    if (error instanceof Error && !(error instanceof DomainError)) {
      // Frames only: a message may quote what was being analysed.
      this.logger.debug((error.stack ?? '').split('\n').slice(1, 6).join('\n'));
    }
    const retry =
      job.attempt < MAX_ATTEMPTS && !(error instanceof DomainError && error.kind !== 'unavailable');
    if (retry) await this.store.retryLater(job.id, fence, code, 2 ** job.attempt);
    else await this.giveUp(claimed, handler, code);
  }
}

import { Injectable } from '@nestjs/common';
import { AppConfig, TenantScope } from '@app/platform';
import { type Job, type JobMap, type JobName, MAX_ATTEMPTS } from './job-map';

interface JobRow {
  id: string;
  name: string;
  coach_id: string;
  payload: JobMap[JobName];
  attempts: number;
  fence: number;
  enqueues: number;
}

/** A job with the fencing number of the run that claimed it. */
export interface ClaimedJob {
  job: Job;
  fence: number;
}

/** All statements on `background_jobs`: claim, renew, finish, retry, hand over, sweep. */
@Injectable()
export class JobStore {
  constructor(
    private readonly scope: TenantScope,
    private readonly config: AppConfig,
  ) {}

  /** Takes the job for this run, unless it is finished or a live run holds it. */
  claim(id: string): Promise<ClaimedJob | null> {
    return this.scope.runUnscoped(async () => {
      const rows = await this.scope.rows<JobRow>(
        'background_job_claim',
        `UPDATE background_jobs
         SET state = 'running', fence = fence + 1, attempts = attempts + 1, lease_until = now() + $2 * interval '1 second'
         WHERE id = $1 AND (state IN ('pending', 'enqueued') OR (state = 'running' AND lease_until < now()))
         RETURNING id, name, coach_id, payload, attempts, fence, enqueues`,
        [id, this.config.WORKER_LEASE_SECONDS],
      );
      const row = rows[0];
      return row ? { job: toJob(row), fence: row.fence } : null;
    });
  }

  /** Extends the lease; false when the run has lost the job. */
  renew(id: string, fence: number): Promise<boolean> {
    return this.scope.runUnscoped(
      async () =>
        (await this.scope.execute(
          `UPDATE background_jobs SET lease_until = now() + $3 * interval '1 second'
           WHERE id = $1 AND fence = $2 AND state = 'running'`,
          [id, fence, this.config.WORKER_LEASE_SECONDS],
        )) === 1,
    );
  }

  /** Marks the job finished inside the open transaction; false when the run has lost it. */
  async finish(
    id: string,
    fence: number,
    state: 'done' | 'dead',
    errorCode: string | null = null,
  ): Promise<boolean> {
    return (
      (await this.scope.execute(
        `UPDATE background_jobs SET state = $3, finished_at = now(), error_code = $4, lease_until = NULL
         WHERE id = $1 AND fence = $2 AND state = 'running'`,
        [id, fence, state, errorCode],
      )) === 1
    );
  }

  /** Puts a failed run back, to be tried after a growing pause. */
  retryLater(id: string, fence: number, errorCode: string, seconds: number): Promise<void> {
    return this.scope.runUnscoped(async () => {
      await this.scope.execute(
        `UPDATE background_jobs SET state = 'pending', lease_until = NULL, error_code = $3,
           available_at = now() + $4 * interval '1 second'
         WHERE id = $1 AND fence = $2 AND state = 'running'`,
        [id, fence, errorCode, seconds],
      );
    });
  }

  /** Hands up to `limit` due rows to `enqueue` while holding them; rows whose hand-over threw stay pending. */
  relay(
    limit: number,
    enqueue: (id: string, name: string, enqueues: number) => Promise<void>,
  ): Promise<number> {
    return this.scope.runUnscoped(async () => {
      const rows = await this.scope.rows<JobRow>(
        'background_job_relay',
        `SELECT id, name, coach_id, payload, attempts, fence, enqueues FROM background_jobs
         WHERE state = 'pending' AND available_at <= now() ORDER BY available_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [limit],
      );
      const handed: string[] = [];
      try {
        for (const row of rows) {
          await enqueue(row.id, row.name, row.enqueues + 1);
          handed.push(row.id);
        }
      } finally {
        if (handed.length > 0) {
          await this.scope.execute(
            `UPDATE background_jobs SET state = 'enqueued', enqueues = enqueues + 1, enqueued_at = now() WHERE id = ANY($1)`,
            [handed],
          );
        }
      }
      return handed.length;
    });
  }

  /** Makes jobs of vanished workers available again; those out of attempts come back as claimed, to be given up. */
  async sweepLeases(): Promise<ClaimedJob[]> {
    return this.scope.runUnscoped(async () => {
      await this.scope.execute(
        `UPDATE background_jobs SET state = 'pending', lease_until = NULL, available_at = now(), error_code = 'worker.lost'
         WHERE state = 'running' AND lease_until < now() AND attempts < $1`,
        [MAX_ATTEMPTS],
      );
      const rows = await this.scope.rows<JobRow>(
        'background_job_exhausted',
        `UPDATE background_jobs SET fence = fence + 1, lease_until = now() + interval '30 seconds'
         WHERE state = 'running' AND lease_until < now() AND attempts >= $1
         RETURNING id, name, coach_id, payload, attempts, fence, enqueues`,
        [MAX_ATTEMPTS],
      );
      return rows.map((row) => ({ job: toJob(row), fence: row.fence }));
    });
  }

  /** Jobs handed to Redis more than `seconds` ago that nobody has started. */
  waiting(seconds: number): Promise<{ id: string; enqueues: number }[]> {
    return this.scope.runUnscoped(() =>
      this.scope.rows<{ id: string; enqueues: number }>(
        'background_job_waiting',
        `SELECT id, enqueues FROM background_jobs
         WHERE state = 'enqueued' AND enqueued_at < now() - $1 * interval '1 second' ORDER BY enqueued_at LIMIT 500`,
        [seconds],
      ),
    );
  }

  /** Puts jobs Redis has forgotten back into the outbox. */
  requeue(ids: string[]): Promise<number> {
    return this.scope.runUnscoped(() =>
      this.scope.execute(
        `UPDATE background_jobs SET state = 'pending', available_at = now() WHERE id = ANY($1) AND state = 'enqueued'`,
        [ids],
      ),
    );
  }

  /** Removes records of work that ended more than a week ago. */
  purge(): Promise<number> {
    return this.scope.runUnscoped(() =>
      this.scope.execute(
        `DELETE FROM background_jobs WHERE state IN ('done', 'dead') AND finished_at < now() - interval '7 days'`,
      ),
    );
  }
}

const toJob = (row: JobRow): Job => ({
  id: row.id,
  name: row.name as JobName,
  coachId: row.coach_id,
  payload: row.payload,
  attempt: row.attempts,
});

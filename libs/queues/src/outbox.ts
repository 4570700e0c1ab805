import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import { BackgroundJobEntity } from './background-job.entity';
import type { JobMap, JobName } from './job-map';

/** Asks for background work inside the caller's transaction: the work exists exactly if the change does. */
@Injectable()
export class Outbox {
  constructor(private readonly scope: TenantScope) {}

  /** Returns the job's id. Does not touch Redis: the relay in the worker hands the row over. */
  async add<N extends JobName>(name: N, payload: JobMap[N]): Promise<string> {
    const id = randomUUID();
    await this.scope.manager.insert(BackgroundJobEntity, {
      id,
      name,
      coachId: this.scope.principal.coachId,
      payload,
    });
    await this.scope.execute("SELECT pg_notify('outbox', '')");
    return id;
  }
}

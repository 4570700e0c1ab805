import { Injectable } from '@nestjs/common';
import { type Job, JobHandler, type JobRun } from '@app/queues';
import { RunPart } from '../application/run-part';

@Injectable()
export class PartHandler extends JobHandler<'session-content.part'> {
  readonly jobName = 'session-content.part';

  constructor(private readonly runPart: RunPart) {
    super();
  }

  handle(job: Job<'session-content.part'>, run: JobRun): Promise<void> {
    return this.runPart.run(job, run);
  }

  giveUp(job: Job<'session-content.part'>, errorCode: string): Promise<void> {
    return this.runPart.giveUp(job, errorCode);
  }
}

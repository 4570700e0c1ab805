export { BackgroundJobEntity } from './background-job.entity';
export { JobHandler, type JobRun, StaleRunError } from './job-handler';
export { type Job, type JobMap, type JobName, MAX_ATTEMPTS, QUEUE_NAME } from './job-map';
export { Outbox } from './outbox';
export { bullOptions } from './redis';
export { BullQueueModule, OutboxModule, QueueWorkerModule } from './queues.module';

export { BackgroundJobEntity } from './background-job.entity';
export { JobHandler, type JobRun, StaleRunError } from './job-handler';
export { type Job, type JobMap, type JobName, MAX_ATTEMPTS, QUEUE_NAME } from './job-map';
export { Outbox } from './outbox';
export { QueueConnection } from './queue-connection';
export { OutboxModule, QueueWorkerModule } from './queues.module';

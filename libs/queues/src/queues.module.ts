import { BullModule } from '@nestjs/bull';
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig, ConfigModule } from '@app/platform';
import { BackgroundJobEntity } from './background-job.entity';
import { QUEUE_NAME } from './job-map';
import { JobRunner } from './job-runner';
import { JobStore } from './job-store';
import { Outbox } from './outbox';
import { QueueWorker } from './queue-worker';
import { bullOptions } from './redis';

/** For every process: writing to the outbox. Needs no Redis. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([BackgroundJobEntity])],
  providers: [Outbox],
  exports: [Outbox],
})
export class OutboxModule {}

/** The connection to Bull, for the worker and the ops board. */
@Module({
  imports: [
    BullModule.registerQueueAsync({
      name: QUEUE_NAME,
      imports: [ConfigModule],
      inject: [AppConfig],
      useFactory: (config: AppConfig) => bullOptions(config.REDIS_URL),
    }),
  ],
  exports: [BullModule],
})
export class BullQueueModule {}

/** For worker processes: relay, processing and sweeping. */
@Module({
  imports: [BullQueueModule, OutboxModule, DiscoveryModule],
  providers: [JobStore, JobRunner, QueueWorker],
})
export class QueueWorkerModule {}

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
import { QueueConnection } from './queue-connection';

/** For every process: writing to the outbox. Needs no Redis. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([BackgroundJobEntity])],
  providers: [Outbox],
  exports: [Outbox],
})
export class OutboxModule {}

@Module({
  imports: [ConfigModule],
  providers: [
    {
      provide: QueueConnection,
      inject: [AppConfig],
      useFactory: (config: AppConfig) => new QueueConnection(config.REDIS_URL),
    },
  ],
  exports: [QueueConnection],
})
class QueueConnectionModule {}

/** The connection to Bull. */
@Module({
  imports: [
    QueueConnectionModule,
    BullModule.registerQueueAsync({
      name: QUEUE_NAME,
      imports: [QueueConnectionModule],
      inject: [QueueConnection],
      useFactory: (connection: QueueConnection) => connection.options,
    }),
  ],
  exports: [BullModule, QueueConnectionModule],
})
class BullQueueModule {}

/** For worker processes: relay, processing and sweeping. */
@Module({
  imports: [BullQueueModule, OutboxModule, DiscoveryModule],
  providers: [JobStore, JobRunner, QueueWorker],
})
export class QueueWorkerModule {}

import { Module } from '@nestjs/common';
import { MailDispatcher, PlatformModule } from '@app/platform';
import { OutboxModule, QueueWorkerModule } from '@app/queues';
import { SessionContentWorkerModule } from '@app/session-content';

@Module({
  imports: [PlatformModule, OutboxModule, QueueWorkerModule, SessionContentWorkerModule],
  providers: [MailDispatcher],
})
export class WorkerModule {}

import { Module } from '@nestjs/common';
import { CoachingModule } from '@app/coaching';
import { IdentityModule } from '@app/identity';
import { InsightsModule } from '@app/insights';
import { IdempotencyInterceptor, PlatformModule } from '@app/platform';
import { ProgressModule } from '@app/progress';
import { OutboxModule } from '@app/queues';
import { SessionContentModule } from '@app/session-content';
import { ShiftAnalysisModule } from '@app/shift-analysis';
import { TranscriptsModule } from '@app/transcripts';
import { HealthController } from './health.controller';

@Module({
  imports: [
    PlatformModule,
    OutboxModule,
    IdentityModule,
    CoachingModule,
    TranscriptsModule,
    ShiftAnalysisModule,
    InsightsModule,
    ProgressModule,
    SessionContentModule,
  ],
  controllers: [HealthController],
  providers: [IdempotencyInterceptor],
})
export class AppModule {}

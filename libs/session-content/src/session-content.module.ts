import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoachingModule } from '@app/coaching';
import { InsightsModule } from '@app/insights';
import { PrivacyModule } from '@app/privacy';
import { ProgressModule } from '@app/progress';
import { OutboxModule } from '@app/queues';
import { ShiftAnalysisModule } from '@app/shift-analysis';
import { TranscriptsModule } from '@app/transcripts';
import { ContentController } from './api/content.controller';
import { IngestController } from './api/ingest.controller';
import { InsightIngestController } from './api/insight-ingest.controller';
import { SessionsController } from './api/sessions.controller';
import { Content } from './application/content';
import { ContentEvents } from './application/content-events';
import { Ingest } from './application/ingest';
import { PartAnalyses } from './application/part-analyses';
import { RunPart } from './application/run-part';
import { SessionPages } from './application/session-pages';
import { ContentRepository, SessionReader } from './domain/repositories';
import { PartHandler } from './jobs/part.handler';
import { WarmUp } from './jobs/warm-up';
import { TypeOrmContentRepository } from './persistence/content.typeorm-repository';
import { SessionContentPartEntity, SessionContentRequestEntity } from './persistence/entities';
import { SqlSessionReader } from './persistence/session.reader';

const shared = {
  imports: [
    TypeOrmModule.forFeature([SessionContentRequestEntity, SessionContentPartEntity]),
    CoachingModule,
    PrivacyModule,
    OutboxModule,
    TranscriptsModule,
    ShiftAnalysisModule,
    InsightsModule,
    ProgressModule,
  ],
  providers: [
    PartAnalyses,
    Content,
    Ingest,
    SessionPages,
    { provide: ContentRepository, useClass: TypeOrmContentRepository },
    { provide: SessionReader, useClass: SqlSessionReader },
  ],
};

/** For the API: bringing in, looking at and running again. */
@Module({
  imports: shared.imports,
  controllers: [SessionsController, IngestController, InsightIngestController, ContentController],
  providers: [...shared.providers, ContentEvents],
  exports: [Ingest, Content, SessionPages],
})
export class SessionContentModule {}

/** For the worker: running the parts. */
@Module({
  imports: shared.imports,
  providers: [...shared.providers, RunPart, PartHandler, WarmUp],
})
export class SessionContentWorkerModule {}

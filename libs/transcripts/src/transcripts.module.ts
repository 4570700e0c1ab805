import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoachingModule } from '@app/coaching';
import { TranscriptsController } from './api/transcripts.controller';
import { Codings } from './application/codings';
import { ReaderPool } from './application/reader-pool';
import { Transcripts } from './application/transcripts';
import { TranscriptReads, TranscriptRepository } from './domain/records';
import { TranscriptCodingEntity, TranscriptEntity, UtteranceEntity } from './persistence/entities';
import { SqlTranscriptReads } from './persistence/transcript.reader';
import { TypeOrmTranscriptRepository } from './persistence/transcript.typeorm-repository';

@Module({
  imports: [
    TypeOrmModule.forFeature([TranscriptEntity, UtteranceEntity, TranscriptCodingEntity]),
    CoachingModule,
  ],
  controllers: [TranscriptsController],
  providers: [
    Transcripts,
    Codings,
    ReaderPool,
    { provide: TranscriptRepository, useClass: TypeOrmTranscriptRepository },
    { provide: TranscriptReads, useClass: SqlTranscriptReads },
  ],
  exports: [Transcripts, Codings],
})
export class TranscriptsModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoachingModule } from '@app/coaching';
import { InsightsController } from './api/insights.controller';
import { Insights } from './application/insights';
import { InsightAnalyst } from './domain/analyst';
import { InsightReader, InsightRepository } from './domain/records';
import { OnDeviceInsightAnalyst } from './on-device/on-device-insight-analyst';
import { SqlInsightReader } from './persistence/insight.reader';
import { TypeOrmInsightRepository } from './persistence/insight.typeorm-repository';
import { SessionInsightEntity } from './persistence/session-insight.entity';

@Module({
  imports: [TypeOrmModule.forFeature([SessionInsightEntity]), CoachingModule],
  controllers: [InsightsController],
  providers: [
    Insights,
    { provide: InsightAnalyst, useClass: OnDeviceInsightAnalyst },
    { provide: InsightRepository, useClass: TypeOrmInsightRepository },
    { provide: InsightReader, useClass: SqlInsightReader },
  ],
  exports: [Insights, InsightAnalyst],
})
export class InsightsModule {}

export { SessionInsightDto } from './api/insight.dto';
export { toInsightDto } from './api/insight.mapper';
export { Insights } from './application/insights';
export { analyseInsight } from './domain/analyse-insight';
export { InsightAnalyst, type InsightContext } from './domain/analyst';
export type { InsightDetail, InsightSource, InsightStatus, InsightSummary } from './domain/records';
export type { InsightMetadata, InsightResult, InsightSections } from './domain/types';
export { InsightsModule } from './insights.module';
export { SessionInsightEntity } from './persistence/session-insight.entity';

import type { InsightDetail, InsightSummary } from '../domain/records';
import type { SessionInsightDetailDto, SessionInsightDto } from './insight.dto';

export const toInsightDto = (insight: InsightSummary): SessionInsightDto => ({
  id: insight.id,
  session_id: insight.sessionId,
  coaching_relationship_id: insight.clientId,
  client_user_id: insight.clientUserId,
  coach_user_id: insight.coachId,
  session_date: insight.sessionDate,
  session_title: insight.sessionTitle,
  session_summary: insight.sessionSummary,
  key_themes: insight.keyThemes,
  overall_session_quality: insight.overallSessionQuality as SessionInsightDto['overall_session_quality'],
  status: insight.status,
  processing_error: insight.processingError,
  created_at: insight.createdAt.toISOString(),
  completed_at: insight.completedAt?.toISOString() ?? null,
  celebration_count: insight.celebrationCount,
  intention_count: insight.intentionCount,
  discovery_count: insight.discoveryCount,
  action_item_count: insight.actionItemCount,
});

/** The wire's names of the sections' fields are ours in snake case, and the sections hold plain values only. */
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function wire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wire);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), wire(inner)]));
}

export const toInsightDetailDto = (insight: InsightDetail): SessionInsightDetailDto => ({
  ...toInsightDto(insight),
  ...(wire(insight.sections) as Omit<SessionInsightDetailDto, keyof SessionInsightDto>),
  metadata: wire(insight.metadata) as SessionInsightDetailDto['metadata'],
  transcript_source: insight.transcriptSource,
  source_document_id: insight.sourceDocumentId,
  created_by: insight.createdBy,
  visible_to_client: insight.visibleToClient,
  visible_to_coach: insight.visibleToCoach,
  updated_at: insight.updatedAt.toISOString(),
});

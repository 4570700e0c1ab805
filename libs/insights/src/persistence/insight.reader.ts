import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import {
  type InsightDetail,
  type InsightList,
  InsightReader,
  type InsightSource,
  type InsightStatus,
  type InsightSummary,
} from '../domain/records';
import type { InsightMetadata, InsightSections } from '../domain/types';

interface SummaryRow {
  id: string;
  session_id: string;
  client_id: string;
  client_user_id: string | null;
  coach_id: string;
  session_date: string;
  session_title: string;
  session_summary: string;
  key_themes: string[];
  overall_session_quality: string | null;
  status: InsightStatus;
  processing_error: string | null;
  celebration_count: number;
  intention_count: number;
  discovery_count: number;
  action_item_count: number;
  created_at: Date;
  completed_at: Date | null;
}

interface DetailRow extends SummaryRow {
  celebration: InsightSections['celebration'];
  intention: InsightSections['intention'];
  client_discoveries: InsightSections['clientDiscoveries'];
  goal_progress: InsightSections['goalProgress'];
  coaching_presence: InsightSections['coachingPresence'];
  powerful_questions: InsightSections['powerfulQuestions'];
  action_items: InsightSections['actionItems'];
  emotional_shifts: InsightSections['emotionalShifts'];
  values_beliefs: InsightSections['valuesBeliefs'];
  communication_patterns: InsightSections['communicationPatterns'];
  quality_basis: string[];
  metadata: InsightMetadata | null;
  transcript_source: InsightSource;
  source_document_id: string | null;
  created_by: string;
  visible_to_client: boolean;
  visible_to_coach: boolean;
  updated_at: Date;
}

const SUMMARY = `i.id, i.session_id, i.client_id, c.user_id AS client_user_id, i.coach_id, s.date::text AS session_date,
  s.title AS session_title, i.session_summary, i.key_themes, i.overall_session_quality, i.status, i.processing_error,
  (i.celebration IS NOT NULL)::int AS celebration_count, (i.intention IS NOT NULL)::int AS intention_count,
  jsonb_array_length(i.client_discoveries) AS discovery_count, jsonb_array_length(i.action_items) AS action_item_count,
  i.created_at, i.completed_at`;

const FROM = `FROM session_insights i JOIN sessions s ON s.id = i.session_id JOIN clients c ON c.id = i.client_id`;

@Injectable()
export class SqlInsightReader extends InsightReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async ofClient(clientId: string, limit: number, offset: number): Promise<InsightList> {
    const { coachId } = this.scope.principal;
    const rows = await this.scope.rows<SummaryRow>(
      'insights_of_client',
      `SELECT ${SUMMARY} ${FROM} WHERE i.client_id = $1 AND i.coach_id = $2 AND i.visible_to_coach
       ORDER BY s.date DESC, i.created_at DESC, i.id LIMIT $3 OFFSET $4`,
      [clientId, coachId, limit, offset],
    );
    const [total] = await this.scope.rows<{ count: number }>(
      'insights_of_client_count',
      'SELECT count(*)::int AS count FROM session_insights WHERE client_id = $1 AND coach_id = $2 AND visible_to_coach',
      [clientId, coachId],
    );
    return { insights: rows.map(toSummary), totalCount: total?.count ?? 0 };
  }

  async detail(id: string): Promise<InsightDetail | null> {
    const rows = await this.scope.rows<DetailRow>(
      'insight_detail',
      `SELECT ${SUMMARY}, i.celebration, i.intention, i.client_discoveries, i.goal_progress, i.coaching_presence,
         i.powerful_questions, i.action_items, i.emotional_shifts, i.values_beliefs, i.communication_patterns,
         i.quality_basis, i.metadata, i.transcript_source, i.source_document_id, i.created_by, i.visible_to_client,
         i.visible_to_coach, i.updated_at
       ${FROM} WHERE i.id = $1 AND i.coach_id = $2`,
      [id, this.scope.principal.coachId],
    );
    return rows[0] ? toDetail(rows[0]) : null;
  }

  async idOfSession(sessionId: string): Promise<string | null> {
    const rows = await this.scope.rows<{ id: string }>(
      'insight_of_session',
      'SELECT id FROM session_insights WHERE session_id = $1 AND coach_id = $2',
      [sessionId, this.scope.principal.coachId],
    );
    return rows[0]?.id ?? null;
  }
}

const toSummary = (row: SummaryRow): InsightSummary => ({
  id: row.id,
  sessionId: row.session_id,
  clientId: row.client_id,
  clientUserId: row.client_user_id,
  coachId: row.coach_id,
  sessionDate: row.session_date,
  sessionTitle: row.session_title,
  sessionSummary: row.session_summary,
  keyThemes: row.key_themes,
  overallSessionQuality: row.overall_session_quality,
  status: row.status,
  processingError: row.processing_error,
  celebrationCount: row.celebration_count,
  intentionCount: row.intention_count,
  discoveryCount: row.discovery_count,
  actionItemCount: row.action_item_count,
  createdAt: row.created_at,
  completedAt: row.completed_at,
});

const toDetail = (row: DetailRow): InsightDetail => ({
  ...toSummary(row),
  sections: {
    celebration: row.celebration,
    intention: row.intention,
    clientDiscoveries: row.client_discoveries,
    goalProgress: row.goal_progress,
    coachingPresence: row.coaching_presence,
    powerfulQuestions: row.powerful_questions,
    actionItems: row.action_items,
    emotionalShifts: row.emotional_shifts,
    valuesBeliefs: row.values_beliefs,
    communicationPatterns: row.communication_patterns,
    qualityBasis: row.quality_basis,
  },
  metadata: row.metadata,
  transcriptSource: row.transcript_source,
  sourceDocumentId: row.source_document_id,
  createdBy: row.created_by,
  visibleToClient: row.visible_to_client,
  visibleToCoach: row.visible_to_coach,
  updatedAt: row.updated_at,
});

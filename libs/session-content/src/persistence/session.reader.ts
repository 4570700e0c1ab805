import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import type { SkippedPart, Speaker } from '@app/transcripts';
import {
  type Attention,
  type AttentionKind,
  type SessionListQuery,
  type SessionOverview,
  SessionReader,
} from '../domain/repositories';
import type { PartStatus } from '../domain/types';

interface OverviewRow {
  id: string;
  client_id: string;
  client_name: string;
  title: string;
  date: string;
  starts_at: Date | null;
  session_type: 'regular' | 'intake';
  duration: number | null;
  meeting_url: string | null;
  recall_bot_id: string | null;
  recall_bot_status: string | null;
  is_completed: boolean;
  progress_extracted: boolean;
  created_at: Date;
  updated_at: Date;
  transcript_id: string | null;
  source_format: string;
  file_name: string | null;
  utterance_count: number;
  word_count: number;
  needs_confirmation: boolean;
  transcript_created_at: Date;
  speakers?: Speaker[];
  skipped?: SkippedPart[];
  part_statuses: PartStatus[] | null;
  insight_id: string | null;
  insight_summary: string | null;
  key_themes: string[] | null;
  overall_session_quality: string | null;
  excellence_count: number;
  growth_count: number;
  unreviewed_count: number;
}

interface AttentionRow {
  kind: AttentionKind;
  client_id: string | null;
  client_name: string | null;
  session_id: string | null;
  session_title: string | null;
  count: number;
}

/** $1 coach, $2 today. The page's sessions are chosen first (`page`), then everything else is looked up for them alone. */
const overview = (page: string, order: string, heavy: boolean): string => `
  WITH page AS (${page})
  SELECT s.id, s.client_id, c.name AS client_name, s.title, s.date::text, s.starts_at, s.session_type, s.duration,
    s.meeting_url, s.recall_bot_id, s.recall_bot_status, s.date <= $2::date AS is_completed, s.progress_extracted,
    s.created_at, s.updated_at,
    t.id AS transcript_id, t.source_format, t.file_name, t.utterance_count, t.word_count, t.needs_confirmation,
    t.created_at AS transcript_created_at, ${heavy ? 't.speakers, t.skipped,' : ''}
    (SELECT array_agg(p.status) FROM session_content_requests r JOIN session_content_parts p ON p.request_id = r.id
      WHERE r.session_id = s.id) AS part_statuses,
    i.id AS insight_id, i.session_summary AS insight_summary, i.key_themes, i.overall_session_quality,
    n.excellence_count, n.growth_count, n.unreviewed_count
  FROM page JOIN sessions s ON s.id = page.id
  JOIN clients c ON c.id = s.client_id
  LEFT JOIN transcripts t ON t.session_id = s.id
  LEFT JOIN session_insights i ON i.session_id = s.id
  CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE kind = 'excellence' AND verdict IS DISTINCT FROM 'dismissed'))::int AS excellence_count,
      (count(*) FILTER (WHERE kind = 'growth' AND verdict IS DISTINCT FROM 'dismissed'))::int AS growth_count,
      (count(*) FILTER (WHERE verdict IS NULL))::int AS unreviewed_count
    FROM shift_signals WHERE session_id = s.id
  ) n
  ORDER BY ${order}`;

@Injectable()
export class SqlSessionReader extends SessionReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async list({
    clientId,
    when,
    search,
    sort,
    limit,
    cursor,
    today,
  }: SessionListQuery): Promise<Page<SessionOverview>> {
    const kind = `sessions:${sort}:${when}`;
    const after = decodeCursor(kind, cursor, ['date', 'uuid']);
    const direction = sort === 'date' ? 'ASC' : 'DESC';
    const values: unknown[] = [this.scope.principal.coachId, today, limit + 1];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const conditions = ['s.coach_id = $1'];
    if (clientId) conditions.push(`s.client_id = ${add(clientId)}`);
    // Upcoming: later today counts while its time has not passed.
    const upcoming = '(s.date > $2::date OR s.starts_at > now())';
    if (when === 'upcoming') conditions.push(upcoming);
    if (when === 'past') conditions.push(`NOT COALESCE(${upcoming}, false)`);
    if (search) {
      const pattern = add(`%${search.replaceAll(/[\\%_]/g, '\\$&')}%`);
      conditions.push(`(s.title ILIKE ${pattern} OR EXISTS (
        SELECT FROM clients k WHERE k.id = s.client_id AND k.name ILIKE ${pattern}))`);
    }
    if (after) {
      conditions.push(
        `(s.date, s.id) ${direction === 'ASC' ? '>' : '<'} (${add(after[0])}::date, ${add(after[1])}::uuid)`,
      );
    }
    const page = `SELECT s.id FROM sessions s WHERE ${conditions.join(' AND ')} AND $2::date IS NOT NULL
      ORDER BY s.date ${direction}, s.id ${direction} LIMIT $3`;
    const shape = [sort, when, clientId ? 'k' : '', search ? 's' : '', after ? 'c' : ''].join(':');
    const rows = await this.scope.rows<OverviewRow>(
      `sessions_list:${shape}`,
      overview(page, `s.date ${direction}, s.id ${direction}`, false),
      values,
    );
    return toPage(rows, limit, toOverview, (row) => encodeCursor(kind, [row.date, row.id]));
  }

  async one(id: string, today: string): Promise<SessionOverview | null> {
    const rows = await this.scope.rows<OverviewRow>(
      'session_overview',
      overview('SELECT id FROM sessions WHERE id = $3 AND coach_id = $1', 's.id', true),
      [this.scope.principal.coachId, today, id],
    );
    return rows[0] ? toOverview(rows[0]) : null;
  }

  async attention(): Promise<Attention[]> {
    const rows = await this.scope.rows<AttentionRow>(
      'today_attention',
      `(SELECT 'confirm_speakers' AS kind, c.id AS client_id, c.name AS client_name, s.id AS session_id, s.title AS session_title,
          1 AS count, 1 AS position, t.created_at AS at
        FROM transcripts t JOIN sessions s ON s.id = t.session_id JOIN clients c ON c.id = s.client_id
        WHERE t.coach_id = $1 AND t.needs_confirmation ORDER BY t.created_at DESC LIMIT 10)
       UNION ALL
       (SELECT 'analysis_failed', c.id, c.name, s.id, s.title, f.count, 2, s.created_at
        FROM sessions s JOIN clients c ON c.id = s.client_id JOIN (
          SELECT r.session_id, count(*)::int AS count FROM session_content_parts p
          JOIN session_content_requests r ON r.id = p.request_id
          WHERE p.coach_id = $1 AND p.status = 'failed' GROUP BY r.session_id LIMIT 10
        ) f ON f.session_id = s.id)
       UNION ALL
       (SELECT 'review_findings', c.id, c.name, s.id, s.title, g.count, 3, s.date::timestamptz
        FROM sessions s JOIN clients c ON c.id = s.client_id CROSS JOIN LATERAL (
          SELECT count(*)::int AS count, count(verdict)::int AS judged FROM shift_signals WHERE session_id = s.id
        ) g
        WHERE s.coach_id = $1 AND s.date > current_date - 31 AND g.count > 0 AND g.judged = 0
        ORDER BY s.date DESC LIMIT 5)
       UNION ALL
       (SELECT 'consent_missing', c.id, c.name, NULL, NULL, 1, 4, c.created_at FROM clients c
        WHERE c.coach_id = $1 AND NOT COALESCE((
          SELECT given FROM consent_events WHERE client_id = c.id AND purpose = 'analyse' ORDER BY position DESC LIMIT 1
        ), false)
        ORDER BY c.created_at DESC LIMIT 5)
       ORDER BY position, at DESC`,
      [this.scope.principal.coachId],
    );
    return rows.map((row) => ({
      kind: row.kind,
      clientId: row.client_id,
      clientName: row.client_name,
      sessionId: row.session_id,
      sessionTitle: row.session_title,
      count: row.count,
    }));
  }

  async counts(): Promise<{ clients: number; sessions: number }> {
    const rows = await this.scope.rows<{ clients: number; sessions: number }>(
      'today_counts',
      `SELECT (SELECT count(*)::int FROM clients WHERE coach_id = $1) AS clients,
         (SELECT count(*)::int FROM sessions WHERE coach_id = $1) AS sessions`,
      [this.scope.principal.coachId],
    );
    return rows[0] ?? { clients: 0, sessions: 0 };
  }

  async earlierSessions(sessionId: string): Promise<number> {
    const rows = await this.scope.rows<{ count: number }>(
      'earlier_sessions',
      `SELECT count(*)::int AS count FROM sessions e JOIN sessions s ON s.client_id = e.client_id
       WHERE s.id = $1 AND s.coach_id = $2 AND (e.date, e.id) < (s.date, s.id)`,
      [sessionId, this.scope.principal.coachId],
    );
    return rows[0]?.count ?? 0;
  }
}

const toOverview = (row: OverviewRow): SessionOverview => ({
  id: row.id,
  clientId: row.client_id,
  clientName: row.client_name,
  title: row.title,
  date: row.date,
  startsAt: row.starts_at,
  sessionType: row.session_type,
  duration: row.duration,
  meetingUrl: row.meeting_url,
  recallBotId: row.recall_bot_id,
  recallBotStatus: row.recall_bot_status,
  isCompleted: row.is_completed,
  progressExtracted: row.progress_extracted,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  transcript: row.transcript_id
    ? {
        id: row.transcript_id,
        sourceFormat: row.source_format,
        fileName: row.file_name,
        utteranceCount: row.utterance_count,
        wordCount: row.word_count,
        needsConfirmation: row.needs_confirmation,
        speakers: row.speakers ?? [],
        skipped: row.skipped ?? [],
        createdAt: row.transcript_created_at,
      }
    : null,
  partStatuses: row.part_statuses ?? [],
  insightId: row.insight_id,
  insightSummary: row.insight_summary || null,
  keyThemes: row.key_themes ?? [],
  overallSessionQuality: row.overall_session_quality,
  excellenceCount: row.excellence_count,
  growthCount: row.growth_count,
  unreviewedCount: row.unreviewed_count,
});

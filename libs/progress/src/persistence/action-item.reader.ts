import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import {
  type ActionItemOriginal,
  type ActionItemQuery,
  ActionItemReader,
  type ActionItemView,
} from '../domain/records';
import type { Achieved, ActionStatus, Source, Verdict } from '../domain/types';

interface ActionItemRow {
  id: string;
  client_id: string;
  session_id: string | null;
  date: string;
  session_title: string | null;
  text: string;
  said_by: 'client' | 'coach';
  commitment: 'high' | 'medium' | 'low' | null;
  utterance_ids: string[];
  utterance_numbers: number[];
  quote: string | null;
  quote_utterance: number;
  time_phrase: string | null;
  due_text: string | null;
  derived_status: ActionStatus;
  status_set: boolean;
  report_session: string | null;
  report_date: string | null;
  report_title: string | null;
  report_observation: string | null;
  report_achieved: Achieved | null;
  report_quote: string | null;
  report_utterance: number | null;
  reported_next: boolean | null;
  source: Source;
  analyst: string | null;
  analyst_version: string | null;
  verdict: Verdict | null;
  verdict_at: Date | null;
  original: ActionItemOriginal | null;
  created_at: Date;
}

const LATER = `CASE WHEN s.id IS NULL THEN t.date >= a.made_on ELSE (t.date, t.id) > (s.date, s.id) END`;

/** The latest word on a step in a session after its own. */
const LATEST_REPORT = `LEFT JOIN LATERAL (
  SELECT o.session_id, t.date, t.title, x.observation_id, o.achieved, o.quote, o.quote_utterance
  FROM action_item_reports x
  JOIN observations o ON o.id = x.observation_id
  JOIN sessions t ON t.id = o.session_id
  WHERE x.action_item_id = a.id AND o.achieved IS NOT NULL AND o.stance = 'outcome'
    AND o.verdict IS DISTINCT FROM 'dismissed' AND o.merged_into IS NULL AND ${LATER}
  ORDER BY t.date DESC, t.id DESC, x.similarity DESC, o.quote_utterance DESC, o.id LIMIT 1
) r ON true`;

/** The due day is counted from the session's day, so that it moves with the session. */
const DUE = `COALESCE(a.due_date, COALESCE(s.date, a.made_on) + a.due_days + CASE WHEN a.due_weekday IS NULL THEN 0
  ELSE (a.due_weekday - extract(isodow FROM COALESCE(s.date, a.made_on) + a.due_days)::int + 7) % 7 END)`;

/** The coach's word, else what the latest report says, else what the calendar says. $2 today. */
const STATUS = `COALESCE(a.status, CASE WHEN r.achieved = 'done' THEN 'done' WHEN r.achieved IS NOT NULL THEN 'carried_over'
  WHEN ${DUE} < $2::date THEN 'overdue' ELSE 'open' END)`;

/** $1 coach, $2 today. */
const items = (where: string): string => `
  SELECT a.id, a.client_id, a.session_id, COALESCE(s.date, a.made_on)::text AS date, s.title AS session_title, a.text, a.said_by,
    a.commitment, a.utterance_ids, a.utterance_numbers, a.quote, a.quote_utterance, a.time_phrase,
    a.status IS NOT NULL AS status_set, a.source, a.analyst, a.analyst_version, a.verdict, a.verdict_at, a.original, a.created_at,
    ${DUE}::text AS due_text, ${STATUS} AS derived_status,
    r.session_id AS report_session, r.date::text AS report_date, r.title AS report_title, r.observation_id AS report_observation,
    r.achieved AS report_achieved, r.quote AS report_quote, r.quote_utterance AS report_utterance,
    CASE WHEN n.id IS NULL THEN NULL ELSE EXISTS (
      SELECT 1 FROM action_item_reports x JOIN observations o ON o.id = x.observation_id
      WHERE x.action_item_id = a.id AND o.session_id = n.id AND o.verdict IS DISTINCT FROM 'dismissed' AND o.achieved IS NOT NULL
    ) END AS reported_next
  FROM action_items a
  LEFT JOIN sessions s ON s.id = a.session_id
  ${LATEST_REPORT}
  LEFT JOIN LATERAL (
    SELECT t.id FROM sessions t WHERE t.client_id = a.client_id AND t.progress_extracted AND ${LATER}
    ORDER BY t.date, t.id LIMIT 1
  ) n ON true
  WHERE a.coach_id = $1 AND ${where}`;

@Injectable()
export class SqlActionItemReader extends ActionItemReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async list({
    clientId,
    sessionId,
    status,
    saidBy,
    today,
    limit,
    cursor,
  }: ActionItemQuery): Promise<Page<ActionItemView>> {
    const after = decodeCursor('action-items', cursor, ['date', 'uuid']);
    // The page first, then what became of each of its items; only a filter by status needs that of all of them.
    const rows = await this.scope.rows<ActionItemRow>(
      status ? 'action_items_by_status' : 'action_items_list',
      `SELECT * FROM (${items(`a.id = ANY(ARRAY(
           SELECT a.id FROM (
             SELECT a.id, COALESCE(s.date, a.made_on) AS date${status ? `, ${STATUS} AS derived_status` : ''}
             FROM action_items a LEFT JOIN sessions s ON s.id = a.session_id ${status ? LATEST_REPORT : ''}
             WHERE a.client_id = $3 AND a.coach_id = $1 AND ($4::uuid IS NULL OR a.session_id = $4)
               AND ($5::text IS NULL OR a.said_by = $5) AND a.verdict IS DISTINCT FROM 'dismissed'
               AND ($6::date IS NULL OR (COALESCE(s.date, a.made_on), a.id) < ($6::date, $7::uuid))
           ) a ${status ? 'WHERE a.derived_status = $9' : ''} ORDER BY a.date DESC, a.id DESC LIMIT $8))`)}) i
       ORDER BY i.date DESC, i.id DESC`,
      [
        this.coachId,
        today,
        clientId,
        sessionId ?? null,
        saidBy ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        ...(status ? [status] : []),
      ],
    );
    return toPage(rows, limit, toView, (row) => encodeCursor('action-items', [row.date, row.id]));
  }

  async one(id: string, today: string): Promise<ActionItemView | null> {
    const rows = await this.scope.rows<ActionItemRow>('action_item_by_id', items('a.id = $3'), [
      this.coachId,
      today,
      id,
    ]);
    return rows[0] ? toView(rows[0]) : null;
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

const toView = (row: ActionItemRow): ActionItemView => ({
  id: row.id,
  clientId: row.client_id,
  sessionId: row.session_id,
  date: row.date,
  sessionTitle: row.session_title,
  text: row.text,
  saidBy: row.said_by,
  commitment: row.commitment,
  utteranceIds: row.utterance_ids,
  utterances: row.utterance_numbers,
  quote: row.quote,
  quoteUtterance: row.quote_utterance,
  timePhrase: row.time_phrase,
  dueDate: row.due_text,
  status: row.derived_status,
  statusSet: row.status_set,
  report:
    row.report_session && row.report_achieved && row.report_date && row.report_title && row.report_observation
      ? {
          sessionId: row.report_session,
          sessionDate: row.report_date,
          sessionTitle: row.report_title,
          observationId: row.report_observation,
          achieved: row.report_achieved,
          quote: row.report_quote,
          quoteUtterance: row.report_utterance ?? 0,
        }
      : null,
  reportedNextSession: row.reported_next,
  source: row.source,
  analyst: row.analyst,
  analystVersion: row.analyst_version,
  verdict: row.verdict,
  verdictAt: row.verdict_at,
  original: row.original,
  createdAt: row.created_at,
});

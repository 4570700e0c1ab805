import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import type { SessionDelta } from '../domain/curve';
import { type Goal, type GoalQuery, GoalReader } from '../domain/records';
import type { Stated } from '../domain/suggest-goals';
import type { GoalStatus, Stance } from '../domain/types';
import { inOrder, sessionFacts } from './session-facts';

interface GoalRow {
  id: string;
  client_id: string;
  slug: string;
  title: string;
  description: string | null;
  status: GoalStatus;
  suggestion_key: string | null;
  created_at: Date;
  updated_at: Date;
  sort_value: string;
}

interface DeltaRow {
  goal_id: string;
  session_id: string;
  delta: number;
  observation_count: number;
}

interface StatementRow {
  id: string;
  session_id: string;
  date: string;
  stance: Stance;
  quote: string;
  quote_utterance: number;
  utterance_id: string;
}

@Injectable()
export class SqlGoalReader extends GoalReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async list({ clientId, status, limit, cursor }: GoalQuery): Promise<Page<Goal>> {
    const after = decodeCursor('goals', cursor, ['instant', 'uuid']);
    const rows = await this.scope.rows<GoalRow>(
      'goals_list',
      `SELECT id, client_id, slug, title, description, status, suggestion_key, created_at, updated_at, created_at::text AS sort_value
       FROM goals
       WHERE client_id = $1 AND coach_id = $2 AND ($3::text IS NULL OR status = $3)
         AND ($4::timestamptz IS NULL OR (created_at, id) > ($4::timestamptz, $5::uuid))
       ORDER BY created_at, id LIMIT $6`,
      [clientId, this.coachId, status ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return toPage(rows, limit, toGoal, (row) => encodeCursor('goals', [row.sort_value, row.id]));
  }

  async deltas(goalIds: readonly string[]): Promise<ReadonlyMap<string, SessionDelta[]>> {
    const byGoal = new Map<string, SessionDelta[]>(goalIds.map((id) => [id, []]));
    if (goalIds.length === 0) return byGoal;
    const rows = await this.scope.rows<DeltaRow>(
      'goal_deltas',
      `SELECT goal_id, session_id, round(sum(delta)::numeric, 3)::float8 AS delta, count(*)::int AS observation_count
       FROM observation_goals
       WHERE goal_id = ANY($1::uuid[]) AND counts AND NOT rejected AND coach_id = $2
       GROUP BY goal_id, session_id`,
      [goalIds, this.coachId],
    );
    const facts = await sessionFacts(
      this.scope,
      rows.map((row) => row.session_id),
    );
    for (const { row, session } of inOrder(rows, facts)) {
      byGoal.get(row.goal_id)?.push({
        sessionId: session.id,
        date: session.date,
        title: session.title,
        delta: row.delta,
        observationCount: row.observation_count,
      });
    }
    return byGoal;
  }

  async statements(clientId: string, sessions: number): Promise<Stated[]> {
    const rows = await this.scope.rows<StatementRow>(
      'goal_statements',
      `SELECT o.id, o.session_id, s.date::text, o.stance, o.quote, o.quote_utterance, o.utterance_ids[1] AS utterance_id
       FROM (
         SELECT id, date FROM sessions WHERE client_id = $1 AND coach_id = $2 AND progress_extracted
         ORDER BY date DESC, id DESC LIMIT $3
       ) s JOIN observations o ON o.session_id = s.id
       WHERE o.stance IN ('intent', 'plan') AND o.quote IS NOT NULL AND o.verdict IS DISTINCT FROM 'dismissed'
         AND o.merged_into IS NULL
         AND NOT EXISTS (SELECT 1 FROM observation_goals l WHERE l.observation_id = o.id AND NOT l.rejected)
       ORDER BY s.date, s.id, o.quote_utterance, o.stance, o.id`,
      [clientId, this.coachId, sessions],
    );
    return rows.map((row) => ({
      sessionId: row.session_id,
      date: row.date,
      observationId: row.id,
      stance: row.stance,
      quote: row.quote,
      quoteUtterance: row.quote_utterance,
      utteranceId: row.utterance_id,
    }));
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

const toGoal = (row: GoalRow): Goal => ({
  id: row.id,
  clientId: row.client_id,
  slug: row.slug,
  title: row.title,
  description: row.description,
  status: row.status,
  suggestionKey: row.suggestion_key,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

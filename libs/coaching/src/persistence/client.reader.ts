import { Injectable } from '@nestjs/common';
import { type CursorShape, decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import { type ClientListQuery, ClientReader } from '../domain/repositories';
import type { ClientSort, ClientView } from '../domain/types';

interface ClientRow {
  id: string;
  name: string;
  email: string | null;
  total_sessions: number | null;
  completed: number;
  session_count: number;
  has_consented: boolean | null;
  consent_on: string | null;
  last_date: string | null;
  next_id: string | null;
  next_title: string | null;
  next_date: string | null;
  next_starts_at: Date | null;
  created_at: Date;
  updated_at: Date;
  sort_value: string;
}

/** As people sort names, whatever collation the database was made with. */
const BY_NAME = 'lower(c.name) COLLATE "und-x-icu"';

/** Sort expression, its SQL type for the cursor, and direction. */
const ORDERS: Record<
  ClientSort,
  { by: string; type: string; shape: CursorShape; direction: 'ASC' | 'DESC' }
> = {
  name: { by: BY_NAME, type: 'text', shape: 'text', direction: 'ASC' },
  '-name': { by: BY_NAME, type: 'text', shape: 'text', direction: 'DESC' },
  created_at: { by: 'c.created_at', type: 'timestamptz', shape: 'instant', direction: 'ASC' },
  '-created_at': { by: 'c.created_at', type: 'timestamptz', shape: 'instant', direction: 'DESC' },
  '-last_session': {
    by: `COALESCE(s.last_date, '-infinity'::date)`,
    type: 'date',
    shape: 'date',
    direction: 'DESC',
  },
};

/** $1 coach, $2 today. One row per client with everything a list line shows. */
const selection = (sortBy: string): string => `
  SELECT c.id, c.name, c.email, c.total_sessions, c.created_at, c.updated_at,
    s.completed, s.session_count, s.last_date::text, (${sortBy})::text AS sort_value,
    n.id AS next_id, n.title AS next_title, n.date::text AS next_date, n.starts_at AS next_starts_at,
    k.given AS has_consented, k.recorded_on::text AS consent_on
  FROM clients c
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS session_count,
      (count(*) FILTER (WHERE date <= $2::date AND session_type = 'regular'))::int AS completed,
      max(date) FILTER (WHERE date <= $2::date) AS last_date
    FROM sessions WHERE client_id = c.id
  ) s
  LEFT JOIN LATERAL (
    SELECT id, title, date, starts_at FROM sessions
    WHERE client_id = c.id AND (starts_at > now() OR (starts_at IS NULL AND date > $2::date))
    ORDER BY date, starts_at, id LIMIT 1
  ) n ON true
  LEFT JOIN LATERAL (
    SELECT given, recorded_on FROM consent_events WHERE client_id = c.id AND purpose = 'analyse'
    ORDER BY position DESC LIMIT 1
  ) k ON true
  WHERE c.coach_id = $1`;

@Injectable()
export class SqlClientReader extends ClientReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async list({ limit, cursor, search, sort, today }: ClientListQuery): Promise<Page<ClientView>> {
    const kind = `clients:${sort}`;
    const { by, type, shape, direction } = ORDERS[sort];
    const after = decodeCursor(kind, cursor, [shape, 'uuid']);
    const beyond = direction === 'ASC' ? '>' : '<';
    const values: unknown[] = [this.scope.principal.coachId, today, limit + 1];
    let where = '';
    if (search) {
      values.push(`%${search.replaceAll(/[\\%_]/g, '\\$&')}%`);
      where += ` AND (c.name ILIKE $${values.length} OR c.email ILIKE $${values.length})`;
    }
    if (after) {
      values.push(after[0], after[1]);
      where += ` AND ((${by}), c.id) ${beyond} ($${values.length - 1}::${type}, $${values.length}::uuid)`;
    }
    const rows = await this.scope.rows<ClientRow>(
      `clients_list:${sort}:${search ? 's' : ''}${after ? 'c' : ''}`,
      `${selection(by)}${where} ORDER BY ${by} ${direction}, c.id ${direction} LIMIT $3`,
      values,
    );
    return toPage(rows, limit, toView, (row) => encodeCursor(kind, [row.sort_value, row.id]));
  }

  async one(id: string, today: string): Promise<ClientView | null> {
    const rows = await this.scope.rows<ClientRow>('client_by_id', `${selection('c.id')} AND c.id = $3`, [
      this.scope.principal.coachId,
      today,
      id,
    ]);
    return rows[0] ? toView(rows[0]) : null;
  }
}

const toView = (row: ClientRow): ClientView => ({
  id: row.id,
  name: row.name,
  email: row.email,
  totalSessions: row.total_sessions,
  actualCompletedSessions: row.completed,
  sessionCount: row.session_count,
  hasConsented: row.has_consented ?? false,
  consentRecordedOn: row.has_consented ? row.consent_on : null,
  lastSessionDate: row.last_date,
  nextSession:
    row.next_id && row.next_title && row.next_date
      ? { id: row.next_id, title: row.next_title, date: row.next_date, startsAt: row.next_starts_at }
      : null,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

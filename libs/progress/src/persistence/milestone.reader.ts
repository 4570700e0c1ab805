import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import { type MilestoneQuery, MilestoneReader, type MilestoneView } from '../domain/records';
import type { MilestoneStatus } from '../domain/types';

interface MilestoneRow {
  id: string;
  client_id: string;
  title: string;
  description: string | null;
  target_date: string;
  time_zone: string;
  closed_as: 'completed' | 'missed' | null;
  closed_on: string | null;
  missed_seen_at: Date | null;
  status: MilestoneStatus;
  observation_count: number;
  created_at: Date;
  updated_at: Date;
}

/** $2 the present moment: a milestone's day ends in its own zone. */
const STATUS = `COALESCE(m.closed_as, CASE WHEN m.target_date < ($2::timestamptz AT TIME ZONE m.time_zone)::date
  THEN 'missed' ELSE 'upcoming' END)`;

const SELECTION = `
  SELECT m.id, m.client_id, m.title, m.description, m.target_date::text, m.time_zone, m.closed_as, m.closed_on::text,
    m.missed_seen_at, ${STATUS} AS status, m.created_at, m.updated_at, n.observation_count
  FROM milestones m
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS observation_count
    FROM observation_milestones l WHERE l.milestone_id = m.id AND l.counts AND NOT l.rejected
  ) n
  WHERE m.coach_id = $1`;

@Injectable()
export class SqlMilestoneReader extends MilestoneReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async list({ clientId, status, now, limit, cursor }: MilestoneQuery): Promise<Page<MilestoneView>> {
    const after = decodeCursor('milestones', cursor, ['date', 'uuid']);
    const rows = await this.scope.rows<MilestoneRow>(
      'milestones_list',
      `${SELECTION} AND m.client_id = $3 AND ($4::text IS NULL OR ${STATUS} = $4)
         AND ($5::date IS NULL OR (m.target_date, m.id) > ($5::date, $6::uuid))
       ORDER BY m.target_date, m.id LIMIT $7`,
      [this.coachId, now, clientId, status ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return toPage(rows, limit, toView, (row) => encodeCursor('milestones', [row.target_date, row.id]));
  }

  async one(id: string, now: Date): Promise<MilestoneView | null> {
    const rows = await this.scope.rows<MilestoneRow>('milestone_by_id', `${SELECTION} AND m.id = $3`, [
      this.coachId,
      now,
      id,
    ]);
    return rows[0] ? toView(rows[0]) : null;
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

const toView = (row: MilestoneRow): MilestoneView => ({
  id: row.id,
  clientId: row.client_id,
  title: row.title,
  description: row.description,
  targetDate: row.target_date,
  timeZone: row.time_zone,
  closedAs: row.closed_as,
  closedOn: row.closed_on,
  missedSeenAt: row.missed_seen_at,
  status: row.status,
  observationCount: row.observation_count,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

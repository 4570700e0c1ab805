import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import {
  type LoopCounts,
  type LoopMomentRecord,
  LoopReader,
  type LoopWord,
  type PageRequest,
} from '../domain/records';
import type { LoopStatus, Source, Verdict } from '../domain/types';
import { inOrder, sessionFacts } from './session-facts';

interface MomentRow {
  id: string;
  loop_id: string;
  kind: string;
  session_id: string;
  date: string;
  title: string;
  shift: boolean;
  response_id: string;
  response_number: number;
  response: string;
  trigger_id: string | null;
  trigger_number: number | null;
  trigger: string | null;
  consequence_id: string | null;
  consequence_number: number | null;
  consequence: string | null;
  certainty: number;
  source: Source;
}

interface CountRow {
  loop_id: string;
  kind: string;
  session_id: string;
  runs: number;
  shifts: number;
}

interface WordRow {
  id: string;
  client_id: string;
  kind: string | null;
  source: Source;
  title: string | null;
  trigger: string | null;
  response: string | null;
  consequence: string | null;
  status: LoopStatus | null;
  verdict: Verdict | null;
  verdict_at: Date | null;
  merged_into: string | null;
}

const MOMENT = `m.id, m.loop_id, m.kind, m.session_id, s.date::text, s.title, m.shift, m.response_id, m.response_number, m.response,
  m.trigger_id, m.trigger_number, m.trigger, m.consequence_id, m.consequence_number, m.consequence, m.certainty, m.source`;

/** The fullest telling of one loop (`l.id`) among the moments that fit; the earlier one among equals. */
const fullest = (where: string): string => `(SELECT ${MOMENT}
  FROM loop_moments m JOIN sessions s ON s.id = m.session_id
  WHERE m.loop_id = l.id AND m.coach_id = $2 AND NOT m.shift ${where}
  ORDER BY m.certainty DESC, s.date, s.id, m.response_number LIMIT 1)`;

@Injectable()
export class SqlLoopReader extends LoopReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async clientOf(loopId: string): Promise<string | null> {
    const rows = await this.scope.rows<{ client_id: string }>(
      'loop_client',
      `SELECT client_id FROM behaviour_loops WHERE id = $1 AND coach_id = $2
       UNION ALL (SELECT client_id FROM loop_moments WHERE loop_id = $1 AND coach_id = $2 LIMIT 1) LIMIT 1`,
      [loopId, this.coachId],
    );
    return rows[0]?.client_id ?? null;
  }

  async words(clientId: string): Promise<LoopWord[]> {
    const rows = await this.scope.rows<WordRow>(
      'loop_words',
      `SELECT id, client_id, kind, source, title, trigger, response, consequence, status, verdict, verdict_at, merged_into
       FROM behaviour_loops WHERE client_id = $1 AND coach_id = $2`,
      [clientId, this.coachId],
    );
    return rows.map(({ client_id, verdict_at: verdictAt, merged_into: mergedInto, ...row }) => ({
      ...row,
      clientId: client_id,
      verdictAt,
      mergedInto,
    }));
  }

  async counts(clientId: string): Promise<LoopCounts[]> {
    const rows = await this.scope.rows<CountRow>(
      'loop_counts',
      `SELECT loop_id, kind, session_id, (count(*) FILTER (WHERE NOT shift))::int AS runs,
         (count(*) FILTER (WHERE shift))::int AS shifts
       FROM loop_moments WHERE client_id = $1 AND coach_id = $2 GROUP BY loop_id, kind, session_id`,
      [clientId, this.coachId],
    );
    const facts = await sessionFacts(
      this.scope,
      rows.map((row) => row.session_id),
    );
    const byLoop = new Map<string, LoopCounts>();
    for (const { row, session } of inOrder(rows, facts)) {
      const loop = byLoop.get(row.loop_id) ?? { loopId: row.loop_id, kind: row.kind, sessions: [] };
      loop.sessions.push({
        sessionId: session.id,
        date: session.date,
        title: session.title,
        runs: row.runs,
        shifts: row.shifts,
      });
      byLoop.set(row.loop_id, loop);
    }
    return [...byLoop.values()];
  }

  async fullest(loopIds: readonly string[]): Promise<LoopMomentRecord[]> {
    const rows = await this.scope.rows<MomentRow>(
      'loop_fullest',
      `SELECT DISTINCT m.* FROM unnest($1::uuid[]) AS l (id) CROSS JOIN LATERAL (
         ${fullest('')} UNION ALL ${fullest('AND m.trigger IS NOT NULL')} UNION ALL ${fullest('AND m.consequence IS NOT NULL')}
       ) m`,
      [loopIds, this.coachId],
    );
    return rows
      .map(toMoment)
      .toSorted(
        (a, b) =>
          b.certainty - a.certainty ||
          (a.sessionDate < b.sessionDate ? -1 : a.sessionDate > b.sessionDate ? 1 : 0),
      );
  }

  async evidence(
    loopIds: readonly string[],
    { limit, cursor }: PageRequest,
  ): Promise<Page<LoopMomentRecord>> {
    const after = decodeCursor('loop-evidence', cursor, ['date', 'uuid', 'integer', 'uuid']);
    const rows = await this.scope.rows<MomentRow>(
      'loop_evidence',
      `SELECT ${MOMENT} FROM loop_moments m JOIN sessions s ON s.id = m.session_id
       WHERE m.loop_id = ANY($1::uuid[]) AND m.coach_id = $2
         AND ($3::date IS NULL OR (s.date, s.id, m.response_number, m.id) > ($3::date, $4::uuid, $5::int, $6::uuid))
       ORDER BY s.date, s.id, m.response_number, m.id LIMIT $7`,
      [
        loopIds,
        this.coachId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        after?.[3] ?? null,
        limit + 1,
      ],
    );
    return toPage(rows, limit, toMoment, (row) =>
      encodeCursor('loop-evidence', [row.date, row.session_id, row.response_number, row.id]),
    );
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

const place = (utteranceId: string | null, utterance: number | null, quote: string | null) =>
  utteranceId !== null && utterance !== null && quote !== null ? { utteranceId, utterance, quote } : null;

const toMoment = (row: MomentRow): LoopMomentRecord => ({
  id: row.id,
  loopId: row.loop_id,
  kind: row.kind,
  sessionId: row.session_id,
  sessionDate: row.date,
  sessionTitle: row.title,
  shift: row.shift,
  response: { utteranceId: row.response_id, utterance: row.response_number, quote: row.response },
  trigger: place(row.trigger_id, row.trigger_number, row.trigger),
  consequence: place(row.consequence_id, row.consequence_number, row.consequence),
  certainty: row.certainty,
  source: row.source,
});

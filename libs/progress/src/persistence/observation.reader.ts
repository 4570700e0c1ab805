import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import {
  type Link,
  type ObservationOriginal,
  type ObservationQuery,
  ObservationReader,
  type StoredObservation,
} from '../domain/records';
import type { Achieved, Source, Stance, Verdict } from '../domain/types';

interface ObservationRow {
  id: string;
  client_id: string;
  session_id: string;
  session_date: string;
  session_title: string;
  stance: Stance;
  achieved: Achieved | null;
  valence: number;
  intensity: number;
  certainty: number;
  utterance_ids: string[];
  utterance_numbers: number[];
  quote: string | null;
  quote_utterance: number;
  note: string | null;
  source: Source;
  analyst: string | null;
  analyst_version: string | null;
  verdict: Verdict | null;
  verdict_at: Date | null;
  original: ObservationOriginal | null;
  merged_into: string | null;
  goals: Link[];
  milestones: Link[];
  created_at: Date;
}

const COLUMNS = `o.id, o.client_id, o.session_id, s.date::text AS session_date, s.title AS session_title, o.stance, o.achieved,
  o.valence, o.intensity, o.certainty, o.utterance_ids, o.utterance_numbers, o.quote, o.quote_utterance, o.note, o.source,
  o.analyst, o.analyst_version, o.verdict, o.verdict_at, o.original, o.merged_into, o.created_at`;

/** The links of the rows shown only: subselects in the select list run after the limit. */
const LINKS = `
  (SELECT COALESCE(json_agg(json_build_object('id', g.id, 'name', g.slug, 'delta', l.delta, 'similarity', l.similarity,
     'source', l.source) ORDER BY abs(l.delta) DESC, g.id), '[]')
   FROM observation_goals l JOIN goals g ON g.id = l.goal_id WHERE l.observation_id = p.id AND NOT l.rejected) AS goals,
  (SELECT COALESCE(json_agg(json_build_object('id', m.id, 'name', m.title, 'delta', l.delta, 'similarity', l.similarity,
     'source', l.source) ORDER BY abs(l.delta) DESC, m.id), '[]')
   FROM observation_milestones l JOIN milestones m ON m.id = l.milestone_id
   WHERE l.observation_id = p.id AND NOT l.rejected) AS milestones`;

@Injectable()
export class SqlObservationReader extends ObservationReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async list(query: ObservationQuery): Promise<Page<StoredObservation>> {
    const { clientId, sessionId, goalId, milestoneId, stance, source, verdict, limit, cursor } = query;
    const after = decodeCursor('observations', cursor, ['date', 'uuid', 'integer', 'uuid']);
    const values: unknown[] = [clientId, this.scope.principal.coachId, limit + 1];
    const name: string[] = [];
    const value = (given: unknown, key: string): string => {
      name.push(key);
      return `$${values.push(given)}`;
    };
    let ofSession = '';
    let ofObservation = '';
    if (sessionId) ofSession += ` AND s.id = ${value(sessionId, 's')}::uuid`;
    if (after) {
      const [date, session] = [value(after[0], 'c'), value(after[1], '')];
      ofSession += ` AND (s.date, s.id) <= (${date}::date, ${session}::uuid)`;
      ofObservation += ` AND ((s.date, s.id) <> (${date}::date, ${session}::uuid)
        OR (o.quote_utterance, o.id) > (${value(after[2], '')}::int, ${value(after[3], '')}::uuid))`;
    }
    if (stance) ofObservation += ` AND o.stance = ${value(stance, 't')}`;
    if (source) ofObservation += ` AND o.source = ${value(source, 'o')}`;
    if (verdict === 'unreviewed') {
      name.push('u');
      ofObservation += ' AND o.verdict IS NULL AND o.merged_into IS NULL';
    } else if (verdict) ofObservation += ` AND o.verdict = ${value(verdict, 'v')}`;
    else ofObservation += ` AND o.verdict IS DISTINCT FROM 'dismissed' AND o.merged_into IS NULL`;
    if (goalId) {
      ofObservation += ` AND EXISTS (SELECT 1 FROM observation_goals l
        WHERE l.observation_id = o.id AND l.goal_id = ${value(goalId, 'g')}::uuid AND NOT l.rejected)`;
    }
    if (milestoneId) {
      ofObservation += ` AND EXISTS (SELECT 1 FROM observation_milestones l
        WHERE l.observation_id = o.id AND l.milestone_id = ${value(milestoneId, 'm')}::uuid AND NOT l.rejected)`;
    }
    // Each session that has any gives at least one row, so a page needs no more sessions than rows.
    const rows = await this.scope.rows<ObservationRow>(
      `observations_list:${name.join('')}`,
      `SELECT p.*, ${LINKS} FROM (
         SELECT ${COLUMNS}
         FROM (
           SELECT s.id, s.date, s.title FROM sessions s
           WHERE s.client_id = $1 AND s.coach_id = $2${ofSession}
             AND EXISTS (SELECT 1 FROM observations o WHERE o.session_id = s.id${ofObservation})
           ORDER BY s.date DESC, s.id DESC LIMIT $3
         ) s CROSS JOIN LATERAL (
           SELECT * FROM observations o WHERE o.session_id = s.id AND o.coach_id = $2${ofObservation}
           ORDER BY o.quote_utterance, o.id LIMIT $3
         ) o
         ORDER BY s.date DESC, s.id DESC, o.quote_utterance, o.id LIMIT $3
       ) p ORDER BY p.session_date DESC, p.session_id DESC, p.quote_utterance, p.id`,
      values,
    );
    return toPage(rows, limit, toObservation, (row) =>
      encodeCursor('observations', [row.session_date, row.session_id, row.quote_utterance, row.id]),
    );
  }

  async one(id: string): Promise<StoredObservation | null> {
    const rows = await this.scope.rows<ObservationRow>(
      'observation_by_id',
      `SELECT p.*, ${LINKS} FROM (
         SELECT ${COLUMNS} FROM observations o JOIN sessions s ON s.id = o.session_id WHERE o.id = $1 AND o.coach_id = $2
       ) p`,
      [id, this.scope.principal.coachId],
    );
    return rows[0] ? toObservation(rows[0]) : null;
  }
}

const toObservation = (row: ObservationRow): StoredObservation => ({
  id: row.id,
  clientId: row.client_id,
  sessionId: row.session_id,
  sessionDate: row.session_date,
  sessionTitle: row.session_title,
  stance: row.stance,
  achieved: row.achieved,
  valence: row.valence,
  intensity: row.intensity,
  certainty: row.certainty,
  utteranceIds: row.utterance_ids,
  utterances: row.utterance_numbers,
  quote: row.quote,
  quoteUtterance: row.quote_utterance,
  note: row.note,
  source: row.source,
  analyst: row.analyst,
  analystVersion: row.analyst_version,
  verdict: row.verdict,
  verdictAt: row.verdict_at,
  original: row.original,
  mergedInto: row.merged_into,
  goals: row.goals,
  milestones: row.milestones,
  createdAt: row.created_at,
});

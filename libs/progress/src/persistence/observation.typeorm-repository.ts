import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import {
  type LinkKind,
  type MatchableObservation,
  type NewCoachObservation,
  type NewLink,
  type ObservationChanges,
  ObservationRepository,
} from '../domain/records';
import type { Achieved, ProgressReport, Stance } from '../domain/types';
import { ObservationEntity } from './entities';
import { requireId } from './require-id';

/** Table and column names of the two kinds of links. */
const LINKS = {
  goal: { table: 'observation_goals', column: 'goal_id', targets: 'goals' },
  milestone: { table: 'observation_milestones', column: 'milestone_id', targets: 'milestones' },
} as const;

const COUNTS = `o.verdict IS DISTINCT FROM 'dismissed' AND o.merged_into IS NULL`;

/** Analyst findings nobody has spoken on: no verdict, not merged either way, no link set by a person. */
const UNSPOKEN = `o.source = 'analyst' AND o.verdict IS NULL AND o.merged_into IS NULL
  AND NOT EXISTS (SELECT 1 FROM observations m WHERE m.merged_into = o.id)
  AND NOT EXISTS (SELECT 1 FROM observation_goals l WHERE l.observation_id = o.id AND l.source = 'coach')
  AND NOT EXISTS (SELECT 1 FROM observation_milestones l WHERE l.observation_id = o.id AND l.source = 'coach')`;

interface MatchRow {
  id: string;
  session_id: string;
  stance: Stance;
  achieved: Achieved | null;
  valence: number;
  certainty: number;
  terms: string[];
  context_terms: string[];
  quote: string | null;
}

@Injectable()
export class TypeOrmObservationRepository extends ObservationRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async insert({ utterances, ...observation }: NewCoachObservation): Promise<string> {
    const result = await this.scope.manager.insert(ObservationEntity, {
      ...observation,
      utteranceNumbers: utterances,
      coachId: this.coachId,
      source: 'coach',
      certainty: 1,
    });
    return (result.identifiers[0] as { id: string }).id;
  }

  async update(id: string, changes: ObservationChanges): Promise<void> {
    const verdictAt =
      changes.verdict === undefined ? {} : { verdictAt: changes.verdict === null ? null : () => 'now()' };
    const set = { ...changes, ...verdictAt };
    if (Object.keys(set).length === 0) return;
    await this.scope.manager.update(ObservationEntity, { id, coachId: this.coachId }, set);
  }

  async delete(id: string): Promise<boolean> {
    const result = await this.scope.manager.delete(ObservationEntity, { id, coachId: this.coachId });
    return (result.affected ?? 0) > 0;
  }

  async mergeChain(id: string): Promise<string[]> {
    const rows = await this.scope.rows<{ id: string }>(
      'observation_merge_chain',
      `WITH RECURSIVE chain (id, merged_into, depth) AS (
         SELECT id, merged_into, 0 FROM observations WHERE id = $1 AND coach_id = $2
         UNION ALL
         SELECT o.id, o.merged_into, c.depth + 1 FROM observations o JOIN chain c ON o.id = c.merged_into WHERE c.depth < 100
       ) SELECT id FROM chain ORDER BY depth`,
      [id, this.coachId],
    );
    return rows.map((row) => row.id);
  }

  async replace(
    { clientId, sessionId, transcriptId }: { clientId: string; sessionId: string; transcriptId: string },
    { observations, analyst, analystVersion }: ProgressReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void> {
    await this.scope.execute(
      `DELETE FROM observations o WHERE o.session_id = $1 AND o.coach_id = $2 AND ${UNSPOKEN}`,
      [sessionId, this.coachId],
    );
    const spokenOn = await this.scope.rows<{ stance: Stance; quote_utterance: number }>(
      'observations_kept',
      `SELECT COALESCE(original->>'stance', stance) AS stance, quote_utterance FROM observations
       WHERE session_id = $1 AND coach_id = $2 AND source = 'analyst'`,
      [sessionId, this.coachId],
    );
    const kept = new Set(spokenOn.map((row) => `${row.stance}@${row.quote_utterance}`));
    const fresh = observations
      .filter(({ stance, quoteUtterance }) => !kept.has(`${stance}@${quoteUtterance}`))
      .map(({ utterances, ...observation }) => ({
        ...observation,
        utteranceNumbers: utterances,
        utteranceIds: utterances.map((number) => requireId(idOf, number)),
        coachId: this.coachId,
        clientId,
        sessionId,
        transcriptId,
        source: 'analyst' as const,
        analyst,
        analystVersion,
      }));
    if (fresh.length > 0) await this.scope.manager.insert(ObservationEntity, fresh);
  }

  async matchable({
    clientId,
    terms,
    sessionId,
    id,
  }: {
    clientId: string;
    terms?: readonly string[];
    sessionId?: string;
    id?: string;
  }): Promise<MatchableObservation[]> {
    const rows = await this.scope.rows<MatchRow>(
      'observations_matchable',
      `SELECT id, session_id, stance, achieved, valence, certainty, terms, context_terms, quote FROM observations
       WHERE client_id = $1 AND coach_id = $2 AND ($3::uuid IS NULL OR session_id = $3) AND ($4::uuid IS NULL OR id = $4)
         AND ($5::text[] IS NULL OR terms && $5 OR context_terms && $5)`,
      [clientId, this.coachId, sessionId ?? null, id ?? null, terms ?? null],
    );
    return rows.map(toMatchable);
  }

  topics(
    kind: LinkKind,
    clientId: string,
  ): Promise<{ id: string; title: string; description: string | null }[]> {
    return this.scope.rows(
      `topics_${kind}`,
      `SELECT id, title, description FROM ${LINKS[kind].targets} WHERE client_id = $1 AND coach_id = $2`,
      [clientId, this.coachId],
    );
  }

  async relink(
    kind: LinkKind,
    { targetId, observationIds }: { targetId?: string; observationIds?: readonly string[] },
    links: readonly NewLink[],
  ): Promise<void> {
    const { table, column } = LINKS[kind];
    await this.scope.execute(
      `DELETE FROM ${table} WHERE coach_id = $1 AND source = 'analyst' AND ($2::uuid IS NULL OR ${column} = $2)
         AND ($3::uuid[] IS NULL OR observation_id = ANY($3))`,
      [this.coachId, targetId ?? null, observationIds ?? null],
    );
    if (links.length === 0) return;
    await this.scope.execute(
      `INSERT INTO ${table} (observation_id, ${column}, coach_id, session_id, counts, delta, similarity, source)
       SELECT o.id, x.t, $1, o.session_id, ${COUNTS}, x.d, x.s, 'analyst'
       FROM unnest($2::uuid[], $3::uuid[], $4::float8[], $5::float8[]) AS x (o, t, d, s) JOIN observations o ON o.id = x.o
       ON CONFLICT DO NOTHING`,
      [
        this.coachId,
        links.map(({ observationId }) => observationId),
        links.map(({ targetId: id }) => id),
        links.map(({ delta }) => delta),
        links.map(({ similarity }) => similarity),
      ],
    );
  }

  async setLink(
    kind: LinkKind,
    { observationId, targetId, delta, similarity, source, rejected }: NewLink,
  ): Promise<void> {
    const { table, column } = LINKS[kind];
    await this.scope.execute(
      `INSERT INTO ${table} (observation_id, ${column}, coach_id, session_id, counts, delta, similarity, source, rejected)
       SELECT o.id, $2, $3, o.session_id, ${COUNTS}, $4, $5, $6, $7 FROM observations o WHERE o.id = $1
       ON CONFLICT (observation_id, ${column}) DO UPDATE SET delta = excluded.delta, source = excluded.source,
         rejected = excluded.rejected`,
      [observationId, targetId, this.coachId, delta, similarity, source, rejected],
    );
  }

  async utterances(
    sessionId: string,
    numbers: readonly number[],
  ): Promise<{ id: string; number: number; text: string; transcriptId: string }[]> {
    const rows = await this.scope.rows<{ id: string; number: number; text: string; transcript_id: string }>(
      'utterances_by_number',
      `SELECT u.id, u.sequence_number AS number, u.text_clean AS text, u.transcript_id
       FROM transcripts t JOIN utterances u ON u.transcript_id = t.id
       WHERE t.session_id = $1 AND t.coach_id = $2 AND u.sequence_number = ANY($3::int[]) ORDER BY u.sequence_number`,
      [sessionId, this.coachId, numbers],
    );
    return rows.map(({ transcript_id: transcriptId, ...row }) => ({ ...row, transcriptId }));
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

export const toMatchable = (row: MatchRow): MatchableObservation => ({
  id: row.id,
  sessionId: row.session_id,
  stance: row.stance,
  achieved: row.achieved,
  valence: row.valence,
  certainty: row.certainty,
  terms: row.terms,
  contextTerms: row.context_terms,
  quote: row.quote,
});

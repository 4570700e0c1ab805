import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import {
  type ActionItemChanges,
  ActionItemRepository,
  type MatchableObservation,
  type Report,
} from '../domain/records';
import type { Achieved, ProgressReport, Stance } from '../domain/types';
import { ActionItemEntity } from './entities';
import { toMatchable } from './observation.typeorm-repository';
import { requireId } from './require-id';

@Injectable()
export class TypeOrmActionItemRepository extends ActionItemRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async insert(item: Parameters<ActionItemRepository['insert']>[0]): Promise<string> {
    const result = await this.scope.manager.insert(ActionItemEntity, {
      ...item,
      coachId: this.coachId,
      source: 'coach',
    });
    return (result.identifiers[0] as { id: string }).id;
  }

  async update(id: string, changes: ActionItemChanges): Promise<void> {
    const verdictAt =
      changes.verdict === undefined ? {} : { verdictAt: changes.verdict === null ? null : () => 'now()' };
    const set = { ...changes, ...verdictAt };
    if (Object.keys(set).length === 0) return;
    await this.scope.manager.update(ActionItemEntity, { id, coachId: this.coachId }, set);
  }

  async delete(id: string): Promise<boolean> {
    const result = await this.scope.manager.delete(ActionItemEntity, { id, coachId: this.coachId });
    return (result.affected ?? 0) > 0;
  }

  async replace(
    { clientId, sessionId, transcriptId }: { clientId: string; sessionId: string; transcriptId: string },
    { actionItems, analyst, analystVersion }: ProgressReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void> {
    await this.scope.execute(
      `DELETE FROM action_items WHERE session_id = $1 AND coach_id = $2 AND source = 'analyst' AND verdict IS NULL
         AND status IS NULL AND due_date IS NULL`,
      [sessionId, this.coachId],
    );
    const spokenOn = await this.scope.rows<{ text: string; quote_utterance: number }>(
      'action_items_kept',
      `SELECT COALESCE(original->>'text', text) AS text, quote_utterance FROM action_items
       WHERE session_id = $1 AND coach_id = $2 AND source = 'analyst'`,
      [sessionId, this.coachId],
    );
    const kept = new Set(spokenOn.map((row) => `${row.quote_utterance}:${row.text}`));
    const fresh = actionItems
      .filter(({ quoteUtterance, text }) => !kept.has(`${quoteUtterance}:${text}`))
      .map(({ utterances, due, ...item }) => ({
        ...item,
        dueDays: due?.days ?? null,
        dueWeekday: due?.weekday ?? null,
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
    if (fresh.length > 0) await this.scope.manager.insert(ActionItemEntity, fresh);
  }

  async terms({
    clientId,
    sessionId,
    id,
  }: {
    clientId: string;
    sessionId?: string;
    id?: string;
  }): Promise<{ id: string; sessionId: string | null; terms: string[] }[]> {
    const rows = await this.scope.rows<{ id: string; session_id: string | null; terms: string[] }>(
      'action_item_terms',
      `SELECT id, session_id, terms FROM action_items
       WHERE client_id = $1 AND coach_id = $2 AND ($3::uuid IS NULL OR session_id = $3) AND ($4::uuid IS NULL OR id = $4)`,
      [clientId, this.coachId, sessionId ?? null, id ?? null],
    );
    return rows.map((row) => ({ id: row.id, sessionId: row.session_id, terms: row.terms }));
  }

  async outcomes({
    clientId,
    terms,
  }: {
    clientId: string;
    terms: readonly string[];
  }): Promise<MatchableObservation[]> {
    const rows = await this.scope.rows<{
      id: string;
      session_id: string;
      stance: Stance;
      achieved: Achieved | null;
      valence: number;
      certainty: number;
      terms: string[];
      context_terms: string[];
      quote: string | null;
    }>(
      'outcomes_about',
      `SELECT id, session_id, stance, achieved, valence, certainty, terms, context_terms, quote FROM observations
       WHERE client_id = $1 AND coach_id = $2 AND stance = 'outcome' AND (terms && $3::text[] OR context_terms && $3::text[])`,
      [clientId, this.coachId, terms],
    );
    return rows.map(toMatchable);
  }

  async setReports(
    {
      actionItemIds,
      observationIds,
    }: { actionItemIds?: readonly string[]; observationIds?: readonly string[] },
    reports: readonly Report[],
  ): Promise<void> {
    await this.scope.execute(
      `DELETE FROM action_item_reports WHERE coach_id = $1 AND (action_item_id = ANY($2::uuid[]) OR observation_id = ANY($3::uuid[]))`,
      [this.coachId, actionItemIds ?? [], observationIds ?? []],
    );
    if (reports.length === 0) return;
    await this.scope.execute(
      `INSERT INTO action_item_reports (action_item_id, observation_id, coach_id, similarity)
       SELECT a, o, $1, s FROM unnest($2::uuid[], $3::uuid[], $4::float8[]) AS x (a, o, s) ON CONFLICT DO NOTHING`,
      [
        this.coachId,
        reports.map(({ actionItemId }) => actionItemId),
        reports.map(({ observationId }) => observationId),
        reports.map(({ similarity }) => similarity),
      ],
    );
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

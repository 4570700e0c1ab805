import { Injectable } from '@nestjs/common';
import { Clients, Sessions } from '@app/coaching';
import { DomainError, notFound, type Page, type Principal, TenantScope } from '@app/platform';
import {
  GoalRepository,
  type LinkKind,
  MilestoneRepository,
  type ObservationChanges,
  type ObservationOriginal,
  type ObservationQuery,
  ObservationReader,
  ObservationRepository,
  type StoredObservation,
} from '../domain/records';
import { termsOf } from '../domain/text/terms';
import { type Achieved, MOST_DELTA, type Stance, type Verdict } from '../domain/types';
import { Matching } from './matching';

export interface ObservationInput {
  sessionId: string;
  stance: Stance;
  achieved?: Achieved | null;
  valence?: number;
  intensity?: number;
  /** Sequence numbers of the utterances it rests on; may be empty for a coach's own remark. */
  utterances?: number[];
  quote?: string | null;
  note?: string | null;
}

/** What a coach may say of an observation: verdict and, with `edited`, the values that replace the analyst's. */
export interface ObservationWord extends Partial<ObservationOriginal> {
  verdict?: Verdict | null;
}

/** Client moments, and the coach's word on them. */
@Injectable()
export class Observations {
  constructor(
    private readonly scope: TenantScope,
    private readonly clients: Clients,
    private readonly sessions: Sessions,
    private readonly repository: ObservationRepository,
    private readonly reader: ObservationReader,
    private readonly goals: GoalRepository,
    private readonly milestones: MilestoneRepository,
    private readonly matching: Matching,
  ) {}

  list(principal: Principal, query: ObservationQuery): Promise<Page<StoredObservation>> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, query.clientId);
      return this.reader.list(query);
    });
  }

  get(principal: Principal, id: string): Promise<StoredObservation> {
    return this.scope.run(principal, async () => {
      const observation = await this.reader.one(id);
      if (!observation) throw notFound('observation');
      return observation;
    });
  }

  create(principal: Principal, clientId: string, input: ObservationInput): Promise<StoredObservation> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, clientId);
      const session = await this.sessions.find(principal, input.sessionId);
      if (session.clientId !== clientId) throw notFound('session');
      const numbers = [...new Set(input.utterances ?? [])].toSorted((a, b) => a - b);
      const said = await this.repository.utterances(input.sessionId, numbers);
      if (said.length !== numbers.length) throw notFound('utterance');
      const place = input.quote ? said.find(({ text }) => text.includes(input.quote ?? '')) : said[0];
      if (input.quote && !place) {
        throw new DomainError({
          code: 'observation.quote_not_found',
          kind: 'invalid',
          message: 'The quote does not stand word for word in the utterances you named.',
          fields: [{ field: 'quote', message: 'must be a verbatim part of one of the utterances' }],
        });
      }
      if (!place && !input.note) {
        throw new DomainError({
          code: 'observation.empty',
          kind: 'invalid',
          message: 'Name the utterances it rests on, or write a note.',
          fields: [{ field: 'note', message: 'is needed without utterances' }],
        });
      }
      const id = await this.repository.insert({
        clientId,
        sessionId: input.sessionId,
        stance: input.stance,
        achieved: input.achieved ?? null,
        valence: input.valence ?? 0,
        intensity: input.intensity ?? 0,
        utterances: numbers,
        utteranceIds: said.map((utterance) => utterance.id),
        quote: input.quote ?? place?.text ?? null,
        quoteUtterance: place?.number ?? 0,
        note: input.note ?? null,
        terms: termsOf([input.note ?? '', ...said.map(({ text }) => text)].join(' ')),
      });
      return this.changed(principal, clientId, id);
    });
  }

  /** Confirms, edits or dismisses; `verdict: null` takes that back and restores what the analyst had found. */
  judge(
    principal: Principal,
    id: string,
    { verdict, ...values }: ObservationWord,
  ): Promise<StoredObservation> {
    return this.scope.run(principal, async () => {
      const found = await this.get(principal, id);
      const edits = Object.keys(values).length > 0;
      if (found.source === 'coach') {
        await this.repository.update(id, { ...values, ...(verdict === undefined ? {} : { verdict }) });
        return this.changed(principal, found.clientId, id);
      }
      const said = verdict === undefined ? (edits ? 'edited' : found.verdict) : verdict;
      if ((said === 'edited') !== (edits || (verdict === undefined && found.verdict === 'edited'))) {
        throw new DomainError({
          code: 'observation.verdict_mismatch',
          kind: 'invalid',
          message: 'New values go with the verdict "edited", and only with it.',
          fields: [{ field: 'verdict', message: edits ? 'must be edited' : 'needs new values' }],
        });
      }
      const original = found.original ?? originalOf(found);
      const changes: ObservationChanges =
        said === 'edited'
          ? { ...values, verdict: said, original }
          : { ...found.original, verdict: said, original: null };
      await this.repository.update(id, changes);
      return this.changed(principal, found.clientId, id);
    });
  }

  /** Removes a coach's own; the analyst's is dismissed, so that it does not come back. */
  delete(principal: Principal, id: string): Promise<void> {
    return this.scope.run(principal, async () => {
      const { source } = await this.get(principal, id);
      if (source === 'coach') await this.repository.delete(id);
      else await this.repository.update(id, { verdict: 'dismissed' });
    });
  }

  /** Says that this one and another are the same moment: it no longer counts for itself. `null` takes that back. */
  merge(principal: Principal, id: string, into: string | null): Promise<StoredObservation> {
    return this.scope.run(principal, async () => {
      const observation = await this.get(principal, id);
      if (into !== null) {
        const target = await this.get(principal, into);
        if (target.clientId !== observation.clientId) throw notFound('observation');
        if ((await this.repository.mergeChain(into)).includes(id)) throw mergeCycle('observation');
      }
      await this.repository.update(id, { mergedInto: into });
      return this.get(principal, id);
    });
  }

  /** Links by hand, or changes what a link adds; `delta: null` takes the link away for good. */
  link(
    principal: Principal,
    id: string,
    kind: LinkKind,
    targetId: string,
    delta: number | null,
  ): Promise<StoredObservation> {
    if (delta !== null && Math.abs(delta) > MOST_DELTA + Number.EPSILON) {
      throw new DomainError({
        code: 'observation.delta_out_of_range',
        kind: 'invalid',
        message: 'One observation moves a goal or milestone by at most 0.10 either way.',
        fields: [{ field: 'delta', message: 'must be between -0.10 and 0.10' }],
      });
    }
    return this.scope.run(principal, async () => {
      const observation = await this.get(principal, id);
      const target = kind === 'goal' ? await this.goals.find(targetId) : await this.milestones.find(targetId);
      if (!target || target.clientId !== observation.clientId) throw notFound(kind);
      await this.repository.setLink(kind, {
        observationId: id,
        targetId,
        delta: delta ?? 0,
        similarity: null,
        source: 'coach',
        rejected: delta === null,
      });
      return this.get(principal, id);
    });
  }

  /** Renews the pairs of a changed observation. */
  private async changed(principal: Principal, clientId: string, id: string): Promise<StoredObservation> {
    await this.matching.linkObservations(clientId, { id });
    await this.matching.matchObservation(clientId, id);
    return this.get(principal, id);
  }
}

const originalOf = ({
  stance,
  achieved,
  valence,
  intensity,
  note,
}: StoredObservation): ObservationOriginal => ({
  stance,
  achieved,
  valence,
  intensity,
  note,
});

export const mergeCycle = (thing: string): DomainError =>
  new DomainError({
    code: `${thing}.merge_cycle`,
    kind: 'conflict',
    message: 'These two would be merged into each other. Take the other merge back first.',
    fields: [{ field: 'into', message: 'is already merged into this one' }],
  });

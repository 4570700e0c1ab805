import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clients, Sessions } from '@app/coaching';
import {
  decodeCursor,
  DomainError,
  encodeCursor,
  notFound,
  type Page,
  type Principal,
  TenantScope,
  toPage,
} from '@app/platform';
import { FEWEST_SESSIONS, type LoopSession, loopStatus, tellLoop } from '../domain/loops/derive-loops';
import { LOOP_KINDS } from '../domain/loops/kinds';
import {
  type LoopMomentRecord,
  LoopReader,
  LoopRepository,
  type LoopView,
  type LoopWord,
  ObservationRepository,
  type PageRequest,
} from '../domain/records';
import type { LoopPlace, LoopStatus, Verdict } from '../domain/types';
import { mergeCycle } from './observations';

export interface LoopInput {
  title: string;
  trigger: string;
  response: string;
  consequence: string;
  status: LoopStatus;
  /** Where it was heard: sequence numbers per session. */
  moments: { sessionId: string; trigger: number | null; response: number; consequence: number | null }[];
}

export interface LoopChanges {
  verdict?: Verdict | null;
  title?: string;
  trigger?: string;
  response?: string;
  consequence?: string;
  status?: LoopStatus;
}

export interface LoopQuery extends PageRequest {
  clientId: string;
  status: LoopStatus | undefined;
  includeDismissed: boolean;
}

const TITLES = new Map(LOOP_KINDS.map(({ key, title }) => [key, title]));

/** Trigger, response and consequence that recur over a client's sessions; derived when read, spoken on by the coach. */
@Injectable()
export class Loops {
  constructor(
    private readonly scope: TenantScope,
    private readonly clients: Clients,
    private readonly sessions: Sessions,
    private readonly observations: ObservationRepository,
    private readonly repository: LoopRepository,
    private readonly reader: LoopReader,
  ) {}

  list(
    principal: Principal,
    { clientId, status, includeDismissed, limit, cursor }: LoopQuery,
  ): Promise<Page<LoopView>> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, clientId);
      const after = decodeCursor('loops', cursor, ['text', 'text'])?.map(String);
      const loops = (await this.derive(clientId))
        .filter((loop) => (includeDismissed || loop.verdict !== 'dismissed') && loop.mergedInto === null)
        .filter((loop) => status === undefined || loop.status === status)
        .map((loop) => ({ loop, key: [loop.sessions.at(-1)?.date ?? '', loop.id] }))
        .toSorted((a, b) => compare(b.key, a.key))
        .filter(({ key }) => !after || compare(key, after) < 0);
      return toPage(
        loops.slice(0, limit + 1),
        limit,
        ({ loop }) => loop,
        ({ key }) => encodeCursor('loops', key),
      );
    });
  }

  get(principal: Principal, id: string): Promise<LoopView> {
    return this.scope.run(principal, () => this.find(id));
  }

  /** The moments a loop rests on, those of loops merged into it included, in order of time. */
  evidence(principal: Principal, id: string, page: PageRequest): Promise<Page<LoopMomentRecord>> {
    return this.scope.run(principal, async () => {
      const { clientId } = await this.find(id);
      const words = await this.reader.words(clientId);
      return this.reader.evidence(membersOf(id, words), page);
    });
  }

  create(principal: Principal, clientId: string, input: LoopInput): Promise<LoopView> {
    const cited = new Set(
      input.moments.flatMap(({ sessionId, ...places }) =>
        Object.values(places).flatMap((number) => (number === null ? [] : [`${sessionId}:${number}`])),
      ),
    );
    if (cited.size === 1) {
      throw new DomainError({
        code: 'loop.single_utterance',
        kind: 'invalid',
        message: 'One utterance is no pattern. Name at least two, or write the loop without evidence.',
        fields: [{ field: 'moments', message: 'must cite more than one utterance' }],
      });
    }
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, clientId);
      const { moments, ...words } = input;
      const id = randomUUID();
      const word: LoopWord = {
        ...words,
        id,
        clientId,
        kind: null,
        source: 'coach',
        verdict: null,
        verdictAt: null,
        mergedInto: null,
      };
      await this.repository.saveWord(word);
      const cites: Parameters<LoopRepository['insertMoments']>[1][number][] = [];
      for (const { sessionId, trigger, response, consequence } of moments) {
        const session = await this.sessions.find(principal, sessionId);
        if (session.clientId !== clientId) throw notFound('session');
        const numbers = [...new Set([trigger, response, consequence].filter((number) => number !== null))];
        const said = await this.observations.utterances(sessionId, numbers);
        const transcriptId = said[0]?.transcriptId;
        if (said.length !== numbers.length || transcriptId === undefined) throw notFound('utterance');
        const ids = new Map(said.map((utterance) => [utterance.number, utterance.id]));
        const place = (utterance: number): LoopPlace => ({
          utterance,
          quote: said.find(({ number }) => number === utterance)?.text ?? '',
        });
        cites.push({
          sessionId,
          transcriptId,
          ids,
          response: place(response),
          trigger: trigger === null ? null : place(trigger),
          consequence: consequence === null ? null : place(consequence),
        });
      }
      await this.repository.insertMoments({ id, clientId }, cites);
      return this.find(id);
    });
  }

  /** Confirms, edits or dismisses a loop; `verdict: null` gives it back to the analyst's words. */
  judge(principal: Principal, id: string, { verdict, ...values }: LoopChanges): Promise<LoopView> {
    return this.scope.run(principal, async () => {
      const loop = await this.find(id);
      const word =
        (await this.reader.words(loop.clientId)).find((known) => known.id === id) ?? blankWord(loop);
      const edits = Object.keys(values).length > 0;
      const said =
        verdict === undefined ? (edits && loop.source === 'analyst' ? 'edited' : word.verdict) : verdict;
      if (loop.source === 'analyst' && edits && said !== 'edited') {
        throw new DomainError({
          code: 'loop.verdict_mismatch',
          kind: 'invalid',
          message: 'New words go with the verdict "edited", and only with it.',
          fields: [{ field: 'verdict', message: 'must be edited' }],
        });
      }
      const cleared =
        verdict === null && loop.source === 'analyst'
          ? { title: null, trigger: null, response: null, consequence: null, status: null }
          : {};
      await this.repository.saveWord({
        ...word,
        ...cleared,
        ...values,
        verdict: said,
        verdictAt: said === null ? null : new Date(),
      });
      return this.find(id);
    });
  }

  /** Removes a coach's own; the analyst's is dismissed, so that it does not come back. */
  delete(principal: Principal, id: string): Promise<void> {
    return this.scope.run(principal, async () => {
      const { source } = await this.find(id);
      if (source === 'coach') await this.repository.delete(id);
      else await this.judge(principal, id, { verdict: 'dismissed' });
    });
  }

  merge(principal: Principal, id: string, into: string | null): Promise<LoopView> {
    return this.scope.run(principal, async () => {
      const loop = await this.find(id);
      const words = await this.reader.words(loop.clientId);
      if (into !== null) {
        const target = await this.find(into);
        if (target.clientId !== loop.clientId) throw notFound('loop');
        if (membersOf(id, words).includes(into)) throw mergeCycle('loop');
      }
      const word = words.find((known) => known.id === id) ?? blankWord(loop);
      await this.repository.saveWord({ ...word, mergedInto: into });
      return this.find(id);
    });
  }

  private async find(id: string): Promise<LoopView> {
    const clientId = await this.reader.clientOf(id);
    const loop = clientId ? (await this.derive(clientId)).find((known) => known.id === id) : undefined;
    if (!loop) throw notFound('loop');
    return loop;
  }

  /** All loops of a client: those the moments make, with a person's word on them, and those a person made. */
  private async derive(clientId: string): Promise<LoopView[]> {
    const words = await this.reader.words(clientId);
    const counts = await this.reader.counts(clientId);
    const fullest = await this.reader.fullest(counts.map(({ loopId }) => loopId));
    const ids = new Set([...counts.map(({ loopId }) => loopId), ...words.map(({ id }) => id)]);
    return [...ids].flatMap((id): LoopView[] => {
      const word = words.find((known) => known.id === id);
      const members = new Set(membersOf(id, words));
      const own = counts.find(({ loopId }) => loopId === id);
      const sessions = combine(
        counts.filter(({ loopId }) => members.has(loopId)).map((loop) => loop.sessions),
      );
      const recurs = (own?.sessions ?? []).filter(({ runs }) => runs > 0).length >= FEWEST_SESSIONS;
      const told = recurs ? tellLoop(fullest.filter(({ loopId }) => loopId === id)) : null;
      const derivedStatus = told ? loopStatus(sessions) : null;
      const title = word?.title ?? TITLES.get(own?.kind ?? word?.kind ?? '') ?? null;
      const trigger = word?.trigger ?? told?.trigger.quote;
      const response = word?.response ?? told?.response.quote;
      const consequence = word?.consequence ?? told?.consequence.quote;
      const status = word?.status ?? derivedStatus;
      // Moments that do not recur (any more) are no loop, whatever was once said of it, unless a person wrote it out.
      if (
        title === null ||
        trigger === undefined ||
        response === undefined ||
        consequence === undefined ||
        status === null
      )
        return [];
      return [
        {
          id,
          clientId,
          kind: own?.kind ?? word?.kind ?? null,
          source: word?.source ?? 'analyst',
          title,
          trigger,
          response,
          consequence,
          status,
          told,
          derivedStatus,
          sessions,
          verdict: word?.verdict ?? null,
          verdictAt: word?.verdictAt ?? null,
          mergedInto: word?.mergedInto ?? null,
        },
      ];
    });
  }
}

const compare = (a: readonly string[], b: readonly string[]): number => {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? '';
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
};

/** A loop and all that is merged into it, however indirectly. */
function membersOf(id: string, words: readonly LoopWord[]): string[] {
  const members = [id];
  for (const member of members) {
    for (const word of words)
      if (word.mergedInto === member && !members.includes(word.id)) members.push(word.id);
  }
  return members;
}

function combine(lists: readonly (readonly LoopSession[])[]): LoopSession[] {
  const bySession = new Map<string, LoopSession>();
  for (const session of lists.flat()) {
    const known = bySession.get(session.sessionId);
    bySession.set(
      session.sessionId,
      known ? { ...known, runs: known.runs + session.runs, shifts: known.shifts + session.shifts } : session,
    );
  }
  return [...bySession.values()].toSorted((a, b) => compare([a.date, a.sessionId], [b.date, b.sessionId]));
}

const blankWord = ({ id, clientId, kind, source }: LoopView): LoopWord => ({
  id,
  clientId,
  kind,
  source,
  title: null,
  trigger: null,
  response: null,
  consequence: null,
  status: null,
  verdict: null,
  verdictAt: null,
  mergedInto: null,
});

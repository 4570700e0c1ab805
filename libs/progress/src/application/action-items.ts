import { Injectable } from '@nestjs/common';
import { Clients, Profiles, Sessions } from '@app/coaching';
import { DomainError, notFound, type Page, type Principal, TenantScope } from '@app/platform';
import {
  type ActionItemQuery,
  ActionItemReader,
  ActionItemRepository,
  type ActionItemView,
} from '../domain/records';
import { termsOf } from '../domain/text/terms';
import type { Verdict } from '../domain/types';
import { Matching } from './matching';

export interface ActionItemInput {
  text: string;
  saidBy?: 'client' | 'coach';
  sessionId?: string | null;
  dueDate?: string | null;
}

export interface ActionItemWord {
  verdict?: Verdict | null;
  text?: string;
  dueDate?: string | null;
  /** `null` leaves the status to what is reported. */
  status?: 'open' | 'done' | 'carried_over' | null;
}

/** Steps taken on across a client's sessions, and what became of them. */
@Injectable()
export class ActionItems {
  constructor(
    private readonly scope: TenantScope,
    private readonly clients: Clients,
    private readonly sessions: Sessions,
    private readonly profiles: Profiles,
    private readonly repository: ActionItemRepository,
    private readonly reader: ActionItemReader,
    private readonly matching: Matching,
  ) {}

  list(principal: Principal, query: Omit<ActionItemQuery, 'today'>): Promise<Page<ActionItemView>> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, query.clientId);
      return this.reader.list({ ...query, today: await this.profiles.today(principal) });
    });
  }

  get(principal: Principal, id: string): Promise<ActionItemView> {
    return this.scope.run(principal, async () => {
      const item = await this.reader.one(id, await this.profiles.today(principal));
      if (!item) throw notFound('action item');
      return item;
    });
  }

  create(
    principal: Principal,
    clientId: string,
    { text, saidBy, sessionId, dueDate }: ActionItemInput,
  ): Promise<ActionItemView> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, clientId);
      if (sessionId && (await this.sessions.find(principal, sessionId)).clientId !== clientId)
        throw notFound('session');
      const id = await this.repository.insert({
        clientId,
        sessionId: sessionId ?? null,
        madeOn: sessionId ? null : await this.profiles.today(principal),
        text,
        saidBy: saidBy ?? 'client',
        dueDate: dueDate ?? null,
        terms: termsOf(text),
      });
      await this.matching.matchActionItem(clientId, id);
      return this.get(principal, id);
    });
  }

  judge(
    principal: Principal,
    id: string,
    { verdict, text, ...rest }: ActionItemWord,
  ): Promise<ActionItemView> {
    return this.scope.run(principal, async () => {
      const found = await this.get(principal, id);
      const own = found.source === 'coach';
      const said = verdict === undefined ? (text !== undefined && !own ? 'edited' : undefined) : verdict;
      if (!own && text !== undefined && said !== 'edited') {
        throw new DomainError({
          code: 'action_item.verdict_mismatch',
          kind: 'invalid',
          message: 'New words go with the verdict "edited", and only with it.',
          fields: [{ field: 'verdict', message: 'must be edited' }],
        });
      }
      const words =
        text ?? (!own && said !== undefined && said !== 'edited' ? found.original?.text : undefined);
      await this.repository.update(id, {
        ...rest,
        ...(said === undefined ? {} : { verdict: said }),
        ...(words === undefined ? {} : { text: words, terms: termsOf(`${words} ${found.quote ?? ''}`) }),
        ...(own || said === undefined
          ? {}
          : { original: said === 'edited' ? (found.original ?? { text: found.text }) : null }),
      });
      if (words !== undefined) await this.matching.matchActionItem(found.clientId, id);
      return this.get(principal, id);
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
}

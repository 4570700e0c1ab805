import { Injectable } from '@nestjs/common';
import { Clients } from '@app/coaching';
import { DomainError, notFound, type Page, type Principal, TenantScope } from '@app/platform';
import { type CurvePoint, curveOf } from '../domain/curve';
import { type Goal, type GoalChanges, type GoalQuery, GoalReader, GoalRepository } from '../domain/records';
import { freeSlug, slugOf } from '../domain/slug';
import { type GoalSuggestion, suggestGoals } from '../domain/suggest-goals';
import { namesOf, termsOf } from '../domain/text/terms';
import type { GoalStatus } from '../domain/types';
import { Matching } from './matching';

/** How far back suggestions look. */
const RECENT_SESSIONS = 24;

/** A goal with where it stands. */
export interface GoalView extends Goal {
  /** 0..1 */
  progress: number;
  curve: CurvePoint[];
}

export interface GoalInput {
  title: string;
  slug?: string;
  description?: string | null;
  status?: GoalStatus;
  /** Key of the suggestion the goal is made from. */
  suggestionKey?: string;
}

/** A client's goals, their curves, and goals worth suggesting. */
@Injectable()
export class Goals {
  constructor(
    private readonly scope: TenantScope,
    private readonly clients: Clients,
    private readonly goals: GoalRepository,
    private readonly reader: GoalReader,
    private readonly matching: Matching,
  ) {}

  list(principal: Principal, query: GoalQuery): Promise<Page<GoalView>> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, query.clientId);
      const page = await this.reader.list(query);
      return { items: await this.withCurves(page.items), nextCursor: page.nextCursor };
    });
  }

  get(principal: Principal, id: string): Promise<GoalView> {
    return this.scope.run(principal, async () => {
      const [goal] = await this.withCurves([await this.find(id)]);
      if (!goal) throw notFound('goal');
      return goal;
    });
  }

  create(principal: Principal, clientId: string, input: GoalInput): Promise<GoalView> {
    return this.scope.run(principal, async () => {
      await this.clients.get(principal, clientId);
      const slug = input.slug ?? freeSlug(slugOf(input.title), new Set(await this.goals.slugs(clientId)));
      const goal = {
        clientId,
        slug,
        title: input.title,
        description: input.description ?? null,
        status: input.status ?? 'active',
        suggestionKey: input.suggestionKey ?? null,
      };
      const id = await this.goals.insert(goal);
      if (input.suggestionKey) await this.goals.answerSuggestion(clientId, input.suggestionKey, 'accepted');
      await this.matching.linkTarget('goal', clientId, { id, ...goal });
      return this.get(principal, id);
    });
  }

  update(principal: Principal, id: string, changes: GoalChanges): Promise<GoalView> {
    return this.scope.run(principal, async () => {
      const goal = await this.find(id);
      await this.goals.update(id, changes);
      if (changes.title !== undefined || changes.description !== undefined) {
        await this.matching.linkTarget('goal', goal.clientId, { ...goal, ...changes });
      }
      return this.get(principal, id);
    });
  }

  delete(principal: Principal, id: string): Promise<void> {
    return this.scope.run(principal, async () => {
      if (!(await this.goals.delete(id))) throw notFound('goal');
    });
  }

  /** Goals the client keeps stating that are not tracked, and that the coach has not answered yet. */
  suggestions(principal: Principal, clientId: string): Promise<GoalSuggestion[]> {
    return this.scope.run(principal, async () => {
      const client = await this.clients.get(principal, clientId);
      const goals = await this.reader.list({ clientId, status: undefined, limit: 100, cursor: undefined });
      const taken = new Set([
        ...goals.items.flatMap(({ title, description }) => termsOf(`${title} ${description ?? ''}`)),
        ...(await this.goals.answeredSuggestions(clientId)),
      ]);
      return suggestGoals(
        await this.reader.statements(clientId, RECENT_SESSIONS),
        taken,
        namesOf(client.name),
      );
    });
  }

  dismissSuggestion(principal: Principal, clientId: string, key: string): Promise<void> {
    return this.scope.run(principal, async () => {
      const known = await this.suggestions(principal, clientId);
      if (!known.some((suggestion) => suggestion.key === key)) throw notFound('goal suggestion');
      await this.goals.answerSuggestion(clientId, key, 'dismissed');
    });
  }

  private async find(id: string): Promise<Goal> {
    const goal = await this.goals.find(id);
    if (!goal) throw notFound('goal');
    return goal;
  }

  private async withCurves(goals: readonly Goal[]): Promise<GoalView[]> {
    const deltas = await this.reader.deltas(goals.map(({ id }) => id));
    return goals.map((goal) => {
      const curve = curveOf(deltas.get(goal.id) ?? []);
      return { ...goal, curve, progress: curve.at(-1)?.progress ?? 0 };
    });
  }
}

/** A slug given by hand has the form of one. */
export function checkSlug(slug: string): string {
  if (slug === slugOf(slug)) return slug;
  throw new DomainError({
    code: 'goal.invalid_slug',
    kind: 'invalid',
    message: 'A short name has lower-case letters, digits and single dashes only.',
    fields: [{ field: 'slug', message: 'must be lower-case letters, digits and dashes' }],
  });
}

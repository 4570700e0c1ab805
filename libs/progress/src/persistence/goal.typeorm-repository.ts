import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError, TenantScope } from '@app/platform';
import { type Goal, type GoalChanges, GoalRepository } from '../domain/records';
import { GoalEntity, GoalSuggestionVerdictEntity } from './entities';

@Injectable()
export class TypeOrmGoalRepository extends GoalRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async insert(goal: Omit<Goal, 'id' | 'createdAt' | 'updatedAt'>): Promise<string> {
    const result = await this.scope.manager
      .insert(GoalEntity, { ...goal, coachId: this.coachId })
      .catch(refuseTakenSlug);
    return (result.identifiers[0] as { id: string }).id;
  }

  async find(id: string): Promise<Goal | null> {
    const found = await this.scope.manager.findOneBy(GoalEntity, { id, coachId: this.coachId });
    if (!found) return null;
    const { coachId: _coachId, ...goal } = found;
    return goal;
  }

  async slugs(clientId: string): Promise<string[]> {
    const found = await this.scope.manager.find(GoalEntity, {
      where: { clientId, coachId: this.coachId },
      select: { slug: true },
    });
    return found.map(({ slug }) => slug);
  }

  async update(id: string, changes: GoalChanges): Promise<void> {
    if (Object.keys(changes).length === 0) return;
    await this.scope.manager
      .update(GoalEntity, { id, coachId: this.coachId }, changes)
      .catch(refuseTakenSlug);
  }

  async delete(id: string): Promise<boolean> {
    const result = await this.scope.manager.delete(GoalEntity, { id, coachId: this.coachId });
    return (result.affected ?? 0) > 0;
  }

  async answerSuggestion(clientId: string, key: string, verdict: 'accepted' | 'dismissed'): Promise<void> {
    await this.scope.manager.upsert(
      GoalSuggestionVerdictEntity,
      { clientId, suggestionKey: key, coachId: this.coachId, verdict },
      ['clientId', 'suggestionKey'],
    );
  }

  async answeredSuggestions(clientId: string): Promise<string[]> {
    const found = await this.scope.manager.findBy(GoalSuggestionVerdictEntity, {
      clientId,
      coachId: this.coachId,
    });
    return found.map(({ suggestionKey }) => suggestionKey);
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

const UNIQUE_VIOLATION = '23505';

function refuseTakenSlug(error: unknown): never {
  if (
    error instanceof QueryFailedError &&
    (error.driverError as { code?: string }).code === UNIQUE_VIOLATION
  ) {
    throw new DomainError({
      code: 'goal.slug_taken',
      kind: 'conflict',
      message: 'Another goal of this client has this short name. Choose a different one.',
      fields: [{ field: 'slug', message: 'is used by another goal of this client' }],
    });
  }
  throw error;
}

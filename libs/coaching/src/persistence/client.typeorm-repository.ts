import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError, TenantScope } from '@app/platform';
import { ClientRepository, type StoredClient } from '../domain/repositories';
import { ClientEntity } from './entities';

@Injectable()
export class TypeOrmClientRepository extends ClientRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async insert(client: Omit<StoredClient, 'id'>): Promise<string> {
    const { coachId } = this.scope.principal;
    const result = await this.scope.manager
      .insert(ClientEntity, { ...client, coachId })
      .catch(refuseTakenEmail);
    return (result.identifiers[0] as { id: string }).id;
  }

  async find(id: string): Promise<StoredClient | null> {
    const found = await this.scope.manager.findOneBy(ClientEntity, {
      id,
      coachId: this.scope.principal.coachId,
    });
    return (
      found && { id: found.id, name: found.name, email: found.email, totalSessions: found.totalSessions }
    );
  }

  async update(id: string, changes: Partial<Omit<StoredClient, 'id'>>): Promise<void> {
    if (Object.keys(changes).length === 0) return;
    await this.scope.manager
      .update(ClientEntity, { id, coachId: this.scope.principal.coachId }, changes)
      .catch(refuseTakenEmail);
  }

  async delete(id: string): Promise<boolean> {
    const result = await this.scope.manager.delete(ClientEntity, {
      id,
      coachId: this.scope.principal.coachId,
    });
    return (result.affected ?? 0) > 0;
  }
}

const UNIQUE_VIOLATION = '23505';

function refuseTakenEmail(error: unknown): never {
  if (
    error instanceof QueryFailedError &&
    (error.driverError as { code?: string }).code === UNIQUE_VIOLATION
  ) {
    throw new DomainError({
      code: 'client.email_taken',
      kind: 'conflict',
      message: 'You already have a client with this e-mail address.',
      fields: [{ field: 'email', message: 'is used by another client of yours' }],
    });
  }
  throw error;
}

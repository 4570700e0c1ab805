import { TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { In, QueryFailedError, Raw } from 'typeorm';
import { emailTaken } from '../domain/errors';
import { UserRepository } from '../domain/repositories';
import type { Account, User } from '../domain/user';
import { UserEntity } from './entities';

const UNIQUE_VIOLATION = '23505';

@Injectable()
export class TypeOrmUserRepository extends UserRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  findById(id: string): Promise<Account | null> {
    return this.scope.manager.findOneBy(UserEntity, { id });
  }

  findByEmail(email: string): Promise<Account | null> {
    return this.scope.manager.findOneBy(UserEntity, {
      email: Raw((column) => `lower(${column}) = lower(:email)`, { email }),
    });
  }

  findMany(ids: string[]): Promise<User[]> {
    return this.scope.manager.findBy(UserEntity, { id: In(ids) });
  }

  lock(id: string): Promise<Account | null> {
    return this.scope.manager.findOne(UserEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async add(account: Account): Promise<void> {
    try {
      await this.scope.manager.insert(UserEntity, account);
    } catch (error) {
      const code = error instanceof QueryFailedError && (error.driverError as { code?: unknown }).code;
      throw code === UNIQUE_VIOLATION ? emailTaken() : error;
    }
  }

  async setPasswordHash(id: string, passwordHash: string): Promise<void> {
    await this.scope.manager.update(UserEntity, id, { passwordHash });
  }

  async markEmailVerified(id: string, at: Date): Promise<void> {
    await this.scope.execute(
      'UPDATE users SET email_verified_at = $2, updated_at = $2 WHERE id = $1 AND email_verified_at IS NULL',
      [id, at],
    );
  }

  async update(id: string, changes: { name?: string; timeZone?: string }): Promise<void> {
    await this.scope.manager.update(UserEntity, id, changes);
  }
}

import { DomainError, isTimeZone, TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { authRequired } from '../domain/errors';
import { UserRepository } from '../domain/repositories';
import { summaryOf, type User, type UserSummary } from '../domain/user';

/** Users as other modules see them. Joins the transaction that is open, or opens one. */
@Injectable()
export class Users {
  constructor(
    private readonly scope: TenantScope,
    private readonly users: UserRepository,
  ) {}

  async find(userId: string): Promise<UserSummary | null> {
    const user = await this.scope.runUnscoped(() => this.users.findById(userId));
    return user && summaryOf(user);
  }

  async findByEmail(email: string): Promise<UserSummary | null> {
    const user = await this.scope.runUnscoped(() => this.users.findByEmail(email.trim()));
    return user && summaryOf(user);
  }

  /** In no particular order; unknown ids are left out. */
  async findMany(userIds: string[]): Promise<UserSummary[]> {
    if (userIds.length === 0) return [];
    return (await this.scope.runUnscoped(() => this.users.findMany(userIds))).map(summaryOf);
  }

  /** The user who is asking. */
  async me(userId: string): Promise<User> {
    const user = await this.scope.runUnscoped(() => this.users.findById(userId));
    if (!user) throw authRequired();
    return user;
  }

  /** Changes what a user may change of themselves. */
  async update(userId: string, changes: { name?: string; timeZone?: string }): Promise<void> {
    if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) {
      throw new DomainError({
        code: 'validation.failed',
        kind: 'invalid',
        message: 'This is not a time zone we know. Use a name such as Europe/London.',
        fields: [{ field: 'time_zone', message: 'time_zone must be an IANA time zone name' }],
      });
    }
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length > 0) await this.scope.runUnscoped(() => this.users.update(userId, given));
  }
}

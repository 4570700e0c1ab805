import { TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SignIn } from '../domain/device';
import { AccessTokenRepository, type NewAccessToken } from '../domain/repositories';
import { AccessTokenEntity } from './entities';

@Injectable()
export class TypeOrmAccessTokenRepository extends AccessTokenRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async add(token: NewAccessToken): Promise<void> {
    await this.scope.manager.insert(AccessTokenEntity, { ...token, lastUsedAt: token.createdAt });
  }

  list(
    userId: string,
    now: Date,
    limit: number,
    after: { createdAt: string; id: string } | null,
  ): Promise<SignIn[]> {
    const query = this.scope.manager
      .createQueryBuilder(AccessTokenEntity, 'token')
      .where('token.user_id = :userId AND token.expires_at > :now', { userId, now })
      .orderBy('token.created_at', 'DESC')
      .addOrderBy('token.id')
      .limit(limit);
    if (after) {
      query.andWhere(
        '(token.created_at < :createdAt OR (token.created_at = :createdAt AND token.id > :id))',
        after,
      );
    }
    return query.getMany();
  }

  async remove(userId: string, id: string): Promise<boolean> {
    return (
      (await this.scope.execute('DELETE FROM access_tokens WHERE user_id = $1 AND id = $2', [userId, id])) > 0
    );
  }

  async removeAll(userId: string, exceptId: string | null): Promise<void> {
    await this.scope.execute(
      'DELETE FROM access_tokens WHERE user_id = $1 AND id IS DISTINCT FROM $2::uuid',
      [userId, exceptId],
    );
  }

  async removeExpired(userId: string, now: Date): Promise<void> {
    await this.scope.execute('DELETE FROM access_tokens WHERE user_id = $1 AND expires_at <= $2', [
      userId,
      now,
    ]);
  }
}

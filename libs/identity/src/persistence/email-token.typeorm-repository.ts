import { TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { EmailTokenRepository } from '../domain/repositories';
import type { EmailTokenPurpose } from '../domain/secret-token';
import { EmailTokenEntity } from './entities';

@Injectable()
export class TypeOrmEmailTokenRepository extends EmailTokenRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async add(token: {
    userId: string;
    purpose: EmailTokenPurpose;
    tokenHash: Buffer;
    createdAt: Date;
    expiresAt: Date;
  }): Promise<void> {
    await this.scope.manager.insert(EmailTokenEntity, token);
  }

  async redeem(purpose: EmailTokenPurpose, tokenHash: Buffer, now: Date): Promise<string | null> {
    // One statement: of two requests with the same link, one finds it unused.
    const rows = await this.scope.rows<{ user_id: string }>(
      'email_token_redeem',
      `UPDATE email_tokens SET used_at = $3
       WHERE token_hash = $2 AND purpose = $1 AND used_at IS NULL AND expires_at > $3 RETURNING user_id`,
      [purpose, tokenHash, now],
    );
    return rows[0]?.user_id ?? null;
  }

  async removeExpired(userId: string, now: Date): Promise<void> {
    await this.scope.execute('DELETE FROM email_tokens WHERE user_id = $1 AND expires_at <= $2', [
      userId,
      now,
    ]);
  }

  async removeAll(userId: string, purpose: EmailTokenPurpose): Promise<void> {
    await this.scope.execute('DELETE FROM email_tokens WHERE user_id = $1 AND purpose = $2', [
      userId,
      purpose,
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { type FoundSignIn, SignInReader } from '../domain/repositories';
import type { UserRole } from '../domain/user';

interface SignInRow {
  id: string;
  user_id: string;
  role: UserRole;
  verified: boolean;
  last_used_at: Date;
}

/** Runs before every request's own work: a prepared statement on TypeORM's pool, outside any transaction. */
@Injectable()
export class SqlSignInReader extends SignInReader {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async find(tokenHash: Buffer, now: Date): Promise<FoundSignIn | null> {
    const { rows } = await this.pool.query<SignInRow>({
      name: 'sign_in_by_token',
      text: `SELECT t.id, t.user_id, u.role, u.email_verified_at IS NOT NULL AS verified, t.last_used_at
             FROM access_tokens t JOIN users u ON u.id = t.user_id WHERE t.token_hash = $1 AND t.expires_at > $2`,
      values: [tokenHash, now],
    });
    const row = rows[0];
    return row
      ? {
          tokenId: row.id,
          userId: row.user_id,
          role: row.role,
          emailVerified: row.verified,
          lastUsedAt: row.last_used_at,
        }
      : null;
  }

  async prolong(tokenId: string, now: Date, expiresAt: Date): Promise<void> {
    await this.pool.query(
      'UPDATE access_tokens SET last_used_at = $2, expires_at = $3 WHERE id = $1 AND last_used_at < $2',
      [tokenId, now, expiresAt],
    );
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

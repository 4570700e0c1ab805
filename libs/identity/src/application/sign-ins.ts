import { Clock, encodeCursor, notFound, type Page, TenantScope, toPage } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SignIn } from '../domain/device';
import { AccessTokenRepository } from '../domain/repositories';
import { readPlace } from './cursor';

const LIST = 'sign-ins';

/** The places a user is signed in at. */
@Injectable()
export class SignIns {
  constructor(
    private readonly scope: TenantScope,
    private readonly tokens: AccessTokenRepository,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  list(userId: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<SignIn>> {
    const place = readPlace(LIST, page.cursor);
    const after = place && { createdAt: place.position, id: place.id };
    return this.scope.runUnscoped(async () => {
      const rows = await this.tokens.list(userId, this.clock.now(), page.limit + 1, after);
      return toPage(
        rows,
        page.limit,
        (row) => row,
        (row) => encodeCursor(LIST, [row.createdAt.toISOString(), row.id]),
      );
    });
  }

  /** Ends one sign-in; `sign_in.not_found` when the user has no such one. */
  async revoke(userId: string, id: string): Promise<void> {
    if (!(await this.scope.runUnscoped(() => this.tokens.remove(userId, id)))) throw notFound('sign in');
  }

  /** Ends this sign-in; it may have been ended already. */
  async end(userId: string, id: string): Promise<void> {
    await this.scope.runUnscoped(() => this.tokens.remove(userId, id));
  }
}

import type { Page } from '@app/platform';
import type { SignIn } from '../domain/device';

/** A place where the person is signed in. */
export class SignInDto {
  id!: string;
  /** ISO 8601 instant. */
  created_at!: string;
  /** ISO 8601 instant, to the minute or so. */
  last_used_at!: string;
  user_agent!: string | null;
  ip_address!: string | null;
  /** Whether this request uses it. */
  current!: boolean;
}

export class SignInPageDto {
  items!: SignInDto[];
  next_cursor!: string | null;

  static from(page: Page<SignIn>, currentId: string): SignInPageDto {
    return {
      items: page.items.map((signIn) => ({
        id: signIn.id,
        created_at: signIn.createdAt.toISOString(),
        last_used_at: signIn.lastUsedAt.toISOString(),
        user_agent: signIn.userAgent,
        ip_address: signIn.ipAddress,
        current: signIn.id === currentId,
      })),
      next_cursor: page.nextCursor,
    };
  }
}

import type { Page } from '@app/platform';
import type { CapturedMail } from '../domain/repositories';

/** A mail that was captured because no mail server is configured. */
export class CapturedMailDto {
  id!: string;
  to!: string;
  subject!: string;
  /** Plain text. */
  text!: string;
  /** ISO 8601 instant. */
  created_at!: string;
}

export class CapturedMailPageDto {
  items!: CapturedMailDto[];
  next_cursor!: string | null;

  static from(page: Page<CapturedMail>): CapturedMailPageDto {
    return {
      items: page.items.map((mail) => ({
        id: mail.id,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        created_at: mail.createdAt.toISOString(),
      })),
      next_cursor: page.nextCursor,
    };
  }
}

import { encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type CapturedMail, CapturedMailReader } from '../domain/repositories';
import { readPlace } from './cursor';

const LIST = 'captured-mails';

/** The mail an installation without a mail server captured, for whoever sits at the machine. */
@Injectable()
export class CapturedMails {
  constructor(
    private readonly scope: TenantScope,
    private readonly mails: CapturedMailReader,
  ) {}

  /** Newest first. */
  list(page: { limit: number; cursor?: string | undefined }): Promise<Page<CapturedMail>> {
    const after = readPlace(LIST, page.cursor);
    return this.scope.runUnscoped(async () => {
      const rows = await this.mails.list(page.limit + 1, after);
      return toPage(
        rows,
        page.limit,
        (row) => row,
        (row) => encodeCursor(LIST, [row.position, row.id]),
      );
    });
  }
}

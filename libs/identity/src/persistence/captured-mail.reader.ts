import { TenantScope } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type CapturedMail, CapturedMailReader } from '../domain/repositories';

interface MailRow {
  id: string;
  to_address: string;
  subject: string;
  text: string;
  created_at: Date;
  position: string;
}

@Injectable()
export class SqlCapturedMailReader extends CapturedMailReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async list(limit: number, after: { position: string; id: string } | null): Promise<CapturedMail[]> {
    const rows = await this.scope.rows<MailRow>(
      'captured_mails',
      `SELECT id, to_address, subject, text, created_at, created_at::text AS position FROM mails
       WHERE captured AND ($2::timestamptz IS NULL OR (created_at, id) < ($2::timestamptz, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $1`,
      [limit, after?.position ?? null, after?.id ?? null],
    );
    return rows.map((row) => ({
      id: row.id,
      to: row.to_address,
      subject: row.subject,
      text: row.text,
      createdAt: row.created_at,
      position: row.position,
    }));
  }
}

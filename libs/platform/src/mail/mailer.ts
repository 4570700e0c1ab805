import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config';
import { TenantScope } from '../database/tenant-scope';
import { MailEntity } from './mail.entity';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

/** Puts mail into the database inside the caller's transaction; the worker's `MailDispatcher` sends it. */
@Injectable()
export class Mailer {
  constructor(
    private readonly scope: TenantScope,
    private readonly config: AppConfig,
  ) {}

  async send(mail: Mail): Promise<void> {
    await this.scope.manager.insert(MailEntity, { ...mail, captured: this.config.capturesMail });
    if (!this.config.capturesMail) await this.scope.execute("SELECT pg_notify('mail', '')");
  }
}

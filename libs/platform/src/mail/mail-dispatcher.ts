import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { AppConfig } from '../config/app-config';
import { PgNotifications } from '../database/pg-notifications';
import { TenantScope } from '../database/tenant-scope';
import { MailEntity } from './mail.entity';

const MAX_ATTEMPTS = 8;
const POLL_MS = 15_000;

/** Sends waiting mail through SMTP, one at a time, with growing pauses after a failure. Runs in the worker. */
@Injectable()
export class MailDispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MailDispatcher.name);
  private transport: Transporter | null = null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly config: AppConfig,
    private readonly scope: TenantScope,
    private readonly notifications: PgNotifications,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.SMTP_URL) return;
    this.transport = createTransport(this.config.SMTP_URL, { from: this.config.MAIL_FROM });
    await this.notifications.listen('mail', () => this.wake());
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
    this.transport?.close();
  }

  private wake(): void {
    this.running ??= this.drain()
      .catch((error: unknown) => this.logger.warn(`mail: ${error instanceof Error ? error.name : 'error'}`))
      .finally(() => {
        this.running = null;
      });
  }

  private async drain(): Promise<void> {
    while (await this.scope.runUnscoped(() => this.sendOne()));
  }

  /** Sends the next waiting mail inside the transaction that holds its row; false when none waits. */
  private async sendOne(): Promise<boolean> {
    const mail = await this.scope.manager
      .createQueryBuilder(MailEntity, 'mail')
      .where(
        'NOT mail.captured AND mail.sent_at IS NULL AND mail.next_attempt_at <= now() AND mail.attempts < :max',
        {
          max: MAX_ATTEMPTS,
        },
      )
      .orderBy('mail.next_attempt_at')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    if (!mail || !this.transport) return false;
    try {
      await this.transport.sendMail({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.id}@journeyloop>`,
      });
      // The words of a sent mail are not needed any more.
      await this.scope.manager.update(MailEntity, mail.id, { sentAt: () => 'now()', text: '' });
    } catch (error) {
      this.logger.warn(`sending a mail failed: ${error instanceof Error ? error.name : 'error'}`);
      await this.scope.execute(
        `UPDATE mails SET attempts = attempts + 1, next_attempt_at = now() + interval '20 seconds' * power(2, attempts) WHERE id = $1`,
        [mail.id],
      );
    }
    return true;
  }
}

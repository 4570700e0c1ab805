import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { AppConfig } from '../config/app-config';

type Handler = (payload: string) => void;

/**
 * PostgreSQL LISTEN on one connection of its own, reconnecting by itself. A notification is a hint that something
 * changed, never the only carrier of a fact: listeners also look for themselves after `onReconnect` and by timer.
 */
@Injectable()
export class PgNotifications implements OnApplicationShutdown {
  private readonly logger = new Logger(PgNotifications.name);
  private readonly handlers = new Map<string, Set<Handler>>();
  private client: Client | null = null;
  private connecting: Promise<void> | null = null;
  private closed = false;

  constructor(private readonly config: AppConfig) {}

  /** Calls `handler` with the payload of each notification on `channel`; returns the way to stop. */
  async listen(channel: string, handler: Handler): Promise<() => void> {
    const name = channel.replaceAll(/[^a-z_]/g, '');
    let set = this.handlers.get(name);
    const fresh = !set;
    if (!set) this.handlers.set(name, (set = new Set()));
    set.add(handler);
    await this.connect();
    if (fresh) await this.client?.query(`LISTEN ${name}`);
    return () => set.delete(handler);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  private connect(): Promise<void> {
    if (this.client) return Promise.resolve();
    this.connecting ??= this.open().finally(() => {
      this.connecting = null;
    });
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new Client({ connectionString: this.config.DATABASE_URL, keepAlive: true });
    client.on('notification', (message) => {
      for (const handler of this.handlers.get(message.channel) ?? []) handler(message.payload ?? '');
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    await client.connect();
    for (const name of this.handlers.keys()) await client.query(`LISTEN ${name}`);
    this.client = client;
    // Whatever was notified while nobody listened: let everyone look again.
    for (const set of this.handlers.values()) for (const handler of set) handler('');
  }

  private lost(client: Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    this.logger.warn('notification connection lost, reconnecting');
    const retry = (): void => {
      if (this.closed) return;
      this.connect().catch(() => setTimeout(retry, 1000).unref());
    };
    setTimeout(retry, 500).unref();
  }
}

import type { Queue, QueueOptions } from 'bull';
import Redis, { type RedisOptions } from 'ioredis';

/**
 * Bull's connections to one Redis: a lost one is retried for ever, in bounded steps. They are made here, so that
 * adding can fail fast while blocking reads wait, and Bull does not close what it did not make: `close` does.
 */
export class QueueConnection {
  readonly options: QueueOptions;
  private readonly clients: Redis[] = [];

  constructor(url: string) {
    this.options = {
      createClient: (type) => this.connect(url, type === 'client'),
      settings: {
        // PostgreSQL's lease decides who works; Bull's lock only has to outlive a busy moment of the event loop.
        lockDuration: 60_000,
        stalledInterval: 15_000,
        maxStalledCount: 10,
      },
      defaultJobOptions: { attempts: 1, removeOnComplete: 200, removeOnFail: 1000 },
    };
  }

  /** Closes the queue, waiting up to `waitMs` for jobs in hand, and then every connection. */
  async close(queue: Queue, waitMs: number): Promise<void> {
    const waited = new Promise((resolve) => setTimeout(resolve, waitMs).unref());
    await Promise.race([queue.close(), waited]).catch(() => undefined);
    // Bull may have reconnected its blocking connection while it closed.
    for (const client of this.clients) client.disconnect();
  }

  private connect(url: string, mayFailFast: boolean): Redis {
    const shared: RedisOptions = {
      retryStrategy: (times) => Math.min(times * 200, 2000),
      maxRetriesPerRequest: null,
      enableReadyCheck: false,
    };
    // Adding must fail at once while Redis is away: the row stays in the outbox and is offered again.
    const client = new Redis(
      url,
      mayFailFast ? { ...shared, maxRetriesPerRequest: 1, commandTimeout: 5000 } : shared,
    );
    // An unhandled 'error' event would end the process; the retry strategy already does what can be done.
    client.on('error', () => undefined);
    this.clients.push(client);
    return client;
  }
}

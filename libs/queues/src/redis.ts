import type { QueueOptions } from 'bull';
import Redis, { type RedisOptions } from 'ioredis';

/** Bull's options for one Redis URL: a lost connection is retried for ever, quietly bounded. */
export function bullOptions(url: string): QueueOptions {
  const shared: RedisOptions = {
    retryStrategy: (times) => Math.min(times * 200, 2000),
    maxRetriesPerRequest: null,
    enableReadyCheck: false,
  };
  return {
    createClient: (type) => {
      const client = new Redis(
        url,
        // Adding must fail at once while Redis is away: the row stays in the outbox and is offered again.
        type === 'client' ? { ...shared, maxRetriesPerRequest: 1, commandTimeout: 5000 } : shared,
      );
      // An unhandled 'error' event would end the process; the retry strategy already does what can be done.
      client.on('error', () => undefined);
      return client;
    },
    settings: {
      // PostgreSQL's lease decides who works; Bull's lock only has to outlive a busy moment of the event loop.
      lockDuration: 60_000,
      stalledInterval: 15_000,
      maxStalledCount: 10,
    },
    defaultJobOptions: { attempts: 1, removeOnComplete: 200, removeOnFail: 1000 },
  };
}

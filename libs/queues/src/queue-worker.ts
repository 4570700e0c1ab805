import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bull';
import { Inject } from '@nestjs/common';
import type { Queue } from 'bull';
import { AppConfig, PgNotifications } from '@app/platform';
import { JobHandler } from './job-handler';
import { JOB_NAMES } from './job-names';
import { JobRunner } from './job-runner';
import { JobStore } from './job-store';
import { QUEUE_NAME } from './job-map';
import { QueueConnection } from './queue-connection';

const RELAY_POLL_MS = 1000;
const SWEEP_MS = 3000;
const PURGE_MS = 3_600_000;
/** A handed-over job that nobody started after this is looked up in Redis. */
const WAITING_SECONDS = 5;

/** Bull job id of one hand-over: Bull ignores an id it has seen, so every hand-over has its own. */
const bullId = (id: string, enqueues: number): string => `${id}-${enqueues}`;

/** The worker's three loops: relay outbox → Bull, process Bull's jobs, sweep up what was lost. */
@Injectable()
export class QueueWorker implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(QueueWorker.name);
  private readonly handlers = new Map<string, JobHandler>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly busy = new Map<string, Promise<void>>();
  private stopped = false;
  private relayAgain = false;

  constructor(
    @Inject(getQueueToken(QUEUE_NAME)) private readonly queue: Queue<{ id: string }>,
    private readonly connection: QueueConnection,
    private readonly store: JobStore,
    private readonly runner: JobRunner,
    private readonly config: AppConfig,
    private readonly notifications: PgNotifications,
    private readonly discovery: DiscoveryService,
  ) {}

  /** Refuses to start when a job has no handler, or two. */
  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!(instance instanceof JobHandler)) continue;
      if (this.handlers.has(instance.jobName)) throw new Error(`two handlers for job ${instance.jobName}`);
      this.handlers.set(instance.jobName, instance);
    }
    for (const name of JOB_NAMES) if (!this.handlers.has(name)) throw new Error(`no handler for job ${name}`);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.queue.on('error', (error) => this.logger.warn(`queue: ${error.name}`));
    this.queue.on('stalled', () => this.logger.warn('a job stalled in the queue; its lease decides'));
    void this.queue
      .process(this.config.WORKER_CONCURRENCY, ({ data }) =>
        this.runner.run(data.id, (name) => this.handlerOf(name)),
      )
      .catch((error: unknown) => {
        if (!this.stopped)
          this.logger.error(`queue processing ended: ${error instanceof Error ? error.name : 'error'}`);
      });
    await this.notifications.listen('outbox', () => this.relay());
    this.every(RELAY_POLL_MS, () => this.relay());
    this.every(SWEEP_MS, () => this.once('sweep', () => this.sweep()));
    this.every(PURGE_MS, () => this.once('purge', async () => void (await this.store.purge())));
    this.relay();
    this.once('sweep', () => this.sweep());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.allSettled(this.busy.values());
    // Waits for the jobs in hand; what does not finish in time is taken over when its lease ends.
    await this.connection.close(this.queue, 10_000);
  }

  private handlerOf(name: string): JobHandler {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`no handler for job ${name}`);
    return handler;
  }

  private relay(): void {
    this.relayAgain = true;
    this.once('relay', async () => {
      while (this.relayAgain && !this.stopped) {
        this.relayAgain = false;
        const handed = await this.store.relay(50, async (id, name, enqueues) => {
          await this.queue.add({ id }, { jobId: bullId(id, enqueues) });
          this.logger.debug(`${name} handed over`);
        });
        if (handed === 50) this.relayAgain = true;
      }
    });
  }

  private async sweep(): Promise<void> {
    for (const claimed of await this.store.sweepLeases()) {
      await this.runner.giveUp(claimed, this.handlerOf(claimed.job.name), 'worker.lost');
    }
    const waiting = await this.store.waiting(WAITING_SECONDS);
    const forgotten: string[] = [];
    for (const { id, enqueues } of waiting) {
      const job = await this.queue.getJob(bullId(id, enqueues));
      // A job that is really being worked on was claimed in PostgreSQL within moments: one that Bull calls active and
      // nobody has claimed was taken by a worker that died.
      const state = job ? await job.getState() : 'gone';
      if (state !== 'waiting' && state !== 'delayed' && state !== 'paused') forgotten.push(id);
    }
    if (forgotten.length > 0) {
      const count = await this.store.requeue(forgotten);
      if (count > 0) this.logger.warn(`${count} jobs were missing from the queue and are offered again`);
    }
    this.relay();
  }

  private every(ms: number, work: () => void): void {
    this.timers.push(setInterval(work, ms));
  }

  /** One run of each loop at a time; a failure (Redis or PostgreSQL away) is tried again at the next turn. */
  private once(name: string, work: () => Promise<void>): void {
    if (this.stopped || this.busy.has(name)) return;
    const run = work()
      .catch((error: unknown) =>
        this.logger.warn(`${name}: ${error instanceof Error ? error.name : 'error'}`),
      )
      .finally(() => {
        this.busy.delete(name);
        if (name === 'relay' && this.relayAgain && !this.stopped)
          setImmediate(() => this.relayAgain && this.relay());
      });
    this.busy.set(name, run);
  }
}

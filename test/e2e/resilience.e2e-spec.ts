import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Redis from 'ioredis';
import { Client } from 'pg';
import { all, contentOf, type Scene, setScene, startApi } from '../support/app';
import { SHORT_SESSION } from '../support/dialogues';

/** The built worker as its own process, so that it can be killed. */
function startWorkerProcess(): ChildProcess {
  return fork(join(__dirname, '../../dist/apps/worker/src/main.js'), {
    env: { ...process.env, NODE_ENV: 'production', WORKER_LEASE_SECONDS: '2' },
    stdio: 'ignore',
  });
}

const ready = (worker: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', () => reject(new Error('the worker ended before it was ready: is dist/ built?')));
  });

const gone = (worker: ChildProcess): Promise<void> =>
  worker.exitCode !== null || worker.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => worker.once('exit', () => resolve()));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('background work survives what can be killed', () => {
  let app: NestFastifyApplication;
  let redis: Redis;
  let db: Client;
  const workers: ChildProcess[] = [];

  const newWorker = async (): Promise<ChildProcess> => {
    const worker = startWorkerProcess();
    workers.push(worker);
    await ready(worker);
    return worker;
  };

  beforeAll(async () => {
    app = await startApi();
    redis = new Redis(process.env['REDIS_URL'] ?? '');
    db = new Client({ connectionString: process.env['DATABASE_URL'] });
    await db.connect();
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) {
      worker.kill('SIGKILL');
      await gone(worker);
    }
  });
  afterAll(async () => {
    await db?.end();
    redis?.disconnect();
    await app?.close();
  });

  async function upload(count: number): Promise<Scene[]> {
    const scenes: Scene[] = [];
    for (let i = 0; i < count; i += 1) {
      const scene = await setScene(app);
      await scene.coach
        .post(`/sessions/${scene.sessionId}/transcript`)
        .send({ text: SHORT_SESSION })
        .expect(202);
      scenes.push(scene);
    }
    return scenes;
  }

  /** Every part ended exactly once and left exactly one result. */
  async function expectWhole({ coach, sessionId }: Scene): Promise<void> {
    const content = await contentOf(coach, sessionId);
    expect(content.parts.map(({ status }) => status)).toEqual([
      'completed',
      'completed',
      'completed',
      'completed',
    ]);
    const signals = await all<{ code: string; quote_utterance: number }>(
      coach,
      `/sessions/${sessionId}/signals`,
    );
    const moments = signals.map(({ code, quote_utterance: at }) => `${code}@${at}`);
    expect(moments.length).toBeGreaterThan(2);
    expect(new Set(moments).size).toBe(moments.length);
    const jobs = await db.query<{ state: string }>('SELECT state FROM background_jobs WHERE coach_id = $1', [
      coach.userId,
    ]);
    expect(jobs.rows.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    const client = await coach.get(`/sessions/${sessionId}`).expect(200);
    const insights = await coach.get(`/session-insights/relationship/${client.body.client_id}`).expect(200);
    expect(insights.body).toMatchObject({ total_count: 1 });
    expect(insights.body.insights[0].status).toBe('completed');
  }

  it('a worker killed in the middle, again and again', async () => {
    const scenes = await upload(4);
    // Killed at different points of start, hand-over, claim and analysis.
    for (const delay of [0, 60, 150, 300]) {
      const worker = await newWorker();
      await pause(delay);
      worker.kill('SIGKILL');
      await gone(worker);
    }
    await newWorker();
    for (const scene of scenes) await expectWhole(scene);
  });

  it('Redis losing everything after the hand-over', async () => {
    const scenes = await upload(2);
    const first = await newWorker();
    first.kill('SIGSTOP');
    scenes.push(...(await upload(2)));
    first.kill('SIGKILL');
    await gone(first);
    await redis.flushall();
    await newWorker();
    for (const scene of scenes) await expectWhole(scene);
  });

  it('Redis losing everything while a worker runs', async () => {
    await newWorker();
    const before = await upload(2);
    await redis.flushall();
    const after = await upload(1);
    await redis.flushall();
    for (const scene of [...before, ...after]) await expectWhole(scene);
  });

  it('two workers at once do nothing twice', async () => {
    await Promise.all([newWorker(), newWorker()]);
    for (const scene of await upload(4)) await expectWhole(scene);
  });
});

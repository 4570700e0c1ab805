import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { AppConfig } from '@app/platform';
import { createApp } from '../../apps/api/src/create-app';
import { WorkerModule } from '../../apps/worker/src/worker.module';

// Suites register more coaches from one address than people do.
process.env['ACCOUNT_REQUESTS_PER_HOUR'] ??= '100000';

/** Configuration of the services the test command started; fails plainly when run without it. */
export function testConfig(overrides: Record<string, string> = {}): AppConfig {
  if (!process.env['DATABASE_URL'] || !process.env['REDIS_URL']) {
    throw new Error('DATABASE_URL and REDIS_URL are not set: run the suite with npm test');
  }
  return AppConfig.fromEnvironment({ ...process.env, NODE_ENV: 'test', ...overrides });
}

/** The API in this process, without listening. */
export async function startApi(): Promise<NestFastifyApplication> {
  const app = await createApp(testConfig(), false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** A worker in this process. */
export function startWorker(): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule, { logger: false, abortOnError: false });
}

/** Someone signed in, and requests in their name. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly token: string,
    readonly userId: string,
    readonly email: string,
  ) {}

  get(path: string): supertest.Test {
    return this.send('get', path);
  }
  post(path: string): supertest.Test {
    return this.send('post', path);
  }
  put(path: string): supertest.Test {
    return this.send('put', path);
  }
  patch(path: string): supertest.Test {
    return this.send('patch', path);
  }
  delete(path: string): supertest.Test {
    return this.send('delete', path);
  }

  send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): supertest.Test {
    const request = supertest(this.app.getHttpServer())[method](`/api/v1${path}`);
    return this.token ? request.set('authorization', `Bearer ${this.token}`) : request;
  }
}

/** Registers a coach of the given name. */
export async function signUp(app: NestFastifyApplication, name = 'Dana Whitfield'): Promise<Caller> {
  const email = `${randomUUID()}@example.test`;
  const response = await supertest(app.getHttpServer())
    .post('/api/v1/auth/register')
    .send({ email, password: `long enough ${randomUUID()}`, name, time_zone: 'Europe/London' })
    .expect(201);
  return new Caller(app, response.body.access_token, response.body.user.id, email);
}

export interface Scene {
  coach: Caller;
  clientId: string;
  sessionId: string;
}

/** A coach with one consenting client and one session. */
export async function setScene(app: NestFastifyApplication, clientName = 'Priya Nair'): Promise<Scene> {
  const coach = await signUp(app);
  const client = await coach.post('/clients').send({ name: clientName, has_consented: true }).expect(201);
  const session = await coach
    .post(`/clients/${client.body.id}/sessions`)
    .send({ title: 'A first look', date: '2026-03-12' })
    .expect(201);
  return { coach, clientId: client.body.id, sessionId: session.body.id };
}

/** Waits until every part of the session's content has ended; returns the last state. */
export async function contentOf(coach: Caller, sessionId: string, timeoutMs = 60_000): Promise<ContentBody> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { body } = await coach.get(`/sessions/${sessionId}/content`).expect(200);
    if (body.finished_at !== null) return body;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(body.parts)} after ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export interface ContentBody {
  content_request_id: string;
  status: string;
  finished_at: string | null;
  parts: {
    part: string;
    status: string;
    attempts: number;
    skip_reason: string | null;
    error: { code: string } | null;
  }[];
}

/** Everything of a paginated list. */
export async function all<T>(coach: Caller, path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const separator = path.includes('?') ? '&' : '?';
    const response: supertest.Response = await coach.get(`${path}${separator}cursor=${cursor}`).expect(200);
    items.push(...response.body.items);
    cursor = response.body.next_cursor;
  }
  return items;
}

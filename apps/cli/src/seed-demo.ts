import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DateTime } from 'luxon';
import { Clients, Profiles } from '@app/coaching';
import { CreateUser, IdentityModule } from '@app/identity';
import { coachPrincipal, PlatformModule, type Principal, projectRoot } from '@app/platform';
import { Goals, Milestones, ProgressModule } from '@app/progress';
import { OutboxModule } from '@app/queues';
import { Content, Ingest, SessionContentModule, SessionPages } from '@app/session-content';
import { CoachingModule } from '@app/coaching';

interface DemoSession {
  title: string;
  days_ago: number;
  local_time: string;
  session_type: 'regular' | 'intake';
  duration: number;
  file: string | null;
}

interface DemoGoal {
  slug: string;
  title: string;
  description: string;
  status: 'active' | 'paused' | 'complete';
}

interface DemoMilestone {
  title: string;
  description: string | null;
  days_ago: number;
  status: 'upcoming' | 'completed';
}

interface DemoClient {
  name: string;
  email: string;
  total_sessions: number;
  consented: boolean;
  goals?: DemoGoal[];
  milestones?: DemoMilestone[];
  sessions: DemoSession[];
}

interface Manifest {
  coach: {
    name: string;
    email: string;
    business_name: string;
    niche: string;
    description: string;
    time_zone: string;
  };
  clients: DemoClient[];
}

@Module({
  imports: [
    PlatformModule,
    OutboxModule,
    IdentityModule,
    CoachingModule,
    SessionContentModule,
    ProgressModule,
  ],
})
class SeedModule {}

/** One line of JSON per step, for the start command. */
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const WORDS =
  'amber birch cedar delta ember fjord grove heron iris juniper kelp lotus maple north olive pebble quartz river saffron tulip umber violet willow yarrow'.split(
    ' ',
  );

/** Easy to type, made anew for every installation. */
const makePassword = (): string =>
  `${Array.from({ length: 3 }, () => WORDS[randomInt(WORDS.length)]).join('-')}-${randomInt(100, 1000)}`;

/**
 * `node dist/apps/cli/src/seed-demo.js`: the demo coach with clients and sessions, through the same use cases and the
 * same pipeline as anyone's. May be run again: what is there stays, what is missing is added.
 */
async function main(): Promise<void> {
  const folder = join(projectRoot(), 'apps', 'cli', 'demo');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const app = await NestFactory.createApplicationContext(SeedModule, {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const users = app.get(CreateUser);
    const people = [
      { role: 'coach', email: manifest.coach.email, name: manifest.coach.name },
      { role: 'client', email: 'client@journeyloop.local', name: manifest.clients[0]?.name ?? 'Demo client' },
      { role: 'ops', email: 'ops@journeyloop.local', name: 'Operations' },
    ] as const;
    const signIns: { role: string; email: string; password: string | null }[] = [];
    let coachId = '';
    for (const { role, email, name } of people) {
      const password = makePassword();
      const user = await users.ensureUser({
        email,
        password,
        name,
        role,
        timeZone: manifest.coach.time_zone,
        verified: true,
      });
      if (role === 'coach') coachId = user.id;
      signIns.push({ role, email, password: user.created ? password : null });
    }
    say({ type: 'sign_ins', sign_ins: signIns });

    const coach = coachPrincipal(coachId);
    const { business_name: businessName, niche, description } = manifest.coach;
    await app.get(Profiles).update(coach, { businessName, niche, description });
    const sessionIds: string[] = [];
    for (const client of manifest.clients) {
      const found = await app
        .get(Clients)
        .list(coach, { limit: 1, cursor: undefined, search: client.email, sort: 'name' });
      const record =
        found.items[0] ??
        (await app.get(Clients).create(coach, {
          name: client.name,
          email: client.email,
          totalSessions: client.total_sessions,
          hasConsented: client.consented,
        }));
      await seedProgress(coach, record.id, client, manifest);
      for (const session of client.sessions) {
        const id = await seedSession(coach, record.id, session, manifest);
        if (session.file === null) continue;
        sessionIds.push(id);
        say({ step: 'transcript', detail: `${client.name}: ${session.title}` });
        const bytes = readFileSync(join(folder, session.file));
        const receipt = await app
          .get(Ingest)
          .toSession(coach, id, { kind: 'file', bytes, fileName: session.file });
        if (!receipt.transcript.needsConfirmation) continue;
        const first = manifest.coach.name.split(' ')[0] ?? '';
        await app.get(Ingest).confirmSpeakers(
          coach,
          id,
          receipt.transcript.speakers.map(({ label }) => ({
            label,
            role: label.startsWith(first) ? 'coach' : 'client',
          })),
        );
      }
    }
    const failed = await waitForContent(coach, sessionIds);
    if (failed > 0) throw new Error(`the analysis of ${failed} demo sessions failed`);

    async function seedProgress(
      principal: Principal,
      clientId: string,
      { goals: wantedGoals, milestones: wantedMilestones }: DemoClient,
      { coach: { time_zone: zone } }: Manifest,
    ): Promise<void> {
      const page = { clientId, status: undefined, limit: 100, cursor: undefined };
      const goals = new Set((await app.get(Goals).list(principal, page)).items.map(({ slug }) => slug));
      for (const goal of wantedGoals ?? [])
        if (!goals.has(goal.slug)) await app.get(Goals).create(principal, clientId, goal);
      const milestones = new Set(
        (await app.get(Milestones).list(principal, page)).items.map(({ title }) => title),
      );
      for (const { days_ago: days, ...milestone } of wantedMilestones ?? []) {
        if (milestones.has(milestone.title)) continue;
        const targetDate = DateTime.now().setZone(zone).minus({ days }).toISODate() ?? '';
        await app.get(Milestones).create(principal, clientId, { ...milestone, targetDate });
      }
    }

    async function seedSession(
      principal: Principal,
      clientId: string,
      session: DemoSession,
      { coach: { time_zone: zone } }: Manifest,
    ): Promise<string> {
      const pages = app.get(SessionPages);
      const known = await pages.list(principal, {
        clientId,
        when: 'all',
        search: session.title,
        sort: 'date',
        limit: 1,
        cursor: undefined,
      });
      if (known.items[0]) return known.items[0].id;
      const day = DateTime.now().setZone(zone).minus({ days: session.days_ago }).toISODate() ?? '';
      const created = await pages.create(principal, clientId, {
        title: session.title,
        date: `${day}T${session.local_time}`,
        sessionType: session.session_type,
        duration: session.duration,
      });
      return created.id;
    }

    /** Returns how many sessions ended with a failed part. */
    async function waitForContent(principal: Principal, ids: string[]): Promise<number> {
      const content = app.get(Content);
      let failed = 0;
      const deadline = Date.now() + 120_000;
      let left = [...ids];
      while (left.length > 0 && Date.now() < deadline) {
        const open: string[] = [];
        for (const id of left) {
          const parts = (await content.find(principal, id))?.parts ?? [];
          if (parts.some(({ status }) => status === 'pending' || status === 'processing')) open.push(id);
          else if (parts.some(({ status }) => status === 'failed')) failed += 1;
        }
        if (open.length !== left.length)
          say({ step: 'analysis', detail: `${ids.length - open.length} of ${ids.length} sessions analysed` });
        left = open;
        if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 200));
      }
      if (left.length > 0)
        say({
          step: 'analysis',
          detail: `${left.length} sessions are still being analysed in the background`,
        });
      return failed;
    }
    say({ type: 'done' });
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'the demo data could not be loaded'}\n`);
  process.exit(1);
});

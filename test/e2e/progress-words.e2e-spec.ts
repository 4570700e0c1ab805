import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { all, contentOf, type Scene, setScene, startApi, startWorker } from '../support/app';
import { SHORT_SESSION } from '../support/dialogues';

describe('goals, milestones and what a coach says of them', () => {
  let app: NestFastifyApplication;
  let worker: INestApplicationContext;
  let scene: Scene;

  beforeAll(async () => {
    app = await startApi();
    worker = await startWorker();
    scene = await setScene(app);
    await scene.coach
      .post(`/sessions/${scene.sessionId}/transcript`)
      .send({ text: SHORT_SESSION })
      .expect(202);
    await contentOf(scene.coach, scene.sessionId);
  });
  afterAll(async () => {
    await worker?.close();
    await app?.close();
  });

  it('keeps goals with a short name of their own', async () => {
    const { coach, clientId } = scene;
    const first = await coach
      .post(`/clients/${clientId}/goals`)
      .send({ title: 'Be straight with Marcus' })
      .expect(201);
    expect(first.body).toMatchObject({
      slug: 'be-straight-with-marcus',
      status: 'active',
      description: null,
    });
    const second = await coach
      .post(`/clients/${clientId}/goals`)
      .send({ title: 'Be straight with Marcus' })
      .expect(201);
    expect(second.body.slug).toBe('be-straight-with-marcus-2');
    const clash = await coach
      .post(`/clients/${clientId}/goals`)
      .send({ title: 'X', slug: 'be-straight-with-marcus' })
      .expect(409);
    expect(clash.body.code).toBe('goal.slug_taken');
    expect(
      (await coach.patch(`/goals/${second.body.id}`).send({ slug: 'be-straight-with-marcus' }).expect(409))
        .body.code,
    ).toBe('goal.slug_taken');
    expect(
      (await coach.patch(`/goals/${second.body.id}`).send({ slug: 'Not a slug' }).expect(422)).body.code,
    ).toBe('goal.invalid_slug');
    await coach.patch(`/goals/${second.body.id}`).send({ status: 'paused' }).expect(200);
    const paused = await all<{ id: string }>(coach, `/clients/${clientId}/goals?status=paused`);
    expect(paused.map(({ id }) => id)).toEqual([second.body.id]);
    const paged = await all<{ slug: string }>(coach, `/clients/${clientId}/goals?limit=1`);
    expect(paged.map(({ slug }) => slug)).toEqual(['be-straight-with-marcus', 'be-straight-with-marcus-2']);
    expect(first.body.history).toHaveLength(1);
    expect(first.body.history[0].observation_count).toBeGreaterThan(0);
    await coach.delete(`/goals/${second.body.id}`).expect(204);
    await coach.get(`/goals/${second.body.id}`).expect(404);
  });

  it('lets a milestone be missed by itself, in its own zone', async () => {
    const { coach, clientId } = scene;
    const day = (zone: string): string =>
      new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
    const create = (body: object) => coach.post(`/clients/${clientId}/milestones`).send(body);
    const past = (await create({ title: 'Review with Marcus', target_date: '2026-01-05' }).expect(201)).body;
    expect(past).toMatchObject({ status: 'missed', time_zone: 'Europe/London', missed_seen: false });
    expect(past.observation_count).toBeGreaterThan(0);
    const here = (
      await create({
        title: 'Today',
        target_date: day('Pacific/Kiritimati'),
        time_zone: 'Pacific/Kiritimati',
      }).expect(201)
    ).body;
    expect(here.status).toBe('upcoming');
    // The day that Kiritimati had a day and an hour ago is over there, wherever else it may still last.
    const dayBefore = new Date(Date.parse(day('Pacific/Kiritimati')) - 86_400_000).toISOString().slice(0, 10);
    expect(
      (await create({ title: 'Before', target_date: dayBefore, time_zone: 'Pacific/Kiritimati' }).expect(201))
        .body.status,
    ).toBe('missed');
    expect(
      (await create({ title: 'X', target_date: '2026-01-05', time_zone: null }).expect(422)).body.code,
    ).toBe('milestone.zone_missing');
    expect(
      (await create({ title: 'X', target_date: '2026-01-05', time_zone: 'Mars/One' }).expect(422)).body.code,
    ).toBe('milestone.zone_unknown');
    expect((await create({ title: 'X', target_date: '2026-02-30' }).expect(422)).body.code).toBe(
      'validation.failed',
    );
    const done = await coach.patch(`/milestones/${past.id}`).send({ status: 'completed' }).expect(200);
    expect(done.body).toMatchObject({ status: 'completed', closed_on: day('Europe/London') });
    const missed = await all<{ title: string }>(coach, `/clients/${clientId}/milestones?status=missed`);
    expect(missed.map(({ title }) => title)).toEqual(['Before']);
    const reopened = await coach
      .patch(`/milestones/${past.id}`)
      .send({ status: 'upcoming', missed_seen: true })
      .expect(200);
    expect(reopened.body).toMatchObject({ status: 'missed', missed_seen: true, closed_on: null });
    expect(
      (await coach.patch(`/milestones/${past.id}`).send({ target_date: '2026-01-06' }).expect(200)).body
        .missed_seen,
    ).toBe(false);
    await coach.delete(`/milestones/${past.id}`).expect(204);
  });

  it('takes a coach’s own observations, links and merges, and refuses what cannot be', async () => {
    const { coach, clientId, sessionId } = scene;
    const create = (body: object) =>
      coach
        .post(`/clients/${clientId}/observations`)
        .send({ session_id: sessionId, stance: 'reflection', ...body });
    const own = (await create({ utterances: [8], quote: 'I hadn’t'.replace('’', "'") }).expect(201)).body;
    expect(own).toMatchObject({ source: 'coach', certainty: 1, quote_utterance: 8, verdict: null });
    expect((await create({ utterances: [8], quote: 'never said' }).expect(422)).body.code).toBe(
      'observation.quote_not_found',
    );
    expect((await create({}).expect(422)).body.code).toBe('observation.empty');
    expect((await create({ utterances: [400] }).expect(404)).body.code).toBe('utterance.not_found');
    const note = (await create({ note: 'Seemed lighter.' }).expect(201)).body;
    const goal = (await coach.post(`/clients/${clientId}/goals`).send({ title: 'Another thing' }).expect(201))
      .body;
    for (const delta of [0.11, -0.2]) {
      const refused = await coach
        .put(`/observations/${note.id}/goals/${goal.id}`)
        .send({ delta })
        .expect(422);
      expect(refused.body.code).toBe('observation.delta_out_of_range');
    }
    await coach.put(`/observations/${note.id}/goals/${goal.id}`).send({ delta: 0.1 }).expect(200);
    expect((await coach.get(`/goals/${goal.id}`).expect(200)).body.progress).toBe(0.1);
    await coach.put(`/observations/${note.id}/goals/${randomUUID()}`).send({ delta: 0.1 }).expect(404);
    // A merged observation no longer counts for itself.
    await coach.put(`/observations/${note.id}/merge`).send({ into: own.id }).expect(200);
    expect((await coach.get(`/goals/${goal.id}`).expect(200)).body.progress).toBe(0);
    expect(
      (await coach.put(`/observations/${own.id}/merge`).send({ into: note.id }).expect(409)).body.code,
    ).toBe('observation.merge_cycle');
    expect(
      (await coach.put(`/observations/${own.id}/merge`).send({ into: own.id }).expect(409)).body.code,
    ).toBe('observation.merge_cycle');
    await coach.delete(`/observations/${own.id}`).expect(204);
    expect((await coach.get(`/observations/${note.id}`).expect(200)).body.merged_into).toBeNull();
    expect((await coach.get(`/goals/${goal.id}`).expect(200)).body.progress).toBe(0.1);
    await coach.delete(`/observations/${note.id}/goals/${goal.id}`).expect(200);
    expect((await coach.get(`/goals/${goal.id}`).expect(200)).body.progress).toBe(0);
    const [found] = await all<{ id: string }>(coach, `/clients/${clientId}/observations?source=analyst`);
    expect(
      (
        await coach
          .patch(`/observations/${found?.id}`)
          .send({ verdict: 'confirmed', stance: 'plan' })
          .expect(422)
      ).body.code,
    ).toBe('observation.verdict_mismatch');
  });

  it('keeps a coach’s own loops, never from one utterance alone', async () => {
    const { coach, clientId, sessionId } = scene;
    const words = {
      title: 'Waiting for the right words',
      trigger: 'Marcus is late',
      response: 'Puts it off',
      consequence: 'Lies awake',
    };
    const one = await coach
      .post(`/clients/${clientId}/loops`)
      .send({ ...words, moments: [{ session_id: sessionId, response: 2 }] })
      .expect(422);
    expect(one.body.code).toBe('loop.single_utterance');
    const loop = (
      await coach
        .post(`/clients/${clientId}/loops`)
        .send({ ...words, moments: [{ session_id: sessionId, trigger: 2, response: 4, consequence: 6 }] })
        .expect(201)
    ).body;
    expect(loop).toMatchObject({
      source: 'coach',
      status: 'active',
      sessions: [{ session_id: sessionId, runs: 1 }],
    });
    const other = (await coach.post(`/clients/${clientId}/loops`).send(words).expect(201)).body;
    await coach.put(`/loops/${other.id}/merge`).send({ into: loop.id }).expect(200);
    expect((await coach.put(`/loops/${loop.id}/merge`).send({ into: other.id }).expect(409)).body.code).toBe(
      'loop.merge_cycle',
    );
    expect((await all<{ id: string }>(coach, `/clients/${clientId}/loops`)).map(({ id }) => id)).toEqual([
      loop.id,
    ]);
    expect(
      (await coach.patch(`/loops/${loop.id}`).send({ status: 'resolved' }).expect(200)).body.status,
    ).toBe('resolved');
    expect((await all(coach, `/loops/${loop.id}/evidence`)).length).toBe(1);
    await coach.delete(`/loops/${loop.id}`).expect(204);
    await coach.get(`/loops/${loop.id}`).expect(404);
  });

  it('keeps the coach’s word on a step', async () => {
    const { coach, clientId, sessionId } = scene;
    const [step] = await all<{ id: string; text: string; quote_utterance: number; due_date: string }>(
      coach,
      `/clients/${clientId}/action-items?session_id=${sessionId}`,
    );
    expect(step).toMatchObject({ quote_utterance: 14 });
    const edited = await coach
      .patch(`/action-items/${step?.id}`)
      .send({ text: 'Half an hour with Marcus', status: 'done' })
      .expect(200);
    expect(edited.body).toMatchObject({
      verdict: 'edited',
      status: 'done',
      status_set: true,
      original_text: step?.text,
    });
    await coach
      .post(`/sessions/${sessionId}/content/rerun`)
      .send({ parts: ['progress'] })
      .expect(202);
    await contentOf(coach, sessionId);
    expect((await coach.get(`/action-items/${step?.id}`).expect(200)).body).toMatchObject({
      text: 'Half an hour with Marcus',
      status: 'done',
    });
    const restored = await coach
      .patch(`/action-items/${step?.id}`)
      .send({ verdict: null, status: null })
      .expect(200);
    expect(restored.body).toMatchObject({
      text: step?.text,
      verdict: null,
      status_set: false,
      status: 'overdue',
    });
    const own = (
      await coach
        .post(`/clients/${clientId}/action-items`)
        .send({ text: 'Send the form', due_date: '2099-01-01' })
        .expect(201)
    ).body;
    expect(own).toMatchObject({
      source: 'coach',
      status: 'open',
      session_id: null,
      reported_next_session: null,
    });
    await coach.delete(`/action-items/${own.id}`).expect(204);
    await coach.get(`/action-items/${own.id}`).expect(404);
    await coach.delete(`/action-items/${step?.id}`).expect(204);
    expect((await coach.get(`/action-items/${step?.id}`).expect(200)).body.verdict).toBe('dismissed');
  });
});

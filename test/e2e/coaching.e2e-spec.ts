import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DateTime } from 'luxon';
import { all, setScene, signUp, startApi } from '../support/app';

describe('profile, clients, sessions and today', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startApi();
  });
  afterAll(() => app?.close());

  const day = (offset: number): string =>
    DateTime.now().setZone('Europe/London').plus({ days: offset }).toISODate() ?? '';

  it('keeps a profile and refuses a time zone that does not exist', async () => {
    const coach = await signUp(app);
    const changed = await coach
      .patch('/profile')
      .send({ business_name: '  Whitfield Coaching ', niche: 'leadership', time_zone: 'America/Bogota' })
      .expect(200);
    expect(changed.body).toMatchObject({
      name: 'Dana Whitfield',
      business_name: 'Whitfield Coaching',
      time_zone: 'America/Bogota',
      description: null,
    });
    const refused = await coach.patch('/profile').send({ time_zone: 'Mars/Olympus' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'validation.failed', errors: [{ field: 'time_zone' }] });
    expect((await coach.get('/profile').expect(200)).body).toEqual(changed.body);
  });

  it('counts completed regular sessions by the day in the coach’s zone', async () => {
    const { coach, clientId, sessionId } = await setScene(app);
    await coach.delete(`/sessions/${sessionId}`).expect(204);
    await coach.patch(`/clients/${clientId}`).send({ total_sessions: 6 }).expect(200);
    const sessions = [
      { title: 'Intake', date: day(-30), session_type: 'intake' },
      { title: 'Yesterday', date: day(-1) },
      { title: 'Today', date: day(0) },
      { title: 'Tomorrow', date: `${day(1)}T09:30`, duration: 50, meeting_url: 'https://zoom.us/j/123' },
    ];
    for (const session of sessions)
      await coach.post(`/clients/${clientId}/sessions`).send(session).expect(201);
    const client = await coach.get(`/clients/${clientId}`).expect(200);
    expect(client.body).toMatchObject({
      total_sessions: 6,
      actual_completed_sessions: 2,
      session_count: 4,
      last_session_date: day(0),
      next_session: { title: 'Tomorrow', date: day(1) },
      has_consented: true,
      consent_recorded_on: day(0),
    });
    const tomorrow = await coach.get('/sessions?when=upcoming').expect(200);
    expect(tomorrow.body.items).toMatchObject([
      { title: 'Tomorrow', is_completed: false, duration: 50, content_status: 'none', transcript: null },
    ]);
    const local = DateTime.fromISO(`${day(1)}T09:30`, { zone: 'Europe/London' });
    expect(tomorrow.body.items[0].starts_at).toBe(local.toUTC().toISO());
    const today = await coach.get('/today').expect(200);
    expect(today.body).toMatchObject({
      date: day(0),
      time_zone: 'Europe/London',
      client_count: 1,
      session_count: 4,
    });
    expect(today.body.recent.map(({ title }: { title: string }) => title)).toEqual([
      'Today',
      'Yesterday',
      'Intake',
    ]);
    expect(today.body.attention.map(({ kind }: { kind: string }) => kind)).toEqual(['verify_email']);
  });

  it('pages, searches and sorts lists without losing or repeating a row', async () => {
    const coach = await signUp(app);
    const names = ['Zoë Quist', 'Émile Roux', 'anna berg', 'Anna Berg', 'Bo Lind', 'Åke Dahl', 'O’Neil 100%'];
    for (const name of names) await coach.post('/clients').send({ name }).expect(201);
    const ids = async (query: string): Promise<string[]> =>
      (await all<{ id: string }>(coach, `/clients?limit=2&${query}`)).map(({ id }) => id);
    for (const sort of ['name', '-name', 'created_at', '-created_at', '-last_session']) {
      const found = await ids(`sort=${sort}`);
      expect([sort, new Set(found).size, found.length]).toEqual([sort, names.length, names.length]);
    }
    const ordered = await all<{ name: string }>(coach, '/clients?limit=3&sort=name');
    expect(ordered[0]?.name.toLowerCase()).toMatch(/^(åke|anna)/);
    expect(ordered.at(-1)?.name).toBe('Zoë Quist');
    expect((await coach.get('/clients?search=100%25').expect(200)).body.items).toHaveLength(1);
    expect((await coach.get('/clients?search=berg').expect(200)).body.items).toHaveLength(2);
    const { next_cursor: cursor } = (await coach.get('/clients?limit=2&sort=name').expect(200)).body;
    expect((await coach.get(`/clients?limit=2&sort=-name&cursor=${cursor}`).expect(400)).body.code).toBe(
      'cursor.invalid',
    );
    const forged = Buffer.from(JSON.stringify(['sessions:-date:all', 'not a date', 'not an id'])).toString(
      'base64url',
    );
    expect((await coach.get(`/sessions?cursor=${forged}`).expect(400)).body.code).toBe('cursor.invalid');
    await coach.get('/clients?limit=0').expect(422);
    await coach.get('/clients?nonsense=1').expect(422);
  });

  it('pages sessions by date in both directions', async () => {
    const { coach, clientId } = await setScene(app);
    for (const offset of [-9, -9, -3, 0, 4]) {
      await coach
        .post(`/clients/${clientId}/sessions`)
        .send({ title: `Day ${offset}`, date: day(offset) })
        .expect(201);
    }
    for (const path of ['/sessions', `/clients/${clientId}/sessions`]) {
      for (const sort of ['date', '-date']) {
        const found = await all<{ id: string; date: string }>(coach, `${path}?limit=2&sort=${sort}`);
        expect([path, sort, new Set(found.map(({ id }) => id)).size]).toEqual([path, sort, 6]);
        const dates = found.map(({ date }) => date);
        expect(sort === 'date' ? dates : dates.toReversed()).toEqual(dates.toSorted());
      }
    }
  });

  it('names the fields that are wrong and changes nothing', async () => {
    const { coach, clientId } = await setScene(app);
    const refused = await coach
      .post('/clients')
      .send({ name: ' ', email: 'not an address', total_sessions: -1, colour: 'blue' })
      .expect(422);
    expect(refused.body.code).toBe('validation.failed');
    const fields = refused.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['name', 'email', 'total_sessions', 'colour']));
    const session = await coach
      .post(`/clients/${clientId}/sessions`)
      .send({ title: 'X', date: '2026-02-30', session_type: 'secret', meeting_url: 'javascript:alert(1)' })
      .expect(422);
    expect(session.body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['session_type', 'meeting_url']),
    );
    await coach.post(`/clients/${clientId}/sessions`).send({ title: 'X', date: '2026-02-30' }).expect(422);
    const future = await coach
      .patch(`/clients/${clientId}`)
      .send({ consent_recorded_on: day(3) })
      .expect(422);
    expect(future.body.errors[0].field).toBe('consent_recorded_on');
    await coach.patch(`/clients/${clientId}`).send({ name: null }).expect(422);
    await coach.patch(`/clients/${clientId}`).send({ has_consented: null }).expect(422);
    const unstorable = await coach.patch(`/clients/${clientId}`).send({ name: 'a\u0000b' }).expect(422);
    expect(unstorable.body.code).toBe('request.unstorable_text');
    const malformed = await coach
      .post('/clients')
      .set('content-type', 'application/json')
      .send('{"name": ')
      .expect(400);
    expect(malformed.body.code).toBe('request.malformed_json');
    expect((await coach.get('/clients').expect(200)).body.items).toHaveLength(1);
  });

  it('has one client per e-mail address, whatever its case', async () => {
    const coach = await signUp(app);
    const email = `${randomUUID()}@example.test`;
    await coach.post('/clients').send({ name: 'One', email }).expect(201);
    const taken = await coach.post('/clients').send({ name: 'Two', email: email.toUpperCase() }).expect(409);
    expect(taken.body.code).toBe('client.email_taken');
    const other = await signUp(app);
    await other.post('/clients').send({ name: 'Theirs', email }).expect(201);
  });

  it('does a repeated request with the same idempotency key once', async () => {
    const coach = await signUp(app);
    const key = randomUUID();
    const send = (name: string) => coach.post('/clients').set('idempotency-key', key).send({ name });
    const first = await send('Only one').expect(201);
    const second = await send('Only one').expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect((await send('Another').expect(409)).body.code).toBe('idempotency.mismatch');
    const parallel = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        coach.post('/clients').set('idempotency-key', parallel).send({ name: 'Rush' }),
      ),
    );
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect((await coach.get('/clients').expect(200)).body.items).toHaveLength(2);
  });

  it('records consent as given and withdrawn', async () => {
    const coach = await signUp(app);
    const { body: client } = await coach.post('/clients').send({ name: 'Owen Marsh' }).expect(201);
    expect(client).toMatchObject({ has_consented: false, consent_recorded_on: null });
    const given = await coach
      .patch(`/clients/${client.id}`)
      .send({ has_consented: true, consent_recorded_on: '2026-01-07' })
      .expect(200);
    expect(given.body).toMatchObject({ has_consented: true, consent_recorded_on: '2026-01-07' });
    const withdrawn = await coach.patch(`/clients/${client.id}`).send({ has_consented: false }).expect(200);
    expect(withdrawn.body).toMatchObject({ has_consented: false, consent_recorded_on: null });
    const today = await coach.get('/today').expect(200);
    expect(today.body.attention).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'consent_missing', client_name: 'Owen Marsh' }),
      ]),
    );
  });
});

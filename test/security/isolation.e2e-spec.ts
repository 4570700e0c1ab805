import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import supertest from 'supertest';
import { all, Caller, contentOf, type Scene, setScene, signUp, startApi, startWorker } from '../support/app';
import { SHORT_SESSION } from '../support/dialogues';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

describe('one coach’s data is nothing to another', () => {
  let app: NestFastifyApplication;
  let worker: INestApplicationContext;
  let scene: Scene;
  let insightId: string;
  let signalId: string;
  let stranger: Caller;
  let progress: ProgressIds;

  beforeAll(async () => {
    app = await startApi();
    worker = await startWorker();
    scene = await setScene(app);
    await scene.coach
      .post(`/sessions/${scene.sessionId}/transcript`)
      .send({ text: SHORT_SESSION })
      .expect(202);
    await contentOf(scene.coach, scene.sessionId);
    insightId = (await scene.coach.get(`/sessions/${scene.sessionId}`).expect(200)).body.insight_id;
    signalId = (await all<{ id: string }>(scene.coach, `/sessions/${scene.sessionId}/signals`))[0]?.id ?? '';
    progress = await progressOf(scene);
    stranger = await signUp(app, 'Somebody Else');
  });
  afterAll(async () => {
    await worker?.close();
    await app?.close();
  });

  /** Every route with an id in it, with a body that would be accepted from the owner. */
  const routes = (
    client: string,
    session: string,
    insight: string,
    signal: string,
    { goal, milestone, observation, loop, item }: ProgressIds,
  ): [Method, string, object?][] => [
    ['get', `/clients/${client}`],
    ['patch', `/clients/${client}`, { name: 'X' }],
    ['delete', `/clients/${client}`],
    ['get', `/clients/${client}/sessions`],
    ['post', `/clients/${client}/sessions`, { title: 'X', date: '2026-03-12' }],
    ['get', `/sessions/${session}`],
    ['patch', `/sessions/${session}`, { title: 'X' }],
    ['delete', `/sessions/${session}`],
    ['post', `/sessions/${session}/transcript`, { text: SHORT_SESSION }],
    ['get', `/sessions/${session}/transcript`],
    ['put', `/sessions/${session}/transcript/speakers`, { speakers: [{ label: 'Coach', role: 'coach' }] }],
    ['get', `/sessions/${session}/utterances`],
    ['get', `/sessions/${session}/content`],
    ['post', `/sessions/${session}/content/rerun`, {}],
    ['get', `/sessions/${session}/content/events`],
    ['get', `/sessions/${session}/shift`],
    ['get', `/sessions/${session}/signals`],
    ['patch', `/signals/${signal}`, { verdict: 'dismissed' }],
    ['get', `/session-insights/relationship/${client}`],
    ['get', `/session-insights/${insight}`],
    ['patch', `/session-insights/${insight}`, { visible_to_client: false }],
    ['delete', `/session-insights/${insight}`],
    [
      'post',
      '/session-insights/from-text',
      { coaching_relationship_id: client, transcript_text: SHORT_SESSION },
    ],
    ...progressRoutes(client, session, { goal, milestone, observation, loop, item }),
  ];

  it('covers every route of the API that takes an id', () => {
    const instance = app.getHttpAdapter().getInstance();
    const covered = new Set(
      routes(':id', ':id', ':id', ':id', {
        goal: ':id',
        milestone: ':id',
        observation: ':id',
        loop: ':id',
        item: ':id',
      }).map(
        ([method, path]) =>
          `${method} ${path.replace(/(?<=:id\/goals\/|:id\/milestones\/):id$/, (_id, at: number) => `:${path.slice(0, at).split('/').at(-2)?.replace(/s$/, '')}Id`)}`,
      ),
    );
    // Uploads of several files and a person's own sign-ins are tried below.
    for (const known of [
      'post /clients/:id/transcripts',
      'delete /auth/sign-ins/:id',
      'delete /clients/:id/goal-suggestions/:key',
    ])
      covered.add(known);
    const missing: string[] = [];
    for (const line of listRoutes(instance.printRoutes({ commonPrefix: false }))) {
      if (line.path.includes(':') && !covered.has(`${line.method} ${line.path}`))
        missing.push(`${line.method} ${line.path}`);
    }
    expect(missing).toEqual([]);
  });

  it('answers 404 to another coach on every route, exactly as for an id that belongs to nobody', async () => {
    const theirs = routes(scene.clientId, scene.sessionId, insightId, signalId, progress);
    const nobodys = routes(randomUUID(), randomUUID(), randomUUID(), randomUUID(), {
      goal: randomUUID(),
      milestone: randomUUID(),
      observation: randomUUID(),
      loop: randomUUID(),
      item: randomUUID(),
    });
    for (const [index, [method, path, body]] of theirs.entries()) {
      const request = stranger.send(method, path);
      const response = await (body ? request.send(body) : request);
      const [, otherPath, otherBody] = nobodys[index] ?? ['get', ''];
      const blank = stranger.send(method, otherPath);
      const reference = await (otherBody ? blank.send(otherBody) : blank);
      expect([method, path, response.status]).toEqual([method, path, 404]);
      expect(response.body).toEqual(reference.body);
    }
    const many = await stranger
      .post(`/clients/${scene.clientId}/transcripts`)
      .attach('files', Buffer.from(SHORT_SESSION), 'a.txt');
    expect(many.status).toBe(404);
    expect((await stranger.delete(`/clients/${scene.clientId}/goal-suggestions/x`)).body.code).toBe(
      'client.not_found',
    );
    const lists = ['/clients', '/sessions', '/shift/growth'];
    for (const path of lists) expect((await stranger.get(path).expect(200)).body.items).toEqual([]);
    expect((await stranger.get(`/shift/growth?client_id=${scene.clientId}`).expect(200)).body.items).toEqual(
      [],
    );
  });

  it('left the owner’s data untouched by those tries', async () => {
    const session = await scene.coach.get(`/sessions/${scene.sessionId}`).expect(200);
    expect(session.body).toMatchObject({
      title: 'A first look',
      content_status: 'completed',
      insight_id: insightId,
    });
    expect((await scene.coach.get(`/session-insights/${insightId}`).expect(200)).body.visible_to_client).toBe(
      true,
    );
    expect((await scene.coach.get(`/goals/${progress.goal}`).expect(200)).body).toMatchObject({
      title: 'Be straight with Marcus',
    });
    expect((await scene.coach.get(`/observations/${progress.observation}`).expect(200)).body).toMatchObject({
      verdict: null,
    });
    expect((await scene.coach.get(`/loops/${progress.loop}`).expect(200)).body).toMatchObject({
      verdict: null,
      merged_into: null,
    });
    expect((await scene.coach.get(`/action-items/${progress.item}`).expect(200)).body).toMatchObject({
      verdict: null,
    });
    expect((await scene.coach.get(`/milestones/${progress.milestone}`).expect(200)).body).toMatchObject({
      title: 'Review',
    });
  });

  it('refuses null for what may only be left out, without changing anything', async () => {
    const changes: [string, object][] = [
      [`/goals/${progress.goal}`, { title: null }],
      [`/milestones/${progress.milestone}`, { target_date: null }],
      [`/observations/${progress.observation}`, { stance: null }],
      [`/action-items/${progress.item}`, { text: null }],
      [`/loops/${progress.loop}`, { title: null }],
    ];
    for (const [path, body] of changes) {
      const response = await scene.coach.patch(path).send(body);
      expect([path, response.status, response.body.code]).toEqual([path, 422, 'validation.failed']);
    }
  });

  it('answers 401 without a token on every route', async () => {
    const anonymous = new Caller(app, '', '', '');
    for (const [method, path, body] of routes(
      scene.clientId,
      scene.sessionId,
      insightId,
      signalId,
      progress,
    )) {
      const request = anonymous.send(method, path);
      const response = await (body ? request.send(body) : request);
      expect([method, path, response.status, response.body.code]).toEqual([
        method,
        path,
        401,
        'auth.required',
      ]);
      expect(response.headers['www-authenticate']).toContain('Bearer');
    }
    await supertest(app.getHttpServer())
      .get('/api/v1/clients')
      .set('authorization', 'Bearer jl_nonsense')
      .expect(401);
  });

  describe('row-level security, without any repository', () => {
    let db: Client;

    beforeAll(async () => {
      db = new Client({ connectionString: process.env['DATABASE_URL'] });
      await db.connect();
    });
    afterAll(() => db.end());

    const tenantTables = async (): Promise<string[]> =>
      (
        await db.query<{ table_name: string }>(
          `SELECT c.table_name FROM information_schema.columns c
           WHERE c.table_schema = 'public' AND c.column_name = 'coach_id' AND c.table_name <> 'background_jobs'`,
        )
      ).rows.map((row) => row.table_name);

    it('is on and forced for every table with a coach, for a role that cannot get around it', async () => {
      const { rows } = await db.query<{ relname: string; on: boolean; forced: boolean; owner: string }>(
        `SELECT relname, relrowsecurity AS on, relforcerowsecurity AS forced, pg_get_userbyid(relowner) AS owner
         FROM pg_class WHERE relname = ANY($1) AND relkind = 'r'`,
        [await tenantTables()],
      );
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.filter(({ on, forced }) => !on || !forced)).toEqual([]);
      const { rows: roles } = await db.query<{
        rolsuper: boolean;
        rolbypassrls: boolean;
        current_user: string;
      }>('SELECT rolsuper, rolbypassrls, current_user FROM pg_roles WHERE rolname = current_user');
      expect(roles[0]).toMatchObject({ rolsuper: false, rolbypassrls: false });
      expect(rows.some(({ owner }) => owner === roles[0]?.current_user)).toBe(false);
    });

    it('shows nothing with no tenant, nothing of another tenant, and the own rows to their owner', async () => {
      for (const table of await tenantTables()) {
        const count = async (coachId: string, clientId = ''): Promise<number> => {
          await db.query('BEGIN');
          await db.query(
            "SELECT set_config('app.coach_id', $1, true), set_config('app.client_id', $2, true)",
            [coachId, clientId],
          );
          const { rows } = await db.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM ${table} WHERE coach_id = $1`,
            [scene.coach.userId],
          );
          await db.query('ROLLBACK');
          return rows[0]?.n ?? -1;
        };
        expect([table, await count('')]).toEqual([table, 0]);
        expect([table, await count(stranger.userId)]).toEqual([table, 0]);
        expect([table, await count(scene.coach.userId, scene.clientId)]).toEqual([table, 0]);
      }
      await db.query('BEGIN');
      await db.query("SELECT set_config('app.coach_id', $1, true)", [scene.coach.userId]);
      const own = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM utterances');
      await db.query('ROLLBACK');
      expect(own.rows[0]?.n).toBe(18);
    });

    it('refuses to write, move or remove rows of another tenant', async () => {
      await db.query('BEGIN');
      await db.query("SELECT set_config('app.coach_id', $1, true)", [stranger.userId]);
      expect(
        (await db.query('UPDATE clients SET name = $1 WHERE id = $2', ['stolen', scene.clientId])).rowCount,
      ).toBe(0);
      expect((await db.query('DELETE FROM sessions WHERE id = $1', [scene.sessionId])).rowCount).toBe(0);
      await expect(
        db.query('INSERT INTO clients (coach_id, name) VALUES ($1, $2)', [scene.coach.userId, 'planted']),
      ).rejects.toThrow(/row-level security/);
      await db.query('ROLLBACK');
      // A session may not hang below another coach's client either.
      await db.query('BEGIN');
      await db.query("SELECT set_config('app.coach_id', $1, true)", [stranger.userId]);
      await expect(
        db.query(
          "INSERT INTO sessions (coach_id, client_id, title, date) VALUES ($1, $2, 'x', '2026-01-01')",
          [stranger.userId, scene.clientId],
        ),
      ).rejects.toThrow(/foreign key/);
      await db.query('ROLLBACK');
    });
  });
});

interface ProgressIds {
  goal: string;
  milestone: string;
  observation: string;
  loop: string;
  item: string;
}

/** One of each, made by the coach or found in the session. */
async function progressOf({ coach, clientId, sessionId }: Scene): Promise<ProgressIds> {
  const create = async (things: string, body: object): Promise<string> =>
    (await coach.post(`/clients/${clientId}/${things}`).send(body).expect(201)).body.id as string;
  const first = async (things: string): Promise<string> =>
    (await all<{ id: string }>(coach, `/clients/${clientId}/${things}?session_id=${sessionId}`))[0]?.id ?? '';
  return {
    goal: await create('goals', { title: 'Be straight with Marcus' }),
    milestone: await create('milestones', { title: 'Review', target_date: '2026-04-01' }),
    loop: await create('loops', { title: 'Waiting', trigger: 'a', response: 'b', consequence: 'c' }),
    observation: await first('observations'),
    item: await first('action-items'),
  };
}

const progressRoutes = (
  client: string,
  session: string,
  { goal, milestone, observation, loop, item }: ProgressIds,
): [Method, string, object?][] => [
  ['get', `/clients/${client}/goals`],
  ['post', `/clients/${client}/goals`, { title: 'X' }],
  ['get', `/clients/${client}/goal-suggestions`],
  ['get', `/goals/${goal}`],
  ['patch', `/goals/${goal}`, { title: 'X' }],
  ['delete', `/goals/${goal}`],
  ['get', `/clients/${client}/milestones`],
  ['post', `/clients/${client}/milestones`, { title: 'X', target_date: '2026-04-01' }],
  ['get', `/milestones/${milestone}`],
  ['patch', `/milestones/${milestone}`, { title: 'X' }],
  ['delete', `/milestones/${milestone}`],
  ['get', `/clients/${client}/observations`],
  ['post', `/clients/${client}/observations`, { session_id: session, stance: 'plan', note: 'X' }],
  ['get', `/observations/${observation}`],
  ['patch', `/observations/${observation}`, { verdict: 'dismissed' }],
  ['put', `/observations/${observation}/merge`, { into: observation }],
  ['put', `/observations/${observation}/goals/${goal}`, { delta: 0.1 }],
  ['delete', `/observations/${observation}/goals/${goal}`],
  ['put', `/observations/${observation}/milestones/${milestone}`, { delta: 0.1 }],
  ['delete', `/observations/${observation}/milestones/${milestone}`],
  ['delete', `/observations/${observation}`],
  ['get', `/clients/${client}/loops`],
  ['post', `/clients/${client}/loops`, { title: 'X', trigger: 'a', response: 'b', consequence: 'c' }],
  ['get', `/loops/${loop}`],
  ['get', `/loops/${loop}/evidence`],
  ['patch', `/loops/${loop}`, { verdict: 'dismissed' }],
  ['put', `/loops/${loop}/merge`, { into: loop }],
  ['delete', `/loops/${loop}`],
  ['get', `/clients/${client}/action-items`],
  ['post', `/clients/${client}/action-items`, { text: 'X' }],
  ['get', `/action-items/${item}`],
  ['patch', `/action-items/${item}`, { status: 'done' }],
  ['delete', `/action-items/${item}`],
];

/** Fastify's route tree, flattened to method and path below /api/v1. */
function listRoutes(tree: string): { method: Method; path: string }[] {
  const stack: string[] = [];
  const found: { method: Method; path: string }[] = [];
  for (const line of tree.split('\n')) {
    const match = /^([│ ]*)(?:├──|└──) (\S+)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!match) continue;
    const depth = (match[1]?.length ?? 0) / 4;
    stack.length = depth;
    stack.push(match[2] ?? '');
    const path = stack.join('').replace(/^\/api\/v1/, '');
    for (const method of (match[3] ?? '').split(', ')) {
      if (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method))
        found.push({ method: method.toLowerCase() as Method, path });
    }
  }
  return found;
}

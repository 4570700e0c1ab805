import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { hash } from '@node-rs/argon2';
import { Controller, Get, Injectable, Module, Post } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import {
  ClientLink,
  CoachRegistered,
  CreateUser,
  IdentityModule,
  RequiresVerifiedEmail,
  Users,
} from '@app/identity';
import {
  AppConfig,
  Clock,
  CurrentPrincipal,
  PlatformModule,
  type Principal,
  ProblemFilter,
  Roles,
  TenantScope,
  validationPipe,
} from '@app/platform';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PASSWORD = 'slow rivers carve stone';
const OTHER_PASSWORD = 'late trains and lanterns';

class MovableClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}

@Controller('probe')
class ProbeController {
  @Get('coach')
  @Roles('coach')
  coach(@CurrentPrincipal() principal: Principal): Principal {
    return principal;
  }

  @Post('coach')
  @Roles('coach')
  change(@CurrentPrincipal() principal: Principal): Principal {
    return principal;
  }

  @Get('any')
  @Roles('coach', 'client', 'ops')
  any(@CurrentPrincipal() principal: Principal): Principal {
    return principal;
  }

  @Post('costly')
  @Roles('coach')
  @RequiresVerifiedEmail()
  costly(): object {
    return {};
  }
}

@Injectable()
class Profiles extends CoachRegistered {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async onCoachRegistered({
    userId,
    businessName,
  }: {
    userId: string;
    businessName: string | null;
  }): Promise<void> {
    await this.scope.execute('INSERT INTO coaching_profiles (coach_id, business_name) VALUES ($1, $2)', [
      userId,
      businessName,
    ]);
    if (businessName === 'Breaks') throw new Error('the profile could not be made');
  }
}

class Links extends ClientLink {
  readonly links = new Map<string, { coachId: string; clientId: string }>();
  find(userId: string): Promise<{ coachId: string; clientId: string } | null> {
    return Promise.resolve(this.links.get(userId) ?? null);
  }
}

/** Another module of the process, as identity knows none: found by its ports alone. */
@Module({
  controllers: [ProbeController],
  providers: [
    { provide: CoachRegistered, useClass: Profiles },
    { provide: ClientLink, useClass: Links },
  ],
})
class ProbeModule {}

const clock = new MovableClock();
const started: NestFastifyApplication[] = [];

async function start(overrides: Record<string, string> = {}): Promise<NestFastifyApplication> {
  const env = {
    REDIS_URL: 'redis://unused',
    ...process.env,
    NODE_ENV: 'test',
    APP_URL: 'https://coach.example',
    SMTP_URL: '',
  };
  const module = await Test.createTestingModule({ imports: [PlatformModule, IdentityModule, ProbeModule] })
    .overrideProvider(AppConfig)
    .useValue(AppConfig.fromEnvironment({ ...env, ...overrides }))
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  // Every test is somebody else to the throttle, by X-Forwarded-For.
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ trustProxy: true }), {
    logger: false,
  });
  await app.register(cookie);
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  started.push(app);
  return app;
}

let app: NestFastifyApplication;
let address: string;
let addresses = 0;

type Method = 'get' | 'post' | 'delete';

/** A request from this test's address. */
function call(method: Method, path: string, token?: string): supertest.Test {
  const request = supertest(app.getHttpServer())[method](`/api/v1${path}`).set('x-forwarded-for', address);
  return token ? request.set('authorization', `Bearer ${token}`) : request;
}

const newEmail = (): string => `Person.${randomUUID()}@example.test`;

async function register(
  extra: object = {},
): Promise<{ email: string; id: string; token: string; cookies: string[] }> {
  const email = newEmail();
  const { body, headers } = await call('post', '/auth/register')
    .send({ email, password: PASSWORD, name: 'Ines Okafor', ...extra })
    .expect(201);
  return {
    email,
    id: body.user.id,
    token: body.access_token,
    cookies: ([] as string[]).concat(headers['set-cookie'] ?? []),
  };
}

const login = (email: string, password: string): supertest.Test =>
  call('post', '/auth/login').send({ email, password });

interface MailBody {
  to: string;
  subject: string;
  text: string;
}

const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  app.get(DataSource).query(text, values);

/** Mails to an address, newest first. */
const mailsTo = (email: string): Promise<MailBody[]> =>
  sql<MailBody>(
    'SELECT to_address AS to, subject, text FROM mails WHERE to_address = $1 ORDER BY created_at DESC',
    [email],
  );

/** Work after an answer (the forgotten password) has ended when the expected number of mails is there. */
async function awaitMails(email: string, count: number): Promise<MailBody[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const mails = await mailsTo(email);
    if (mails.length >= count || Date.now() > deadline) return mails;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function linkToken(mail: MailBody | undefined, page: string): string {
  const token = new RegExp(`https://coach\\.example/${page}\\?token=([A-Za-z0-9_-]{43})\\n`).exec(
    mail?.text ?? '',
  )?.[1];
  if (!token) throw new Error(`no ${page} link in the mail`);
  return token;
}

beforeAll(async () => {
  app = await start();
});

beforeEach(() => {
  clock.ahead = 0;
  addresses += 1;
  address = `10.${process.pid % 250}.${Math.floor(Math.random() * 250)}.${addresses}`;
});

afterAll(async () => {
  for (const each of started) await each.close();
});

describe('registration', () => {
  it('opens an account, signs in and sends a link', async () => {
    const email = newEmail();
    const { body, headers } = await call('post', '/auth/register')
      .send({
        email: `  ${email} `,
        password: PASSWORD,
        name: ' Ines Okafor ',
        business_name: 'Still Water',
        time_zone: 'Asia/Tokyo',
      })
      .expect(201);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^jl_[A-Za-z0-9_-]{43}$/),
      user: {
        id: expect.any(String),
        email,
        name: 'Ines Okafor',
        role: 'coach',
        email_verified: false,
        time_zone: 'Asia/Tokyo',
        created_at: expect.stringMatching(/Z$/),
      },
    });
    const [cookieHeader] = headers['set-cookie'] ?? [];
    expect(cookieHeader).toMatch(
      new RegExp(
        `^journeyloop_session=${body.access_token}; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Lax$`,
      ),
    );
    linkToken((await mailsTo(email))[0], 'verify-email');
    const me = await call('get', '/auth/me', body.access_token).expect(200);
    expect(me.body).toEqual(body.user);
  });

  it('stores neither password nor token', async () => {
    const { email, id, token } = await register();
    const link = linkToken((await mailsTo(email))[0], 'verify-email');
    const rows = await sql<{ row: string }>(
      `SELECT u::text || t::text || encode(t.token_hash, 'escape') || e::text || encode(e.token_hash, 'escape') AS row
       FROM users u JOIN access_tokens t ON t.user_id = u.id JOIN email_tokens e ON e.user_id = u.id WHERE u.id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
    const stored = rows[0]?.row ?? '';
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [PASSWORD, token, token.slice(3), link]) expect(stored).not.toContain(secret);
  });

  it('runs what other modules do for a new coach in the same transaction', async () => {
    const { id } = await register({ business_name: 'Still Water' });
    const profile = await app
      .get(TenantScope)
      .run({ userId: id, role: 'coach', coachId: id, clientId: null }, () =>
        app
          .get(TenantScope)
          .rows<{ business_name: string }>('t', 'SELECT business_name FROM coaching_profiles'),
      );
    expect(profile).toEqual([{ business_name: 'Still Water' }]);
    const email = newEmail();
    await call('post', '/auth/register')
      .send({ email, password: PASSWORD, name: 'A', business_name: 'Breaks' })
      .expect(500);
    expect(await app.get(Users).findByEmail(email)).toBeNull();
    expect(await mailsTo(email)).toEqual([]);
  });

  it('refuses an e-mail that is taken, whatever its case, also in a race', async () => {
    const { email } = await register();
    const { body } = await call('post', '/auth/register')
      .send({ email: email.toUpperCase(), password: PASSWORD, name: 'B' })
      .expect(409);
    expect(body.code).toBe('auth.email_taken');
    const raced = newEmail();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        call('post', '/auth/register').send({ email: raced, password: PASSWORD, name: 'C' }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  });

  it.each([
    ['a short password', { password: 'too short' }, 'password'],
    ['a common password', { password: 'Password123' }, 'password'],
    ['no e-mail address', { email: 'ines at example' }, 'email'],
    ['no name', { name: '   ' }, 'name'],
    ['a NUL in the name', { name: 'a\0b' }, 'name'],
    ['an unknown time zone', { time_zone: 'Mars/Olympus' }, 'time_zone'],
    ['a role', { role: 'ops' }, 'role'],
  ])('refuses %s', async (_, change, field) => {
    const { body } = await call('post', '/auth/register')
      .send({ email: newEmail(), password: PASSWORD, name: 'Ines', ...change })
      .expect(422);
    expect(body.code).toBe('validation.failed');
    expect(body.errors).toEqual([{ field, message: expect.any(String) }]);
  });

  it('is limited by address', async () => {
    const strict = await start({ ACCOUNT_REQUESTS_PER_HOUR: '2' });
    const attempt = (): supertest.Test =>
      supertest(strict.getHttpServer())
        .post('/api/v1/auth/register')
        .set('x-forwarded-for', address)
        .send({ email: newEmail(), password: PASSWORD, name: 'D' });
    await attempt().expect(201);
    await attempt().expect(201);
    const { body } = await attempt().expect(429);
    expect(body.code).toBe('auth.throttled');
  });
});

describe('signing in', () => {
  it('takes the e-mail in any case and gives a token of its own', async () => {
    const { email, token } = await register();
    const { body, headers } = await login(` ${email.toUpperCase()}`, PASSWORD).expect(200);
    expect(body.user.email).toBe(email);
    expect(body.access_token).not.toBe(token);
    expect(headers['set-cookie']?.[0]).toContain(`journeyloop_session=${body.access_token};`);
  });

  it('answers a wrong password and an unknown e-mail alike', async () => {
    const { email } = await register();
    const wrong = await login(email, OTHER_PASSWORD).expect(401);
    const unknown = await login(newEmail(), OTHER_PASSWORD).expect(401);
    const odd = await login('not an address', OTHER_PASSWORD).expect(401);
    expect(wrong.body.code).toBe('auth.invalid_credentials');
    expect(unknown.body).toEqual(wrong.body);
    expect(odd.body).toEqual(wrong.body);
    expect(unknown.headers['www-authenticate']).toBe(wrong.headers['www-authenticate']);
  });

  it('is throttled after failures, with a time to wait, for this address and e-mail', async () => {
    const { email } = await register();
    const other = await register();
    // In parallel: attempts are counted before they are answered.
    const failed = await Promise.all(Array.from({ length: 14 }, () => login(email, OTHER_PASSWORD)));
    expect(failed.filter((answer) => answer.status === 401)).toHaveLength(10);
    const refused = await login(email, PASSWORD).expect(429);
    expect(refused.body.code).toBe('auth.throttled');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(900);
    expect(refused.body.retry_after).toBe(Number(refused.headers['retry-after']));
    await login(other.email, PASSWORD).expect(200);
    address = `10.250.1.${addresses}`;
    await login(email, PASSWORD).expect(200);
  });

  it('forgets failures after a success', async () => {
    const { email } = await register();
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 9; attempt += 1) await login(email, OTHER_PASSWORD).expect(401);
      await login(email, PASSWORD).expect(200);
    }
  });

  it('throttles one address that tries many e-mails', async () => {
    const strict = await start({ SIGN_IN_ATTEMPTS: '1' });
    const attempt = (): supertest.Test =>
      supertest(strict.getHttpServer())
        .post('/api/v1/auth/login')
        .set('x-forwarded-for', address)
        .send({ email: newEmail(), password: PASSWORD });
    for (let count = 0; count < 10; count += 1) await attempt().expect(401);
    await attempt().expect(429);
  });

  it('renews a hash made with other parameters', async () => {
    const { email, id } = await register();
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await sql('UPDATE users SET password_hash = $2 WHERE id = $1', [id, old]);
    await login(email, PASSWORD).expect(200);
    const [row] = await sql<{ password_hash: string }>('SELECT password_hash FROM users WHERE id = $1', [id]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await login(email, PASSWORD).expect(200);
  });
});

describe('being signed in', () => {
  it.each([
    ['nothing', {}],
    ['an unknown token', { authorization: `Bearer jl_${'A'.repeat(43)}` }],
    ['something else', { authorization: 'Bearer hello' }],
    ['another scheme', { authorization: 'Basic aW5lczpwdw==' }],
    ['an unknown cookie', { cookie: `journeyloop_session=jl_${'A'.repeat(43)}` }],
  ])('is not achieved with %s', async (_, headers) => {
    const { body, headers: answered } = await call('get', '/auth/me').set(headers).expect(401);
    expect(body.code).toBe('auth.required');
    expect(answered['www-authenticate']).toMatch(/^Bearer /);
  });

  it('does not take a token from the query or the body', async () => {
    const { token } = await register();
    await call('get', `/auth/me?access_token=${token}`).expect(401);
    await call('post', '/probe/coach').send({ access_token: token }).expect(401);
    await call('post', '/probe/coach', token).send({ access_token: 'anything' }).expect(201);
  });

  it('works with the cookie, also behind a proxy with a password of its own', async () => {
    const { id, token } = await register();
    const { body } = await call('get', '/auth/me')
      .set('cookie', `journeyloop_session=${token}`)
      .set('authorization', 'Basic aW5lczpwdw==')
      .expect(200);
    expect(body.id).toBe(id);
  });

  it('ends with signing out', async () => {
    const { token } = await register();
    const { headers } = await call('post', '/auth/logout', token).expect(204);
    expect(headers['set-cookie']?.[0]).toMatch(
      /^journeyloop_session=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/,
    );
    await call('get', '/auth/me', token).expect(401);
  });

  it('lasts thirty days from the last use', async () => {
    const { token } = await register();
    clock.ahead = 29 * DAY;
    await call('get', '/auth/me', token).expect(200);
    clock.ahead = 58 * DAY;
    await call('get', '/auth/me', token).expect(200);
    clock.ahead = 89 * DAY;
    await call('get', '/auth/me', token).expect(401);
  });

  it('writes the last use at most once a minute, and renews the cookie with it', async () => {
    const { id, token } = await register();
    const lastUse = async (): Promise<number> =>
      (
        await sql<{ last_used_at: Date }>('SELECT last_used_at FROM access_tokens WHERE user_id = $1', [id])
      )[0]?.last_used_at.getTime() ?? 0;
    const first = await lastUse();
    const asBrowser = (): supertest.Test =>
      call('get', '/auth/me').set('cookie', `journeyloop_session=${token}`);
    expect((await asBrowser().expect(200)).headers['set-cookie']).toBeUndefined();
    expect(await lastUse()).toBe(first);
    clock.ahead = 2 * MINUTE;
    const renewed = await asBrowser().expect(200);
    expect(renewed.headers['set-cookie']?.[0]).toContain(`journeyloop_session=${token}; Max-Age=2592000`);
    expect(await lastUse()).toBeGreaterThanOrEqual(first + 2 * MINUTE);
    expect((await asBrowser().expect(200)).headers['set-cookie']).toBeUndefined();
  });
});

describe('requests of other sites', () => {
  it.each([
    ['no sign of its origin', {}, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['the address people use', { origin: 'https://coach.example' }, 201],
    ['this host', { origin: 'http://here.example:3000', host: 'here.example:3000' }, 201],
    ['another port of this host', { origin: 'http://here.example:4000', host: 'here.example:3000' }, 403],
    ['a browser that says same-origin', { 'sec-fetch-site': 'same-origin' }, 201],
  ])('with the cookie and %s are judged', async (_, headers, status) => {
    const { token } = await register();
    const { body } = await call('post', '/probe/coach')
      .set('cookie', `journeyloop_session=${token}`)
      .set(headers)
      .expect(status);
    if (status === 403) expect(body.code).toBe('auth.bad_origin');
    await call('get', '/probe/coach').set('cookie', `journeyloop_session=${token}`).set(headers).expect(200);
    await call('post', '/probe/coach', token).set(headers).expect(201);
  });

  it('cannot sign a visitor in', async () => {
    const { email } = await register();
    const { body, headers } = await login(email, PASSWORD).set('origin', 'https://evil.example').expect(403);
    expect(body.code).toBe('auth.bad_origin');
    expect(headers['set-cookie']).toBeUndefined();
    await login(email, PASSWORD).set('sec-fetch-site', 'cross-site').expect(403);
    await login(email, PASSWORD).set('origin', 'https://coach.example').expect(200);
    await call('post', '/auth/register')
      .set('origin', 'https://evil.example')
      .send({ email: newEmail(), password: PASSWORD, name: 'E' })
      .expect(403);
  });
});

describe('roles', () => {
  const signedIn = async (role: 'client' | 'ops'): Promise<{ id: string; token: string }> => {
    const email = newEmail();
    const user = { email, password: PASSWORD, name: 'F', role, timeZone: 'UTC', verified: true };
    const { id, created } = await app.get(CreateUser).ensureUser(user);
    expect(created).toBe(true);
    expect(
      await app.get(CreateUser).ensureUser({ ...user, email: email.toUpperCase(), password: OTHER_PASSWORD }),
    ).toMatchObject({
      id,
      created: false,
    });
    return { id, token: (await login(email, PASSWORD).expect(200)).body.access_token };
  };

  it('hide a route from everyone else', async () => {
    const { token } = await signedIn('ops');
    const hidden = await call('get', '/probe/coach', token).expect(404);
    const absent = await call('get', '/probe/absent', token).expect(404);
    expect(hidden.body).toEqual(absent.body);
    expect(hidden.body.code).toBe('route.not_found');
    await call('get', '/probe/any', token).expect(200);
  });

  it('give a coach their own rows', async () => {
    const { id, token } = await register();
    const { body } = await call('get', '/probe/coach', token).expect(200);
    expect(body).toEqual({ userId: id, role: 'coach', coachId: id, clientId: null });
  });

  it('give a client the rows of the link, and without one nobody’s', async () => {
    const { id, token } = await signedIn('client');
    expect((await call('get', '/probe/any', token).expect(200)).body).toEqual({
      userId: id,
      role: 'client',
      coachId: id,
      clientId: id,
    });
    const link = { coachId: randomUUID(), clientId: randomUUID() };
    app.get<Links>(ClientLink, { strict: false }).links.set(id, link);
    expect((await call('get', '/probe/any', token).expect(200)).body).toEqual({
      userId: id,
      role: 'client',
      ...link,
    });
  });
});

describe('confirming the e-mail', () => {
  it('opens what needs it; a link works once', async () => {
    const { email, token } = await register();
    const refused = await call('post', '/probe/costly', token).expect(403);
    expect(refused.body.code).toBe('auth.email_unverified');
    const link = linkToken((await mailsTo(email))[0], 'verify-email');
    const { body } = await call('post', '/auth/verify-email').send({ token: link }).expect(200);
    expect(body).toMatchObject({ email, email_verified: true });
    await call('post', '/probe/costly', token).expect(201);
    const again = await call('post', '/auth/verify-email').send({ token: link }).expect(422);
    expect(again.body.code).toBe('auth.token_invalid');
  });

  it('takes no expired link, no made-up one and none made for a new password', async () => {
    const { email } = await register();
    const link = linkToken((await mailsTo(email))[0], 'verify-email');
    await call('post', '/auth/verify-email').send({ token: 'made up' }).expect(422);
    await call('post', '/auth/password/reset').send({ token: link, password: OTHER_PASSWORD }).expect(422);
    clock.ahead = 3 * DAY + MINUTE;
    await call('post', '/auth/verify-email').send({ token: link }).expect(422);
    clock.ahead = 3 * DAY - MINUTE;
    await call('post', '/auth/verify-email').send({ token: link }).expect(200);
  });

  it('can be asked for again, within limits, until it is done', async () => {
    const { email, token } = await register();
    expect((await call('post', '/auth/verify-email/resend', token).expect(202)).body).toEqual({});
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    for (let count = 0; count < 5; count += 1)
      await call('post', '/auth/verify-email/resend', token).expect(202);
    await call('post', '/auth/verify-email/resend', token).expect(429);
    await call('post', '/auth/verify-email')
      .send({ token: linkToken(mails[0], 'verify-email') })
      .expect(200);
    await call('post', '/auth/verify-email/resend', token).expect(202);
    expect(await mailsTo(email)).toHaveLength(7);
    await call('post', '/auth/verify-email/resend').expect(401);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a link, which ends all sign-ins and works once', async () => {
    const { email, token } = await register();
    const unknown = await call('post', '/auth/password/forgot').send({ email: newEmail() }).expect(202);
    const known = await call('post', '/auth/password/forgot')
      .send({ email: email.toLowerCase() })
      .expect(202);
    expect(known.body).toEqual(unknown.body);
    const second = await call('post', '/auth/password/forgot').send({ email }).expect(202);
    expect(second.body).toEqual({});
    const mails = await awaitMails(email, 3);
    const [one, two] = mails.slice(0, 2).map((mail) => linkToken(mail, 'reset-password'));

    const weak = await call('post', '/auth/password/reset').send({ token: one, password: email }).expect(422);
    expect(weak.body.errors).toEqual([{ field: 'password', message: expect.any(String) }]);
    await call('post', '/auth/password/reset').send({ token: one, password: OTHER_PASSWORD }).expect(204);

    await call('get', '/auth/me', token).expect(401);
    await login(email, PASSWORD).expect(401);
    const { body } = await login(email, OTHER_PASSWORD).expect(200);
    expect(body.user.email_verified).toBe(true);
    for (const used of [one, two]) {
      await call('post', '/auth/password/reset').send({ token: used, password: PASSWORD }).expect(422);
    }
    expect((await mailsTo(email))[0]?.subject).toContain('was changed');
  });

  it('has an hour', async () => {
    const { email } = await register();
    await call('post', '/auth/password/forgot').send({ email }).expect(202);
    const link = linkToken((await awaitMails(email, 2))[0], 'reset-password');
    clock.ahead = HOUR + MINUTE;
    await call('post', '/auth/password/reset').send({ token: link, password: OTHER_PASSWORD }).expect(422);
    clock.ahead = HOUR - MINUTE;
    await call('post', '/auth/password/reset').send({ token: link, password: OTHER_PASSWORD }).expect(204);
  });

  it('is no way to fill a mailbox', async () => {
    const { email } = await register();
    for (let count = 0; count < 9; count += 1) {
      await call('post', '/auth/password/forgot').send({ email }).expect(202);
    }
    // The last one is to somebody else: when it is there, what was to come before it is there as well.
    const other = await register();
    await call('post', '/auth/password/forgot').send({ email: other.email }).expect(202);
    await awaitMails(other.email, 2);
    expect(await awaitMails(email, 7)).toHaveLength(7);
  });
});

describe('changing the password', () => {
  it('needs the current one and ends the other sign-ins', async () => {
    const { email, token } = await register();
    const other = (await login(email, PASSWORD).expect(200)).body.access_token;
    const wrong = await call('post', '/auth/password/change', token)
      .send({ current_password: OTHER_PASSWORD, new_password: OTHER_PASSWORD })
      .expect(422);
    expect(wrong.body).toMatchObject({
      code: 'auth.wrong_password',
      errors: [{ field: 'current_password' }],
    });
    const weak = await call('post', '/auth/password/change', token)
      .send({ current_password: PASSWORD, new_password: 'qwertyuiop' })
      .expect(422);
    expect(weak.body).toMatchObject({ code: 'validation.failed', errors: [{ field: 'new_password' }] });
    await call('get', '/auth/me', other).expect(200);

    await call('post', '/auth/password/change', token)
      .send({ current_password: PASSWORD, new_password: OTHER_PASSWORD })
      .expect(204);
    await call('get', '/auth/me', token).expect(200);
    await call('get', '/auth/me', other).expect(401);
    await login(email, PASSWORD).expect(401);
    await login(email, OTHER_PASSWORD).expect(200);
  });

  it('is no way to guess the password with a stolen sign-in', async () => {
    const { token } = await register();
    const guess = (): supertest.Test =>
      call('post', '/auth/password/change', token).send({
        current_password: randomUUID(),
        new_password: OTHER_PASSWORD,
      });
    for (let count = 0; count < 10; count += 1) await guess().expect(422);
    await guess().expect(429);
  });
});

describe('sign-ins', () => {
  interface Listed {
    items: { id: string; current: boolean; user_agent: string | null; ip_address: string | null }[];
    next_cursor: string | null;
  }

  it('are listed newest first, page by page, and can be ended one by one', async () => {
    const { email, token } = await register();
    for (const agent of ['Laptop', 'Tablet', 'Phone']) {
      clock.ahead += MINUTE / 2;
      await login(email, PASSWORD).set('user-agent', agent).expect(200);
    }
    const first: Listed = (await call('get', '/auth/sign-ins?limit=2', token).expect(200)).body;
    expect(first.items.map((item) => item.user_agent)).toEqual(['Phone', 'Tablet']);
    expect(first.items[0]).toEqual({
      id: expect.any(String),
      created_at: expect.stringMatching(/Z$/),
      last_used_at: expect.stringMatching(/Z$/),
      user_agent: 'Phone',
      ip_address: address,
      current: false,
    });
    const rest: Listed = (
      await call('get', `/auth/sign-ins?limit=5&cursor=${first.next_cursor}`, token).expect(200)
    ).body;
    expect(rest.items.map((item) => item.current)).toEqual([false, true]);
    expect(rest.next_cursor).toBeNull();

    await call('delete', `/auth/sign-ins/${first.items[0]?.id}`, token).expect(204);
    const gone = await call('delete', `/auth/sign-ins/${first.items[0]?.id}`, token).expect(404);
    expect(gone.body.code).toBe('sign_in.not_found');
    const left: Listed = (await call('get', '/auth/sign-ins', token).expect(200)).body;
    expect(left.items.map((item) => item.user_agent)).toEqual(['Tablet', 'Laptop', null]);
  });

  it('are nobody else’s business', async () => {
    const mine = await register();
    const theirs = await register();
    const { items }: Listed = (await call('get', '/auth/sign-ins', theirs.token).expect(200)).body;
    await call('delete', `/auth/sign-ins/${items[0]?.id}`, mine.token).expect(404);
    await call('delete', '/auth/sign-ins/not-an-id', mine.token).expect(404);
    await call('get', '/auth/me', theirs.token).expect(200);
  });

  it.each([['nonsense'], ['other list'], ['not a date'], ['not an id']])(
    'refuse a cursor with %s',
    async (kind) => {
      const { token } = await register();
      const cursors: Record<string, unknown> = {
        'other list': ['clients', '2026-01-01T00:00:00.000Z', randomUUID()],
        'not a date': ['sign-ins', '2026-99-01T00:00:00.000Z', randomUUID()],
        'not an id': ['sign-ins', '2026-01-01T00:00:00.000Z', 'x'],
      };
      const cursor = Buffer.from(JSON.stringify(cursors[kind] ?? 5)).toString('base64url');
      const { body } = await call('get', `/auth/sign-ins?cursor=${cursor}`, token).expect(400);
      expect(body.code).toBe('cursor.invalid');
    },
  );
});

describe('captured mail', () => {
  const read = (path = '/api/v1/dev/mails', from = app): supertest.Test =>
    supertest(from.getHttpServer()).get(path);

  it('is listed to this machine, newest first', async () => {
    const older = await register();
    const newer = await register();
    const { body } = await read('/api/v1/dev/mails?limit=1').expect(200);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        to: newer.email,
        subject: expect.stringContaining('Confirm'),
        text: expect.stringContaining('https://coach.example/verify-email?token='),
        created_at: expect.stringMatching(/Z$/),
      },
    ]);
    const next = await read(`/api/v1/dev/mails?limit=1&cursor=${body.next_cursor}`).expect(200);
    expect(next.body.items[0].to).toBe(older.email);
  });

  it.each([
    ['through a proxy', { 'x-forwarded-for': '127.0.0.1' }],
    ['under a foreign name', { host: 'rebound.example:3000' }],
  ])('does not exist %s', async (_, headers) => {
    const { body } = await read().set(headers).expect(404);
    expect(body.code).toBe('route.not_found');
  });

  it('does not exist with a mail server', async () => {
    const withServer = await start({ SMTP_URL: 'smtp://127.0.0.1:1' });
    await read(undefined, withServer).expect(404);
  });
});

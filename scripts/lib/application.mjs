import { allOf } from './all-of.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { run, runOrFail } from './command.mjs';
import { PlainError } from './errors.mjs';
import { LogFile } from './log-file.mjs';
import { isFree, nextFreePort } from './ports.mjs';
import { Service } from './service.mjs';
import { ROOT } from './settings.mjs';

const READY_WITHIN = 90_000;
const DEFAULT_PORT = 3000;

/**
 * What somebody at the terminal should see of a process's output, warnings and errors, as one line; null for the
 * rest. The log has everything.
 */
export function notable(line) {
  const message = parsed(line);
  if (message) {
    const { level } = message;
    const bad = typeof level === 'number' ? level >= 40 : /^(?:warn|error|fatal)/i.test(level ?? '');
    if (!bad) return null;
    const context = message.context ? `[${message.context}] ` : '';
    const text = message.message ?? message.msg ?? '';
    return `${context}${typeof text === 'string' ? text : JSON.stringify(text)}`;
  }
  return /^\[Nest\].*\b(?:WARN|ERROR|FATAL)\b/.test(line) ? line : null;
}

const SAID_AGAIN_AFTER = 60_000;

/** Prints what a process warns of, each sentence once a minute at most and then with how often it came. */
function warnings(terminal, name) {
  const said = new Map();
  return (line) => {
    const text = notable(line);
    if (text === null) return;
    const now = Date.now();
    const before = said.get(text);
    if (before && now - before.at < SAID_AGAIN_AFTER) {
      before.times++;
      return;
    }
    if (said.size > 200) said.clear();
    said.set(text, { at: now, times: 0 });
    const more = before?.times ? ` (and ${before.times} times since it was last shown)` : '';
    terminal.line(terminal.dim(`${name}: `) + terminal.yellow(text) + more);
  };
}

/**
 * The API or the worker: a Node process that says `{ type: 'ready', port? }` over its channel once it serves, and
 * ends by itself when the channel closes.
 * @param {import('./datastores.mjs').Context} context
 * @param {{ name: string, script: string, env: () => NodeJS.ProcessEnv, order: number }} what
 */
export function applicationProcess({ terminal, instance, registry }, { name, script, env, order }) {
  const log = new LogFile(join(instance.logs, `${name.toLowerCase()}.log`));
  return new Service({
    name,
    order,
    log,
    registry,
    onTrouble: (text) => terminal.warn(text),
    onLine: warnings(terminal, name),
    spawn: () =>
      spawn(process.execPath, ['--enable-source-maps', join(ROOT, script)], {
        cwd: ROOT,
        env: env(),
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    ready: (child) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(
            new PlainError(
              `${name} was not ready within ${READY_WITHIN / 1000} s. Its log is ${log.path}`,
              log.tail(),
            ),
          );
        }, READY_WITHIN);
        child.once('exit', () => clearTimeout(timer));
        child.on('message', (message) => {
          if (message?.type !== 'ready') return;
          clearTimeout(timer);
          resolve(message);
        });
      }),
  });
}

/** What API, worker and seed get: the application's role, never the owner's. */
function applicationEnvironment({ env, instance }, { appUrl, redisUrl }, extra) {
  const { DATABASE_OWNER_URL: _owner, ...rest } = env;
  return {
    ...rest,
    DATABASE_URL: appUrl,
    REDIS_URL: redisUrl,
    JOURNEYLOOP_DATA_DIR: instance.folder,
    ...extra,
  };
}

/** The step "migrations". @param {import('./datastores.mjs').Context} context */
export async function migrate(context, { ownerUrl }) {
  const { terminal, env, lifecycle, registry } = context;
  await terminal.step('migrations', async (step) => {
    const { lines } = await runOrFail(
      'Migrating the database',
      process.execPath,
      ['--enable-source-maps', 'dist/apps/cli/src/migrate.js'],
      { cwd: ROOT, env: { ...env, DATABASE_OWNER_URL: ownerUrl }, lifecycle, registry },
    );
    step.result = lines.findLast((line) => line.trim() !== '')?.slice(0, 100) ?? '';
  });
}

/** The wanted port, or the next free one, said so. */
export async function choosePort({ terminal, env }) {
  const wanted = Number(env.PORT || DEFAULT_PORT);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new PlainError(`PORT is "${env.PORT}", which is not a port number.`);
  }
  if (await isFree(wanted)) return wanted;
  const port = await nextFreePort(wanted + 1);
  terminal.warn(`Port ${wanted} is taken: using ${port}.`);
  return port;
}

/**
 * Starts worker and API; a port that is taken in the last moment is exchanged for the next free one.
 * @param {import('./datastores.mjs').Context} context
 * @param {{ appUrl: string, redisUrl: string }} stores
 * @param {{ nodeEnv?: string, publicAddress?: string }} [options] publicAddress: what people open, when it is not the API
 */
export async function startApplication(context, stores, { nodeEnv = 'production', publicAddress } = {}) {
  const { terminal, lifecycle, env } = context;
  const place = { port: await choosePort(context) };
  const address = () => env.APP_URL || publicAddress || `http://localhost:${place.port}`;
  const environment = () =>
    applicationEnvironment(context, stores, {
      NODE_ENV: nodeEnv,
      PORT: String(place.port),
      APP_URL: address(),
    });

  const worker = applicationProcess(context, {
    name: 'worker',
    script: 'dist/apps/worker/src/main.js',
    env: environment,
    order: 2,
  });
  const api = applicationProcess(context, {
    name: 'API',
    script: 'dist/apps/api/src/main.js',
    env: environment,
    order: 1,
  });
  lifecycle.onStop('worker', () => worker.stop());
  lifecycle.onStop('API', () => api.stop());

  const startApi = async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await api.start();
      } catch (error) {
        lifecycle.throwIfStopping();
        if (attempt >= 5 || !/EADDRINUSE/.test((error.lines ?? []).join('\n'))) throw error;
        const taken = place.port;
        place.port = await nextFreePort(taken + 1);
        terminal.warn(`Port ${taken} has just been taken: using ${place.port}.`);
      }
    }
  };
  await allOf([
    terminal.step('worker', () => stoppable(lifecycle, worker.start())),
    terminal.step('API', async (step) => {
      await stoppable(lifecycle, startApi());
      step.result = `port ${place.port}`;
    }),
  ]);
  return { api, worker, port: place.port, address: address(), environment };
}

/** A stop that is asked for while something starts is not waited out. */
async function stoppable(lifecycle, starting) {
  starting.catch(() => {});
  await Promise.race([
    starting,
    new Promise((_, reject) => {
      const stop = () => reject(lifecycle.signal.reason);
      if (lifecycle.isStopping) stop();
      else lifecycle.signal.addEventListener('abort', stop, { once: true });
    }),
  ]);
}

/**
 * The step "demo data", once per database: the seed goes through the real pipeline, so API and worker must run.
 * It prints JSON lines: `{ step, detail }`, and once `{ type: 'sign_ins', sign_ins: [{ role, email, password | null }] }`.
 * A failure is told and tried again at the next start; the application is up all the same.
 */
export async function seedDemo(context, stores, environment) {
  const { terminal, instance, env, lifecycle, registry } = context;
  if (/^(?:off|0|false|no)$/i.test(env.JOURNEYLOOP_DEMO ?? '')) return [];
  const { host, pathname } = new URL(stores.appUrl);
  const place = env.DATABASE_URL ? host + pathname : 'own';
  const kept = instance.get('demo') ?? {};
  const demo = { done: false, signIns: [], ...kept[place] };
  const keep = () => instance.set('demo', { ...kept, [place]: demo });
  if (demo.done) return demo.signIns;
  return terminal.step('demo data', async (step) => {
    const log = new LogFile(join(instance.logs, 'seed.log'));
    const { code } = await run(process.execPath, ['--enable-source-maps', 'dist/apps/cli/src/seed-demo.js'], {
      cwd: ROOT,
      env: environment(),
      lifecycle,
      registry,
      onLine: (line) => {
        const message = parsed(line);
        if (message?.type === 'sign_ins') {
          // At once: a seed that is cut short knows the passwords it made only this time.
          demo.signIns = mergedSignIns(demo.signIns, message.sign_ins ?? []);
          keep();
          return;
        }
        log.write(line);
        if (message?.step) step.note([message.step, message.detail].filter(Boolean).join(': '));
      },
    });
    if (code !== 0) {
      step.failed = true;
      step.result = `failed; the next start tries again (log: ${log.path})`;
      step.below = log.tail(8).map((line) => `      ${line}`);
      return demo.signIns;
    }
    demo.done = true;
    keep();
    step.result = 'seeded';
    return demo.signIns;
  });
}

/** A user who was there before comes without a password: then the one kept from then stands. */
function mergedSignIns(before, now) {
  return now.map((signIn) => ({
    ...signIn,
    password: signIn.password ?? before.find(({ email }) => email === signIn.email)?.password ?? null,
  }));
}

function parsed(line) {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

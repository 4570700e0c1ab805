import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import net from 'node:net';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './command.mjs';
import { PlainError } from './errors.mjs';
import { freePort } from './ports.mjs';
import { end, identityOf, whereabouts, writeAtomically } from './processes.mjs';
import { Service } from './service.mjs';
import { plainEnvironment } from './settings.mjs';
import { installPackage } from './system-packages.mjs';

const PROGRAMS = ['redis-server', 'valkey-server'];
/** Reading a large append-only file takes time. */
const START_WITHIN = 120_000;
const START_TRIES = 5;

function onPath() {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  for (const program of PROGRAMS) {
    for (const folder of folders) {
      const path = join(folder, program);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not there
      }
    }
  }
  return null;
}

/** A Redis or Valkey server program, installed when that can be done without asking. */
async function findRedis(context) {
  const found = onPath();
  if (found) return found;
  const why = await installPackage(
    { debian: 'redis-server', brew: 'redis', services: ['redis-server'] },
    context,
  );
  const installed = onPath();
  if (installed) return installed;
  throw new PlainError(
    `JourneyLoop needs Redis, and none is here (${why}). Install it (Debian, Ubuntu: sudo apt-get install redis-server; macOS: brew install redis) or set REDIS_URL.`,
  );
}

/**
 * Starts this installation's own Redis on the loopback: append-only file, nothing evicted, a password.
 * Context as for startPostgres.
 * @returns {Promise<{ service: Service, port: number, version: string, url: string }>}
 */
export async function startRedis(context) {
  const { instance, lifecycle, note } = context;
  const program = await findRedis(context);
  const folder = join(instance.folder, 'redis');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await endLeftover(folder);
  const password = instance.secret('redisPassword');
  const version = /v=([\d.]+)/.exec((await run(program, ['--version'])).lines.join(' '))?.[1] ?? '';

  for (let attempt = 1; ; attempt++) {
    lifecycle.throwIfStopping();
    const port = await freePort(instance.get('redisPort'));
    const service = serverProcess(program, folder, port, password, context);
    lifecycle.onStop('Redis', () => service.stop());
    try {
      note('starting');
      await service.start();
      instance.set('redisPort', port);
      return { service, port, version, url: `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}` };
    } catch (error) {
      const taken = /Address already in use|Could not create server TCP|Failed listening/i;
      if (attempt >= START_TRIES || !taken.test((error.lines ?? []).join('\n'))) throw error;
      instance.set('redisPort', undefined);
    }
  }
}

async function endLeftover(folder) {
  const file = join(folder, 'redis.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').trim());
  const identity = identityOf(pid);
  if (identity === null) return;
  const place = whereabouts(pid);
  if (place === realpathSync(folder) || place.includes(folder)) await end({ pid, identity });
}

const quoted = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function serverProcess(program, folder, port, password, context) {
  const { registry, lifecycle, log, onTrouble, onLine, throwaway } = context;
  const file = join(folder, 'redis.conf');
  // In a file and not on the command line, which every user of the machine can read.
  const lines = [
    'bind 127.0.0.1',
    'protected-mode yes',
    `port ${port}`,
    `dir ${quoted(folder)}`,
    `pidfile ${quoted(join(folder, 'redis.pid'))}`,
    `requirepass ${quoted(password)}`,
    'daemonize no',
    'databases 64',
    'maxmemory-policy noeviction',
    'save ""',
    `appendonly ${throwaway ? 'no' : 'yes'}`,
    'appendfsync everysec',
  ];
  writeAtomically(file, `${lines.join('\n')}\n`);
  return new Service({
    name: 'Redis',
    order: 8,
    log,
    registry,
    onTrouble,
    onLine,
    spawn: () =>
      spawn(program, [file], {
        cwd: folder,
        env: plainEnvironment(),
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    ready: (_child, signal) => untilItAnswers(port, password, signal, lifecycle),
    beforeRestart: () => endLeftover(folder),
  });
}

async function untilItAnswers(port, password, signal, lifecycle) {
  const until = Date.now() + START_WITHIN;
  while (Date.now() < until && !signal.aborted) {
    lifecycle.throwIfStopping();
    if ((await ask(port, `AUTH ${password}\r\nPING\r\n`)).includes('+PONG')) return;
    await sleep(30);
  }
  if (signal.aborted) return new Promise(() => {});
  throw new PlainError(`Redis did not answer within ${START_WITHIN / 60_000} minutes.`);
}

/** Sends commands and gives back what comes within a moment. */
function ask(port, commands) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect({ host: '127.0.0.1', port });
    const finish = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(1_000, finish);
    socket.once('error', finish);
    socket.once('close', finish);
    socket.once('connect', () => socket.write(commands));
    socket.on('data', (chunk) => {
      answer += chunk;
      if (/PONG|LOADING/.test(answer)) finish();
    });
  });
}

/** REDIS_URL is given: it must answer, and must not throw jobs away when memory is short. */
export async function checkGivenRedis(url, onTrouble) {
  const { default: Redis } = await import('ioredis');
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null, connectTimeout: 8_000 });
  let cause;
  client.on('error', (error) => {
    cause ??= error;
  });
  try {
    await client.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await client.info('memory').catch(() => ''))?.[1];
    if (policy && policy !== 'noeviction') {
      onTrouble(
        `Redis of REDIS_URL has maxmemory-policy ${policy}: jobs may be thrown away; set it to noeviction.`,
      );
    }
  } catch (error) {
    const { hostname, port } = new URL(url);
    throw new PlainError(
      `Redis of REDIS_URL (${hostname}:${port || 6379}) does not let us in: ${error.message}.`,
    );
  } finally {
    client.disconnect();
  }
}

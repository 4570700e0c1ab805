import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runOrFail } from './command.mjs';
import { connect } from './database.mjs';
import { PlainError } from './errors.mjs';
import { freePort } from './ports.mjs';
import { findPostgres, reachableFolder } from './postgres-binaries.mjs';
import { end, identityOf, whereabouts } from './processes.mjs';
import { Service } from './service.mjs';
import { plainEnvironment, ROOT_STATE, shortHash } from './settings.mjs';

const SUPERUSER = 'postgres';
/** Replaying the log after a crash may take a while on a large database. */
const START_WITHIN = 300_000;
const START_TRIES = 6;

/**
 * Starts this installation's own PostgreSQL on the loopback, making its data the first time.
 * @param {object} context
 * @param {import('./instance.mjs').Instance} context.instance
 * @param {import('./processes.mjs').ProcessRegistry} context.registry
 * @param {import('./lifecycle.mjs').Lifecycle} context.lifecycle
 * @param {import('./log-file.mjs').LogFile} context.log
 * @param {(detail: string) => void} context.note
 * @param {(text: string) => void} context.onTrouble
 * @param {boolean} [context.throwaway] tests: no flushing to disk
 * @returns {Promise<{ service: Service, port: number, home: string, version: string, recovered: boolean, url(database: string, user?: string, password?: string): string }>}
 */
export async function startPostgres(context) {
  const { instance, lifecycle, note } = context;
  const programs = await findPostgres(context);
  const home = await reachableFolder(
    join(instance.folder, 'postgresql'),
    programs.user,
    join(ROOT_STATE, `postgresql-${shortHash(instance.folder)}`),
  );
  const cluster = join(home, 'data');
  await adopt(cluster, programs.user, context);
  const recovered = await clearLeftovers(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(cluster, home, programs, context);
  checkVersion(cluster, programs);
  if (!instance.get('postgresPassword')) await resetPassword(cluster, programs, context);

  for (let attempt = 1; ; attempt++) {
    lifecycle.throwIfStopping();
    const port = await freePort(instance.get('postgresPort'));
    const service = serverProcess(cluster, port, programs, context);
    lifecycle.onStop('PostgreSQL', () => service.stop());
    try {
      note('starting');
      await service.start();
      instance.set('postgresPort', port);
      const url = (database, user = SUPERUSER, password = instance.secret('postgresPassword')) =>
        `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
      return { service, port, home, version: programs.version, recovered, url };
    } catch (error) {
      // The port was taken in between, or processes of a killed server are still letting go of its memory.
      const again = /could not bind|Address already in use|shared memory block|lock file .* already exists/i;
      const text = `${error.message}\n${(error.lines ?? []).join('\n')}`;
      if (attempt >= START_TRIES || !again.test(text)) throw error;
      if (/bind|in use/i.test(text)) instance.set('postgresPort', undefined);
      await sleep(500 * attempt);
    }
  }
}

/** Data put back from a copy, or brought from another machine, may belong to a user of another number. */
async function adopt(cluster, { uid, gid }, { note }) {
  if (uid === undefined || !existsSync(cluster) || statSync(cluster).uid === uid) return;
  note('handing the data to the user postgres');
  await runOrFail('Changing the owner of the data', 'chown', ['-R', `${uid}:${gid}`, cluster]);
}

/** Ends a server of ours that outlived its start, and removes the note of one that died without clearing it. */
async function clearLeftovers(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const identity = identityOf(pid);
  const place = identity === null ? '' : whereabouts(pid);
  if (identity !== null && (place === realpathSync(cluster) || place.includes(`-D ${cluster}`))) {
    if (!(await end({ pid, identity, ending: 'postgres' }))) {
      throw new PlainError(`PostgreSQL of an earlier start (process ${pid}) cannot be ended.`);
    }
  }
  // The number may by now belong to an unrelated process, which would make the server refuse to start.
  rmSync(file, { force: true });
  return true;
}

async function initialise(
  cluster,
  home,
  { bin, user },
  { instance, lifecycle, registry, log, note, throwaway },
) {
  note('making the database');
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = join(home, 'initial-password');
  writeFileSync(passwordFile, `${instance.secret('postgresPassword')}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await runOrFail(
      'Making the database',
      join(bin, 'initdb'),
      [
        `--pgdata=${fresh}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Characters of every language, in an order that no system library's update can change under an index.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--data-checksums',
        ...(throwaway ? ['--no-sync'] : []),
      ],
      { ...user, cwd: home, env: plainEnvironment(), lifecycle, registry, log },
    );
    // Only a complete one gets the name: a start killed half way through begins again.
    renameSync(fresh, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function checkVersion(cluster, { version }) {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const major = version.split('.')[0];
  if (made === major) return;
  throw new PlainError(
    `The data in ${cluster} was made by PostgreSQL ${made}; this version of JourneyLoop brings ${major}. docs/operations.md tells how to move it ("Moving to a new PostgreSQL").`,
  );
}

/** The file with the passwords was lost, the data was not: the server's single-user mode sets a new one. */
async function resetPassword(cluster, { bin, user }, { instance, lifecycle, log, note }) {
  note('setting a new password');
  await runOrFail(
    'Setting a new database password',
    join(bin, 'postgres'),
    ['--single', '-D', cluster, 'postgres'],
    {
      ...user,
      cwd: cluster,
      env: plainEnvironment(),
      lifecycle,
      log,
      input: `ALTER ROLE ${SUPERUSER} PASSWORD '${instance.secret('postgresPassword')}'\n`,
    },
  );
}

function serverProcess(cluster, port, { bin, user }, context) {
  const { instance, lifecycle, registry, log, onTrouble, onLine, throwaway } = context;
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Statements and their values can hold what clients said: the log gets neither.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(throwaway
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB' }
      : {}),
  };
  const args = [
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return new Service({
    name: 'PostgreSQL',
    ending: 'postgres',
    order: 9,
    log,
    registry,
    onTrouble,
    onLine,
    spawn: () =>
      spawn(join(bin, 'postgres'), args, {
        ...user,
        cwd: cluster,
        env: plainEnvironment(),
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    ready: (_child, signal) => untilItAnswers(port, instance.secret('postgresPassword'), signal, lifecycle),
    beforeRestart: async () => {
      await clearLeftovers(cluster);
    },
  });
}

async function untilItAnswers(port, password, signal, lifecycle) {
  const until = Date.now() + START_WITHIN;
  let last;
  while (Date.now() < until && !signal.aborted) {
    lifecycle.throwIfStopping();
    try {
      const client = await connect({
        host: '127.0.0.1',
        port,
        user: SUPERUSER,
        password,
        database: 'postgres',
      });
      await client.end();
      return;
    } catch (error) {
      last = error;
      // A password that is refused will be refused again.
      if (error.code === '28P01') break;
    }
    await sleep(50);
  }
  if (signal.aborted) return new Promise(() => {});
  if (last?.code === '28P01') {
    throw new PlainError(
      'PostgreSQL refuses the password kept in instance.json. Remove "postgresPassword" there.',
    );
  }
  throw new PlainError(`PostgreSQL did not answer within ${START_WITHIN / 60_000} minutes.`);
}

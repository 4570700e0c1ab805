import { allOf } from './all-of.mjs';
import { join } from 'node:path';
import { checkGivenRoles, provisionGivenServer, provisionOwnServer } from './database.mjs';
import { LogFile } from './log-file.mjs';
import { startPostgres } from './postgres.mjs';
import { checkGivenRedis, startRedis } from './redis.mjs';

/**
 * @typedef {object} Context what the steps share
 * @property {import('./terminal.mjs').Terminal} terminal
 * @property {import('./lifecycle.mjs').Lifecycle} lifecycle
 * @property {import('./instance.mjs').Instance} instance
 * @property {import('./processes.mjs').ProcessRegistry} registry
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} [throwaway] for tests
 */

const logOf = ({ instance }, name) => new LogFile(join(instance.logs, `${name}.log`));

/**
 * The step "PostgreSQL": the given server, else one of our own, with database and roles.
 * @param {Context} context
 * @param {string} database its name on a server of our own
 * @returns {Promise<{ ownerUrl: string, appUrl: string, adminUrl?: string }>}
 */
export async function ensurePostgres(context, database) {
  const { terminal, instance, env } = context;
  const app = { loginRole: instance.loginRole, loginPassword: instance.secret('appPassword') };
  return terminal.step('PostgreSQL', async (step) => {
    if (env.DATABASE_URL && env.DATABASE_OWNER_URL) {
      await checkGivenRoles(env.DATABASE_OWNER_URL, env.DATABASE_URL);
      step.result = `given: ${placeOf(env.DATABASE_URL)}`;
      return { ownerUrl: env.DATABASE_OWNER_URL, appUrl: env.DATABASE_URL };
    }
    if (env.DATABASE_URL) {
      const given = await provisionGivenServer(env.DATABASE_URL, {
        appRole: env.DATABASE_APP_ROLE || undefined,
        ...app,
      });
      step.result = `given: ${placeOf(given.ownerUrl)}`;
      return given;
    }
    const server = await startPostgres(stepContext(context, step, 'postgresql'));
    const own = await provisionOwnServer(server.url('postgres'), {
      database,
      ownerPassword: instance.secret('ownerPassword'),
      ...app,
    });
    step.result = `${server.version} on port ${server.port}${server.recovered ? ', recovered' : ''}`;
    if (!server.home.startsWith(instance.folder)) step.result += `, data in ${server.home}`;
    return { ...own, adminUrl: server.url('postgres') };
  });
}

/** The step "Redis": the given one, else one of our own. @param {Context} context @returns {Promise<{ redisUrl: string }>} */
export async function ensureRedis(context) {
  const { terminal, env } = context;
  return terminal.step('Redis', async (step) => {
    if (env.REDIS_URL) {
      await checkGivenRedis(env.REDIS_URL, (text) => terminal.warn(text));
      step.result = `given: ${placeOf(env.REDIS_URL)}`;
      return { redisUrl: env.REDIS_URL };
    }
    const server = await startRedis(stepContext(context, step, 'redis'));
    step.result = `${server.version} on port ${server.port}`;
    return { redisUrl: server.url };
  });
}

/** Both, side by side. @param {Context} context @param {string} database */
export async function ensureDatastores(context, database) {
  const [postgres, redis] = await allOf([ensurePostgres(context, database), ensureRedis(context)]);
  return { ...postgres, ...redis };
}

function stepContext(context, step, logName) {
  return {
    ...context,
    log: logOf(context, logName),
    note: step.note,
    onTrouble: (text) => context.terminal.warn(text),
  };
}

/** Host, port and database of an address, without its secrets. */
function placeOf(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port ? `:${port}` : ''}${pathname === '/' ? '' : pathname}`;
}

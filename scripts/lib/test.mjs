import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { migrate } from './application.mjs';
import { runChecks } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { provisionOwnServer } from './database.mjs';
import { ensureDatastores, ensurePostgres } from './datastores.mjs';
import { describe, PlainError, Stopped } from './errors.mjs';
import { runJest } from './jest-suite.mjs';
import { runToTheEnd } from './main.mjs';
import { ROOT } from './settings.mjs';
import { duration, Terminal } from './terminal.mjs';
import { throwawayContext } from './throwaway.mjs';
import { ensureBuilt, ensureDependencies } from './workspace.mjs';

/** Milliseconds one test may take that waits for other processes or for a browser. */
const TEST_WITHIN = { e2e: 60_000, browser: 120_000 };
const SUITES = ['check', 'unit', 'e2e', 'browser'];

function parseArguments(args) {
  const only = [];
  const patterns = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--only') only.push(...(args[++i] ?? '').split(','));
    else if (args[i].startsWith('--only=')) only.push(...args[i].slice(7).split(','));
    else patterns.push(args[i]);
  }
  const unknown = only.find((name) => !SUITES.includes(name));
  if (unknown !== undefined) throw new PlainError(`--only takes ${SUITES.join(', ')}; not "${unknown}".`);
  return { wanted: only.length > 0 ? SUITES.filter((name) => only.includes(name)) : SUITES, patterns };
}

/** `npm test [-- --only check,unit,e2e,browser] [path pattern …]`: the last line is "N passed, N failed". */
export async function main(args) {
  const terminal = new Terminal();
  const began = Date.now();
  const results = [];
  return runToTheEnd(
    terminal,
    async (lifecycle) => {
      lifecycle.onStopped(() => summarise(terminal, results, lifecycle, Date.now() - began));
      try {
        await runSuites(terminal, lifecycle, parseArguments(args), results);
      } catch (error) {
        const stopped = error instanceof Stopped;
        results.push({ suite: stopped ? 'interrupted' : 'preparation', passed: 0, failed: 1, skipped: 0 });
        if (stopped) throw error;
        terminal.line(terminal.red(describe(error)));
      }
      return results.every((result) => result.failed === 0) ? 0 : 1;
    },
    { stoppedCode: 130 },
  );
}

async function runSuites(terminal, lifecycle, { wanted, patterns }, results) {
  terminal.line(terminal.bold('JourneyLoop tests'));
  const context = throwawayContext(terminal, lifecycle);
  await ensureDependencies(terminal, context);
  const needsServices = wanted.includes('e2e') || wanted.includes('browser');
  const targets = wanted.includes('browser') ? ['server', 'web'] : ['server'];
  const notBuilt = new Map();
  let stores;
  if (needsServices) {
    const builds = targets.map((target) =>
      ensureBuilt(terminal, [target], context).catch((error) => notBuilt.set(target, error)),
    );
    [stores] = await Promise.all([ensureDatastores(context, 'journeyloop_test'), ...builds]);
    lifecycle.throwIfStopping();
    for (const error of notBuilt.values()) terminal.line(describe(error));
  } else if (wanted.includes('unit')) {
    // Worker threads load JavaScript: the unit tests of threaded code use the built one.
    await ensureBuilt(terminal, ['server'], context).catch((error) => notBuilt.set('server', error));
    for (const error of notBuilt.values()) terminal.line(describe(error));
  }

  if (wanted.includes('check')) {
    terminal.line();
    terminal.line(terminal.bold('check'));
    const database = () => checkDatabase(context, stores);
    const checks = await runChecks(context, database);
    results.push({
      suite: 'check',
      passed: checks.filter((check) => check.ok).length,
      failed: checks.filter((check) => !check.ok).length,
      skipped: 0,
    });
  }
  terminal.line();
  if (wanted.includes('unit')) {
    const flags = ['--maxWorkers=2'];
    results.push(await runJest(context, { project: 'unit', env: context.env, patterns, flags }));
  }
  if (!needsServices) return;
  const env = notBuilt.has('server') ? undefined : await prepareDatabase(context, stores, results);
  for (const project of ['e2e', 'browser'].filter((name) => wanted.includes(name))) {
    const missing = project === 'browser' ? targets : ['server'];
    const because = missing.some((target) => notBuilt.has(target))
      ? 'the build'
      : env === undefined && 'the migration';
    if (because) {
      terminal.result(project, `not run: ${because} failed`, 0, false);
      results.push({ suite: project, passed: 0, failed: 1, skipped: 0 });
    } else {
      results.push(await runService(context, { project, env, patterns }));
    }
  }
}

async function runService(context, { project, env, patterns }) {
  const flags = ['--runInBand', `--testTimeout=${TEST_WITHIN[project]}`];
  if (project !== 'browser') return runJest(context, { project, env, patterns, flags });
  let chromium;
  try {
    chromium = await context.terminal.step(
      'Chromium',
      async (step) => {
        const path = await findChromium({ ...context, note: step.note });
        step.result = path;
        return path;
      },
      { quiet: true },
    );
  } catch (error) {
    if (error instanceof Stopped) throw error;
    context.terminal.line(context.terminal.red(`      ${describe(error)}`));
    return { suite: project, passed: 0, failed: 1, skipped: 0 };
  }
  return runJest(context, { project, env: { ...env, CHROMIUM_PATH: chromium }, patterns, flags });
}

/** The drift check's own database: on the tests' server when it runs, else on one started for it. */
async function checkDatabase(context, stores) {
  if (!stores) return (await ensurePostgres(context, 'journeyloop_check')).ownerUrl;
  return (await provisionOwnServer(stores.adminUrl, ownServer(context, 'journeyloop_check'))).ownerUrl;
}

function ownServer({ instance }, database) {
  return {
    database,
    ownerPassword: instance.secret('ownerPassword'),
    loginRole: instance.loginRole,
    loginPassword: instance.secret('appPassword'),
  };
}

/** Migrates the tests' database; answers the environment of the suites that use it, undefined when that failed. */
async function prepareDatabase(context, stores, results) {
  try {
    await migrate(context, stores);
  } catch (error) {
    if (error instanceof Stopped) throw error;
    context.terminal.line(describe(error));
    results.push({ suite: 'migrations', passed: 0, failed: 1, skipped: 0 });
    return undefined;
  }
  const artifacts = join(ROOT, 'dist/test-artifacts');
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  return {
    ...context.env,
    TEST_DATABASE_ADMIN_URL: stores.adminUrl,
    DATABASE_OWNER_URL: stores.ownerUrl,
    DATABASE_URL: stores.appUrl,
    REDIS_URL: stores.redisUrl,
    JOURNEYLOOP_DATA_DIR: context.instance.folder,
    // Screenshots and the like, kept until the next run.
    TEST_ARTIFACTS_DIR: artifacts,
  };
}

function summarise(terminal, results, lifecycle, ms) {
  terminal.line();
  for (const { suite, passed, failed, skipped } of results) {
    const text = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
    const more = skipped ? `  ${skipped} skipped` : '';
    terminal.line(`  ${suite.padEnd(12)}${failed ? terminal.red(text) : text}${more}`);
  }
  if (['SIGINT', 'SIGTERM', 'SIGHUP', 'npm ended'].includes(lifecycle.reason))
    terminal.line('  stopped before the end');
  terminal.line(terminal.dim(`  in ${duration(ms)}`));
  terminal.line();
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfStale } from './build.mjs';
import { run } from './command.mjs';
import { PlainError, Stopped } from './errors.mjs';
import { ROOT } from './settings.mjs';

const OPENAPI = 'apps/api/openapi.json';
const CLIENT_TYPES = 'apps/web/src/api/schema.gen.d.ts';
const SHOWN_LINES = 60;
/** The compilers want the memory; more at once would only swap. */
const AT_ONCE = 2;

const tool = (script) => `node_modules/${script}`;

/** A check that is one Node program: it is passed when the program ends with 0. */
const program =
  (...args) =>
  async (context) => {
    const { code, lines } = await run(process.execPath, args, { cwd: ROOT, ...context });
    return { ok: code === 0, lines };
  };

/**
 * @typedef {{ ok: boolean, lines: string[] }} Outcome
 * @typedef {{ name: string, needs?: 'build', run: (context: object, database?: () => Promise<string>) => Promise<Outcome> }} Check
 * @type {Check[]}
 */
const CHECKS = [
  {
    name: 'server types',
    run: program(tool('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit', '--pretty', 'false'),
  },
  {
    name: 'web types',
    run: program(tool('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json', '--noEmit', '--pretty', 'false'),
  },
  { name: 'lint', run: program(tool('oxlint/bin/oxlint'), '--type-aware', '--quiet', '--format', 'unix') },
  { name: 'format', run: program(tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.') },
  {
    name: 'import rules',
    run: program(
      tool('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      ...['apps', 'libs', 'migrations', 'test'].filter((folder) => existsSync(join(ROOT, folder))),
    ),
  },
  { name: 'OpenAPI', needs: 'build', run: program('dist/apps/cli/src/openapi.js', '--check') },
  { name: 'client types', run: clientTypes },
  { name: 'migrations', needs: 'build', run: migrationDrift },
];

/**
 * Runs all checks and prints a line for each.
 * @param {object} context
 * @param {import('./terminal.mjs').Terminal} context.terminal
 * @param {import('./lifecycle.mjs').Lifecycle} context.lifecycle
 * @param {import('./processes.mjs').ProcessRegistry} context.registry
 * @param {NodeJS.ProcessEnv} context.env
 * @param {() => Promise<string>} database gives the owner's address of an empty database
 * @returns {Promise<{ name: string, ok: boolean, ms: number, lines: string[] }[]>}
 */
export async function runChecks(context, database) {
  const built = await runCheck(context, { name: 'server build', run: buildCheck }, database);
  const results = [built];
  const queue = [...CHECKS];
  const worker = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const blocked = check.needs === 'build' && !built.ok;
      results.push(await runCheck(context, blocked ? { ...check, run: notBuilt } : check, database));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function runCheck({ terminal, lifecycle, registry, env }, check, database) {
  const started = Date.now();
  return terminal.step(check.name, async (step) => {
    let outcome;
    try {
      outcome = await check.run({ lifecycle, registry, env }, database);
    } catch (error) {
      if (error instanceof Stopped) throw error;
      outcome = { ok: false, lines: [error.message, ...(error.lines ?? [])] };
    }
    step.failed = !outcome.ok;
    step.result = outcome.ok ? 'ok' : 'failed';
    if (!outcome.ok) {
      const lines = outcome.lines.filter((line) => line.trim() !== '');
      step.below = lines.slice(0, SHOWN_LINES).map((line) => `      ${line}`);
      if (lines.length > SHOWN_LINES) step.below.push(`      … ${lines.length - SHOWN_LINES} more lines`);
    }
    return { name: check.name, ok: outcome.ok, ms: Date.now() - started, lines: outcome.lines };
  });
}

async function buildCheck({ lifecycle, registry }) {
  await buildIfStale('server', { lifecycle, registry });
  return { ok: true, lines: [] };
}

async function notBuilt() {
  return { ok: false, lines: ['not checked: the server does not build'] };
}

async function generateClientTypes(target, context) {
  const { code, lines } = await run(
    process.execPath,
    [tool('openapi-typescript/bin/cli.js'), OPENAPI, '--output', target],
    { cwd: ROOT, ...context },
  );
  if (code !== 0) throw new PlainError('openapi-typescript failed.', lines);
}

/** The web app's wire types must be what openapi.json yields. */
async function clientTypes(context) {
  const folder = mkdtempSync(join(tmpdir(), 'journeyloop-types-'));
  try {
    const target = join(folder, 'schema.d.ts');
    await generateClientTypes(target, context);
    const present = existsSync(join(ROOT, CLIENT_TYPES))
      ? readFileSync(join(ROOT, CLIENT_TYPES), 'utf8')
      : '';
    const ok = present === readFileSync(target, 'utf8');
    return {
      ok,
      lines: ok ? [] : [`${CLIENT_TYPES} is not what ${OPENAPI} yields: npm run check -- --write`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All migrations run on an empty database, and then the entities match what they made. */
async function migrationDrift(context, database) {
  const env = { ...context.env, DATABASE_OWNER_URL: await database() };
  const up = await program('dist/apps/cli/src/migrate.js')({ ...context, env });
  if (!up.ok) return up;
  return program('dist/apps/cli/src/migrate.js', '--check')({ ...context, env });
}

/** Makes openapi.json and the web app's wire types anew. */
export async function writeGenerated(context) {
  const { terminal, lifecycle, registry, env } = context;
  await terminal.step('server build', () => buildIfStale('server', { lifecycle, registry }));
  await terminal.step('OpenAPI', async (step) => {
    const { ok, lines } = await program('dist/apps/cli/src/openapi.js')({ lifecycle, registry, env });
    if (!ok) throw new PlainError('Writing openapi.json failed.', lines.slice(-SHOWN_LINES));
    step.result = OPENAPI;
  });
  await terminal.step('client types', async (step) => {
    await generateClientTypes(CLIENT_TYPES, { lifecycle, registry });
    step.result = CLIENT_TYPES;
  });
}

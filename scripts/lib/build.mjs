import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { runOrFail } from './command.mjs';
import { ROOT } from './settings.mjs';

const DIST = join(ROOT, 'dist');
const SETTINGS = ['package.json', 'package-lock.json'];
/** Folders whose TypeScript becomes `dist/<same path>.js`. */
const SERVER_SOURCES = ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'migrations'];

/** What is built, from what, and the files that prove it was. */
export const TARGETS = {
  server: {
    label: 'server',
    sources: SERVER_SOURCES,
    settings: [...SETTINGS, 'nest-cli.json', 'tsconfig.base.json', 'tsconfig.build.json'],
    takes: (path) =>
      /\.(ts|json)$/.test(path) && !/\.spec\.ts$|openapi\.json$|\/(samples|fixtures|weights)\//.test(path),
    outputs: ['dist/apps/api/src/main.js', 'dist/apps/worker/src/main.js'],
    build: buildServer,
  },
  web: {
    label: 'web app',
    sources: ['apps/web'],
    settings: SETTINGS,
    takes: (path) => !/\.(spec|test)\.tsx?$/.test(path),
    outputs: ['dist/web/index.html'],
    build: (context) =>
      runOrFail(
        'Building the web app',
        process.execPath,
        ['node_modules/vite/bin/vite.js', 'build', 'apps/web'],
        {
          cwd: ROOT,
          env: { ...process.env, NODE_ENV: 'production' },
          ...context,
        },
      ),
  },
};

function* filesBelow(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** Hash of everything that goes into a build: contents, so that a touched or re-cloned file costs nothing. */
function stampOf({ sources, settings, takes }) {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  const files = sources
    .flatMap((folder) => [...filesBelow(join(ROOT, folder))])
    .filter((path) => takes(relative(ROOT, path)))
    .sort();
  for (const path of [...settings.map((file) => join(ROOT, file)), ...files]) {
    hash.update(`\0${relative(ROOT, path)}\0`);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

const stampFile = (name) => join(DIST, '.built', `${name}.txt`);

/** @param {keyof typeof TARGETS} name */
export function isBuilt(name) {
  const target = TARGETS[name];
  if (!target.outputs.every((file) => existsSync(join(ROOT, file)))) return false;
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, 'utf8') === stampOf(target);
}

/** The next start builds it again. @param {keyof typeof TARGETS} name */
export function forgetBuild(name) {
  rmSync(stampFile(name), { force: true });
}

/**
 * Builds one target if its sources changed; answers whether it had to.
 * @param {keyof typeof TARGETS} name
 * @param {{ lifecycle?: import('./lifecycle.mjs').Lifecycle, registry?: import('./processes.mjs').ProcessRegistry }} context
 */
export async function buildIfStale(name, context) {
  if (isBuilt(name)) return false;
  const target = TARGETS[name];
  const stamp = stampOf(target);
  forgetBuild(name);
  await target.build(context);
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  // A file changed while the build ran makes it stale again, and rightly so: the stamp is of the beginning.
  writeFileSync(stampFile(name), stamp);
  return true;
}

async function buildServer(context) {
  const complete = TARGETS.server.outputs.every((file) => existsSync(join(ROOT, file)));
  // The compiler's own memory says "nothing changed" even when its output is gone.
  if (!complete) rmSync(join(DIST, 'tsconfig.tsbuildinfo'), { force: true });
  await runOrFail(
    'Building the server',
    process.execPath,
    ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
    {
      cwd: ROOT,
      ...context,
    },
  );
  removeOrphans();
}

/** Output whose source is gone, above all a migration's, must not run any more. */
function removeOrphans() {
  for (const folder of SERVER_SOURCES) {
    for (const path of filesBelow(join(DIST, folder))) {
      const source = relative(DIST, path).replace(/(\.d)?\.(js|ts)(\.map)?$/, '');
      if (!/\.(js|ts|map)$/.test(path)) continue;
      if (!['.ts', '.tsx', '.js', '.json'].some((end) => existsSync(join(ROOT, source + end)))) rmSync(path);
    }
  }
}

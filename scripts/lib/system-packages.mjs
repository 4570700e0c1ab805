import { existsSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { run, succeeds } from './command.mjs';
import { isRoot } from './settings.mjs';

const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs a system package where that can be done without asking anybody: Debian's with root or a sudo that wants
 * no password, or Homebrew's. Answers why not, or null when it is installed.
 * @param {{ debian: string, brew?: string, services?: string[] }} what services: those the package would start
 * @param {{ env: NodeJS.ProcessEnv, note(detail: string): void, lifecycle?: import('./lifecycle.mjs').Lifecycle, log?: import('./log-file.mjs').LogFile }} context
 * @returns {Promise<string | null>}
 */
export async function installPackage(what, { env, note, lifecycle, log }) {
  if (env.JOURNEYLOOP_INSTALL === 'off') return 'JOURNEYLOOP_INSTALL=off';
  if (process.platform === 'darwin' && what.brew) {
    if (!(await succeeds('brew', ['--version']))) return 'Homebrew is not installed';
    note(`brew install ${what.brew}`);
    const { code } = await run('brew', ['install', what.brew], { lifecycle, log });
    return code === 0 ? null : `brew install ${what.brew} failed`;
  }
  if (process.platform !== 'linux' || !(await succeeds('apt-get', ['--version']))) {
    return 'there is no package manager here that this script knows';
  }
  const prefix = isRoot() ? [] : ['sudo', '-n'];
  if (!isRoot() && !(await succeeds('sudo', ['-n', 'true']))) return 'this user may not install packages';
  return installDebian(what, prefix, { note, lifecycle, log });
}

async function installDebian({ debian, services = [] }, prefix, { note, lifecycle, log }) {
  const apt = async (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return (await run(command, rest, { lifecycle, log })).code === 0;
  };
  note('apt-get update');
  const updated = await apt('-qq', 'update');
  note(`apt-get install ${debian}`);
  // Debian starts a server as it is installed. Ours runs on its own port with its own data, so hold that back.
  const holdBack = isRoot() && services.length > 0 && !existsSync(POLICY);
  if (holdBack) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    if (!(await apt('-qq', 'install', '-y', '--no-install-recommends', debian))) {
      return updated
        ? `apt-get install ${debian} failed`
        : 'apt-get found no package lists (is there a network?)';
    }
  } finally {
    if (holdBack) rmSync(POLICY, { force: true });
  }
  if (existsSync('/run/systemd/system')) {
    for (const service of services) {
      const [command, ...rest] = [...prefix, 'systemctl', 'disable', '--now', '--quiet', service];
      await run(command, rest, { log, lifecycle });
    }
  }
  return null;
}

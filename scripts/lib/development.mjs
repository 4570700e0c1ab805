import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { LogFile } from './log-file.mjs';
import { forgetBuild } from './build.mjs';
import { accepts, nextFreePort } from './ports.mjs';
import { Service } from './service.mjs';
import { ROOT } from './settings.mjs';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from './application.mjs';
import { describe } from './errors.mjs';

const VITE_PORT = 5173;

/** Where the web app will be served; known before the API starts, which accepts writes from this origin only. */
export async function chooseVitePort() {
  return nextFreePort(VITE_PORT);
}

/**
 * `npm run dev`: the compiler watches the server's sources and API and worker start again after each good build;
 * Vite serves the web app with hot reload and passes calls on to the API.
 */
export async function runDevelopment(context, application, stores, port) {
  const { terminal, instance, registry, lifecycle } = context;
  const common = { registry, onTrouble: (text) => terminal.warn(text) };

  // What the watching compiler leaves behind is of no known state of the sources.
  forgetBuild('server');
  let turn = Promise.resolve();
  const reload = () => {
    turn = turn.then(async () => {
      if (lifecycle.isStopping) return;
      try {
        await migrate(context, stores);
        await terminal.step('reload', async () => {
          await Promise.all([application.api.restart(), application.worker.restart()]);
        });
      } catch (error) {
        if (!lifecycle.isStopping) terminal.line(terminal.red(describe(error)));
      }
    });
  };

  let first = true;
  const compiler = new Service({
    ...common,
    name: 'compiler',
    order: 0,
    ending: 'command',
    log: new LogFile(join(instance.logs, 'compiler.log')),
    spawn: () =>
      node(
        ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch', '--preserveWatchOutput'],
        process.env,
      ),
    ready: async () => {},
    onLine: (line) => {
      const errors = /Found (\d+) errors?\./.exec(line)?.[1];
      if (errors === undefined) {
        if (/error TS\d+/.test(line)) terminal.line(line);
        return;
      }
      if (errors !== '0') terminal.warn(`${errors} type error(s); API and worker keep running as they were`);
      else if (!first) reload();
      first = false;
    },
  });
  lifecycle.onStop('compiler', () => compiler.stop());
  await compiler.start();

  const vite = new Service({
    ...common,
    name: 'vite',
    order: 0,
    ending: 'command',
    log: new LogFile(join(instance.logs, 'vite.log')),
    spawn: () =>
      node(
        [
          'node_modules/vite/bin/vite.js',
          'apps/web',
          '--port',
          String(port),
          '--strictPort',
          '--clearScreen',
          'false',
        ],
        {
          ...process.env,
          VITE_API_TARGET: `http://127.0.0.1:${application.port}`,
        },
      ),
    ready: async (_child, signal) => {
      while (!signal.aborted && !(await accepts('127.0.0.1', port))) await sleep(50);
      if (signal.aborted) await new Promise(() => {});
    },
  });
  lifecycle.onStop('vite', () => vite.stop());
  await terminal.step('web app', async (step) => {
    await vite.start();
    step.result = `hot reload on port ${port}`;
  });
}

function node(args, env) {
  return spawn(process.execPath, args, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

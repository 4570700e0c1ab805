import { join } from 'node:path';
import process from 'node:process';
import { seedDemo, startApplication, migrate } from './application.mjs';
import { ensureDatastores } from './datastores.mjs';
import { chooseVitePort, runDevelopment } from './development.mjs';
import { PlainError } from './errors.mjs';
import { Instance } from './instance.mjs';
import { runToTheEnd } from './main.mjs';
import { allOf } from './all-of.mjs';
import { tryLock } from './lock.mjs';
import { ProcessRegistry } from './processes.mjs';
import { dataFolder, readEnvironment } from './settings.mjs';
import { duration, Terminal } from './terminal.mjs';
import { startGuard } from './watchdog.mjs';
import { ensureBuilt, ensureDependencies } from './workspace.mjs';

/** `npm start` and, with `--dev`, `npm run dev`. */
export async function main(args) {
  const terminal = new Terminal();
  return runToTheEnd(terminal, async (lifecycle) => {
    await startEverything({ terminal, lifecycle, development: args.includes('--dev') });
    await lifecycle.untilStopRequested();
    terminal.line();
    terminal.line('Stopping …');
    const stopping = Date.now();
    lifecycle.onStopped(() => terminal.line(`Stopped in ${duration(Date.now() - stopping)}.`));
    return 0;
  });
}

async function startEverything({ terminal, lifecycle, development }) {
  const began = Date.now();
  terminal.line(terminal.bold('JourneyLoop'));
  if (process.platform === 'win32') {
    throw new PlainError('JourneyLoop runs on Linux and macOS. On Windows, use WSL and start it there.');
  }
  const env = readEnvironment();
  const instance = new Instance(dataFolder(env));
  const lock = tryLock(join(instance.folder, 'lock'));
  if (!lock.held) {
    const { pid, address } = lock.holder;
    throw new PlainError(
      `This installation is already running${address ? ` at ${address}` : ''} (process ${pid}). Stop it first, or start another with its own JOURNEYLOOP_DATA_DIR.`,
    );
  }
  lifecycle.onStop('lock', () => lock.release());
  const registry = new ProcessRegistry(instance.run);
  const left = registry.alive();
  if (left.length > 0) {
    await terminal.step('recovery', async (step) => {
      step.note('stopping what a killed start left running');
      step.result = `stopped ${(await registry.endAll(left)).join(', ')} of a start that was killed`;
    });
  }
  const guard = startGuard({ folder: instance.run });
  lifecycle.onStop('guard', () => guard.dismiss());

  const context = { terminal, lifecycle, instance, registry, env };
  await ensureDependencies(terminal, context);
  const [stores] = await allOf([
    ensureDatastores(context, 'journeyloop'),
    ensureBuilt(terminal, development ? ['server'] : ['server', 'web'], context),
  ]);
  lifecycle.throwIfStopping();
  await migrate(context, stores);
  const vitePort = development ? await chooseVitePort() : undefined;
  const application = await startApplication(
    context,
    stores,
    development ? { nodeEnv: 'development', publicAddress: `http://localhost:${vitePort}` } : {},
  );
  lock.note({ address: application.address });
  if (development) await runDevelopment(context, application, stores, vitePort);
  const signIns = await seedDemo(context, stores, application.environment);
  announce(terminal, { address: application.address, signIns, instance, ms: Date.now() - began });
}

function announce(terminal, { address, signIns, instance, ms }) {
  terminal.line();
  terminal.line(
    `  ${terminal.bold(terminal.green('Ready'))} after ${(ms / 1000).toFixed(1)} s:  ${terminal.bold(address)}`,
  );
  if (signIns.length > 0) {
    terminal.line();
    terminal.line('  Demo sign-ins');
    for (const { role, email, password } of signIns) {
      terminal.line(`    ${role.padEnd(7)} ${email.padEnd(27)} ${password ?? '(the password it has had)'}`);
    }
  }
  terminal.line();
  terminal.line(terminal.dim(`  Data and logs: ${instance.folder}`));
  terminal.line(terminal.dim('  Ctrl-C stops everything.'));
}

import process from 'node:process';
import { runChecks, writeGenerated } from './checks.mjs';
import { ensurePostgres } from './datastores.mjs';
import { runToTheEnd } from './main.mjs';
import { Terminal } from './terminal.mjs';
import { throwawayContext } from './throwaway.mjs';
import { ensureDependencies } from './workspace.mjs';

/**
 * `npm run check`. `--write` makes the generated files anew before; `--json` prints one line of JSON
 * `{ passed, failed, checks: [{ name, ok, ms }] }` on standard output and everything else on standard error.
 */
export async function main(args) {
  const json = args.includes('--json');
  const terminal = new Terminal(json ? process.stderr : process.stdout);
  return runToTheEnd(
    terminal,
    async (lifecycle) => {
      const context = throwawayContext(terminal, lifecycle);
      await ensureDependencies(terminal, context);
      if (args.includes('--write')) await writeGenerated(context);
      const database = async () => (await ensurePostgres(context, 'journeyloop_check')).ownerUrl;
      const results = await runChecks(context, database);
      const failed = results.filter((result) => !result.ok).length;
      const passed = results.length - failed;
      terminal.line();
      terminal.line(`${passed} passed, ${failed} failed`);
      if (json) {
        const checks = results.map(({ name, ok, ms }) => ({ name, ok, ms }));
        process.stdout.write(`${JSON.stringify({ passed, failed, checks })}\n`);
      }
      return failed === 0 ? 0 : 1;
    },
    { stoppedCode: 130 },
  );
}

import { nodeIsNewEnough } from './lib/node-version.mjs';

if (nodeIsNewEnough()) import('./lib/run.mjs').then((program) => program.main(process.argv.slice(2)));

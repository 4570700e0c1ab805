import { nodeIsNewEnough } from './lib/node-version.mjs';

if (nodeIsNewEnough()) import('./lib/check.mjs').then((program) => program.main(process.argv.slice(2)));

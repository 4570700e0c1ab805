import { nodeIsNewEnough } from './lib/node-version.mjs';

if (nodeIsNewEnough()) import('./lib/start.mjs').then((start) => start.main(process.argv.slice(2)));

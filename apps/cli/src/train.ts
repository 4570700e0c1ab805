import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { trainFromFolder } from '@app/utterance-coding';

const USAGE = `Usage: npm run train [-- --data DIR] [--output FILE]

  --data DIR     folder with annomi/train-full.csv and goemotions/original/{train,dev}.tsv (default ../shared/data)
  --output FILE  where to write the weights (default libs/utterance-coding/weights/coder.bin)
`;

/** Trains the on-device coder. The same data give the same weights, byte for byte. */
function main(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, output: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const started = Date.now();
  const log = (line: string): void => {
    process.stdout.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}\n`);
  };
  const output = values.output === undefined ? undefined : resolve(values.output);
  const { path, bytes } = trainFromFolder(resolve(values.data ?? '../shared/data'), log, output);
  log(`${path}: ${(bytes / 1e6).toFixed(2)} MB`);
}

// `npm run … | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}

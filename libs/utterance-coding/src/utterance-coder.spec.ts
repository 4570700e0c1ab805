import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { codeSession } from './coder';
import { weightsPath } from './model/weights-file';
import { dialogue } from './testing/dialogue';
import { UtteranceCoder } from './utterance-coder';

const LINES = dialogue(
  ['coach', 'What would a good week look like for you?'],
  ['client', 'I would sleep more. I want to stop checking messages at night.'],
  ['coach', 'Your rest matters to you, and the phone keeps winning.'],
  ['client', 'Yeah, I will leave it in the kitchen tonight.'],
);
const NAMES = { coachName: 'Ines', clientName: null };

/** The module compiled as a build would, so that a worker thread can load it without a TypeScript transform. */
function compile(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const path = join(from, name);
    if (statSync(path).isDirectory()) compile(path, join(to, name));
    else if (name.endsWith('.ts') && !name.endsWith('.spec.ts')) {
      const { code } = transformSync(readFileSync(path, 'utf8'), {
        filename: path,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(to, name.replace(/\.ts$/, '.js')), code);
    }
  }
}

describe('UtteranceCoder', () => {
  it('codes every utterance it is given', async () => {
    const coder = new UtteranceCoder();
    try {
      const { utterances, coachName } = await coder.code(LINES, NAMES);
      expect(utterances.map(({ text }) => text)).toEqual(LINES.map(({ text }) => text));
      expect(coachName).toBe('Ines');
    } finally {
      await coder.close();
    }
  });

  it('gives the same from a worker thread of the built module', () => {
    const project = dirname(dirname(dirname(dirname(weightsPath()))));
    mkdirSync(join(project, '.data'), { recursive: true });
    const folder = mkdtempSync(join(project, '.data', 'coder-spec-'));
    try {
      // A folder that looks like the project, because the weights are found from its package.json.
      writeFileSync(join(folder, 'package.json'), '{"name":"journeyloop"}');
      symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
      cpSync(weightsPath(), join(folder, 'libs/utterance-coding/weights/coder.bin'));
      compile(__dirname, join(folder, 'dist/libs/utterance-coding/src'));
      const script = join(folder, 'run.js');
      writeFileSync(
        script,
        `const { UtteranceCoder } = require('./dist/libs/utterance-coding/src/utterance-coder.js');
         const coder = new UtteranceCoder();
         if (!coder.isThreaded) throw new Error('no worker thread');
         const input = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
         coder.code(input.lines, input.names).then(async (session) => {
           process.stdout.write(JSON.stringify(session));
           await coder.close();
         });`,
      );
      const run = spawnSync(process.execPath, [script], {
        input: JSON.stringify({ lines: LINES, names: NAMES }),
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      expect(JSON.parse(run.stdout)).toEqual(JSON.parse(JSON.stringify(codeSession(LINES, NAMES))));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it('may be closed without having been used, and twice', async () => {
    const coder = new UtteranceCoder();
    await coder.close();
    await expect(coder.close()).resolves.toBeUndefined();
  });
});

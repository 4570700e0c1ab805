import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { PlainError } from './errors.mjs';
import { installPackage } from './system-packages.mjs';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function find() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  const candidates = [
    ...PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...ELSEWHERE,
  ];
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A Chromium for the browser tests, installed (Debian) when that can be done without asking. */
export async function findChromium(context) {
  if (context.env.CHROMIUM_PATH) return context.env.CHROMIUM_PATH;
  const found = find();
  if (found) return found;
  const why = await installPackage({ debian: 'chromium' }, context);
  const installed = find();
  if (installed) return installed;
  throw new PlainError(
    `The browser tests need Chromium, and none is here (${why}). Install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.`,
  );
}

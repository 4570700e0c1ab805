import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | null = null;

/** The project's folder: code runs from `dist/` as well as from source, files that ship beside it do not move. */
export function projectRoot(): string {
  if (found) return found;
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (
      existsSync(file) &&
      (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'journeyloop'
    ) {
      return (found = folder);
    }
    if (folder === dirname(folder)) throw new Error('the project folder was not found');
  }
}

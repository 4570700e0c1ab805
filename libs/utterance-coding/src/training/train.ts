import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { weightsPath } from '../model/weights-file';
import { CODER_VERSION } from '../coder';
import { trainCoder, trainFoundations } from './train-coder';
import { readTrainingData } from './training-data';

/** Most bytes the weights file may have. */
export const MOST_WEIGHT_BYTES = 3_000_000;

/**
 * Trains the coder from a data folder and writes its weights file; the same data give the same bytes. Takes about
 * five minutes on one core. Throws when a data file is missing or the weights come out larger than 3 MB.
 */
export function trainFromFolder(
  folder: string,
  log: (line: string) => void,
  output = weightsPath(),
): { path: string; bytes: number } {
  const data = readTrainingData(folder);
  log(`${data.dialogues.length} dialogues, ${data.emotions.length} short texts`);
  const foundations = trainFoundations(data, log);
  const bytes = trainCoder(data.dialogues, foundations, CODER_VERSION, { innerFolds: 4, log });
  if (bytes.length > MOST_WEIGHT_BYTES) throw new Error(`The weights are too large: ${bytes.length} bytes.`);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(`${output}.part`, bytes);
  renameSync(`${output}.part`, output);
  return { path: output, bytes: bytes.length };
}

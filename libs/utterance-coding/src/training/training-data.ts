import { join } from 'node:path';
import { readAnnomi, type AnnomiDialogue } from './annomi';
import { readGoEmotions, type GoEmotionsExample } from './goemotions';

/** Everything the coder learns from. */
export interface TrainingData {
  dialogues: AnnomiDialogue[];
  emotions: GoEmotionsExample[];
}

/**
 * Reads a data folder: `annomi/train-full.csv` and `goemotions/original/{train,dev}.tsv`. Throws when a file is
 * missing.
 */
export function readTrainingData(folder: string): TrainingData {
  return {
    dialogues: readAnnomi(join(folder, 'annomi', 'train-full.csv')),
    emotions: ['train', 'dev'].flatMap((part) =>
      readGoEmotions(join(folder, 'goemotions', 'original', `${part}.tsv`)),
    ),
  };
}

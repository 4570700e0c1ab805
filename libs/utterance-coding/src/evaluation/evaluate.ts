import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { codeWith } from '../coder';
import { loadWeights } from '../model/weights-file';
import { CoderModels } from '../models';
import { readAnnomi } from '../training/annomi';
import { readGoEmotions } from '../training/goemotions';
import { readTrainingData } from '../training/training-data';
import { crossValidateAnnomi } from './cross-validate';
import {
  judgeAnnomi,
  scoreAnnomi,
  type AnnomiEvaluation,
  type AnnomiJudgements,
  type FigureDetail,
} from './evaluate-annomi';
import { evaluateGoEmotions, trainEmotionReader } from './evaluate-goemotions';

/** Measures the shipped weights on a file with AnnoMI-full's columns. */
export function evaluateAnnomiFile(file: string): AnnomiEvaluation & { microsecondsPerUtterance: number } {
  const models = new CoderModels(loadWeights());
  const dialogues = readAnnomi(file);
  const evaluation = scoreAnnomi(judgeAnnomi(models, dialogues));
  return { ...evaluation, microsecondsPerUtterance: microsecondsPerUtterance(models, dialogues) };
}

/** Measures the shipped weights on a file of GoEmotions. */
export function evaluateGoEmotionsFile(file: string): FigureDetail {
  const models = new CoderModels(loadWeights());
  const reader = { read: models.readEmotions.bind(models), thresholds: models.meta.emotionThresholds };
  return evaluateGoEmotions(reader, readGoEmotions(file));
}

/** Measures on a file of GoEmotions a model trained on the data folder's train part alone (one minute). */
export function validateGoEmotionsFile(folder: string, file: string): FigureDetail {
  const train = readGoEmotions(join(folder, 'goemotions', 'original', 'train.tsv'));
  return evaluateGoEmotions(trainEmotionReader(train), readGoEmotions(file));
}

/**
 * Grouped five-fold cross-validation by video on a data folder (as for training). The shipped weights are not used:
 * every judgement is by a coder that has not seen the video.
 */
export function crossValidateFolder(
  folder: string,
  log: (line: string) => void,
): AnnomiEvaluation & Pick<AnnomiJudgements, 'coded'> {
  const judgements = crossValidateAnnomi(readTrainingData(folder), 5, log);
  return { ...scoreAnnomi(judgements), coded: judgements.coded };
}

function microsecondsPerUtterance(
  models: CoderModels,
  dialogues: readonly { utterances: Parameters<typeof codeWith>[1] }[],
): number {
  let utterances = 0;
  const started = performance.now();
  for (const dialogue of dialogues) {
    codeWith(models, dialogue.utterances);
    utterances += dialogue.utterances.length;
  }
  return (1000 * (performance.now() - started)) / Math.max(1, utterances);
}

import { CoderModels } from '../models';
import { decodeWeights } from '../model/weights-file';
import { assignFolds } from '../training/folds';
import type { TrainingData } from '../training/training-data';
import { trainCoder, trainFoundations } from '../training/train-coder';
import { judgeAnnomi, type AnnomiJudgements } from './evaluate-annomi';

/**
 * Grouped cross-validation by video: the coder is trained anew on all but one part of the videos, with its inner
 * cross-validation, and judges the part left out through the same code that serves sessions. The foundations
 * (emotions, word vectors) have seen no dialogue and are trained once.
 */
export function crossValidateAnnomi(
  data: TrainingData,
  folds: number,
  log: (line: string) => void,
): AnnomiJudgements {
  const foundations = trainFoundations(data, log);
  const parts = assignFolds(
    data.dialogues.map(({ videoUrl }) => videoUrl),
    folds,
    7,
  );
  const pooled: AnnomiJudgements = { utterances: [], sessions: [], coded: [] };
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeldOut = (video: string): boolean => parts.get(video) === fold;
    const training = data.dialogues.filter(({ videoUrl }) => !isHeldOut(videoUrl));
    const bytes = trainCoder(training, foundations, 'cross-validation', {
      innerFolds: 4,
      log: () => undefined,
    });
    const judged = judgeAnnomi(
      new CoderModels(decodeWeights(bytes)),
      data.dialogues.filter(({ videoUrl }) => isHeldOut(videoUrl)),
    );
    pooled.utterances.push(...judged.utterances);
    pooled.sessions.push(...judged.sessions);
    pooled.coded.push(...judged.coded);
    log(`fold ${fold + 1} of ${folds}`);
  }
  return pooled;
}

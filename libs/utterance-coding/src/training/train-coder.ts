import { contextFeatures, sumSession, type FirstStage } from '../features/context-features';
import { denseOf, describeSession, type UtteranceFeatures } from '../features/session-features';
import { combine, combinerTensors, type Combiner } from '../model/combiner';
import { argmax, pooled, sigmoid, softmax } from '../model/probability';
import {
  COACH_COLUMNS,
  COMBINED_TASKS,
  type CombinedTask,
  type Mode,
  type TaskCalibration,
} from '../model/tasks';
import { networkTensors } from '../model/network-file';
import { networkInput, newState, runNetwork, type TextNetwork } from '../model/text-network';
import { vocabularyTensors, type TrainedVocabulary } from '../model/vocabulary-model';
import { encodeWeights, type TensorToWrite } from '../model/weights-file';
import { emotionProbabilities, firstStage, linearGroups, type CoderMeta } from '../models';
import { INPUT_TYPES, withoutPunctuation, type AnnomiDialogue, type AnnomiUtterance } from './annomi';
import { fitPreference, fitTemperature } from './calibration';
import { trainCombiner } from './combiner-trainer';
import { trainEmotion, type TrainedEmotion } from './emotion-trainer';
import { assignFolds } from './folds';
import { fineTune, pretrainNetwork, type NetworkTrainingRow, type PretrainedNetwork } from './network-tuning';
import type { TrainingData } from './training-data';
import { trainVocabulary, type VocabularyExample, type VocabularyHead } from './vocabulary-trainer';

/** What does not depend on AnnoMI, and so is the same for every fold of a cross-validation. */
export interface Foundations {
  emotion: TrainedEmotion;
  network: PretrainedNetwork;
}

/** Trains what all folds share: the emotion model and the network's word vectors. */
export function trainFoundations(
  data: Pick<TrainingData, 'emotions'>,
  log: (line: string) => void,
): Foundations {
  const emotion = trainEmotion(data.emotions);
  log('emotions');
  const network = pretrainNetwork(data.emotions);
  log('word vectors');
  return { emotion, network };
}

export interface TrainOptions {
  /** Parts of the inner cross-validation that feeds the second stage and the calibration. */
  innerFolds: number;
  log: (line: string) => void;
}

interface Row {
  dialogue: number;
  index: number;
  fold: number;
  source: string;
  x: UtteranceFeatures;
  dense: Float32Array;
  emotions: Float64Array;
  labels: AnnomiUtterance;
  targets: Record<string, Float32Array | null>;
}

const MODES: readonly Mode[] = ['marked', 'plain'];

const head = (
  name: string,
  classes: number,
  l2: number,
  balance = 0.3,
  asLogOdds = classes === 2,
): VocabularyHead => ({
  name,
  classes,
  asLogOdds,
  balance,
  l2,
});

const COACH_HEADS: readonly VocabularyHead[] = [
  head('behaviour', 4, 5e-4),
  head('hasQuestion', 2, 5e-4, 0),
  head('hasReflection', 2, 5e-4, 0),
  head('hasInput', 2, 5e-4, 0),
  head('open', 2, 5e-4),
  head('complex', 2, 5e-4),
  head('input', 4, 5e-4),
];
const CLIENT_HEADS: readonly VocabularyHead[] = [head('talk', 3, 5e-4)];

const MOST_FEATURES = { coach: 22_000, client: 18_000 } as const;

const pair = (second: boolean): Float32Array => Float32Array.of(second ? 0 : 1, second ? 1 : 0);

function targetsOf(labels: AnnomiUtterance): Record<string, Float32Array | null> {
  const isCoach = labels.behaviour !== null;
  return {
    behaviour: isCoach ? Float32Array.from(labels.behaviourVotes) : null,
    talk: labels.talk !== null ? Float32Array.from(labels.talkVotes) : null,
    hasQuestion: isCoach ? pair(labels.question !== null) : null,
    hasReflection: isCoach ? pair(labels.reflection !== null) : null,
    hasInput: isCoach ? pair(labels.input !== null) : null,
    open: labels.question !== null ? pair(labels.question === 'open') : null,
    complex: labels.reflection !== null ? pair(labels.reflection === 'complex') : null,
    input:
      labels.input !== null
        ? Float32Array.from(INPUT_TYPES, (type) => (type === labels.input ? 1 : 0))
        : null,
  };
}

function toRows(
  dialogues: readonly AnnomiDialogue[],
  mode: Mode,
  folds: ReadonlyMap<string, number>,
  emotion: TrainedEmotion,
): Row[] {
  return dialogues.flatMap((dialogue, d) => {
    const session = describeSession((mode === 'marked' ? dialogue : withoutPunctuation(dialogue)).utterances);
    return dialogue.labels.map((labels, index) => ({
      dialogue: d,
      index,
      fold: folds.get(dialogue.videoUrl)!,
      source: dialogue.videoUrl,
      x: session[index]!,
      dense: denseOf(session[index]!, mode === 'marked'),
      emotions: emotionProbabilities(emotion.model, session[index]!, emotion.temperature),
      labels,
      targets: targetsOf(labels),
    }));
  });
}

type LinearPair = { coach: TrainedVocabulary; client: TrainedVocabulary };

function trainLinearPair(rows: readonly Row[], mode: Mode): LinearPair {
  const train = (speaker: 'coach' | 'client'): TrainedVocabulary =>
    trainVocabulary(
      rows
        .filter((row) => row.x.turn.speakerType === speaker)
        .map((row): VocabularyExample => ({
          groups: linearGroups(row.x, mode),
          dense: row.dense,
          source: row.source,
          targets: row.targets,
        })),
      {
        heads: speaker === 'coach' ? COACH_HEADS : CLIENT_HEADS,
        most: MOST_FEATURES[speaker],
        denseL2: 5e-4,
        iterations: 50,
      },
    );
  return { coach: train('coach'), client: train('client') };
}

/** Second-stage inputs of all rows, from first-stage judgements (parallel to `rows`). */
function secondStageInputs(rows: readonly Row[], stages: readonly (FirstStage | null)[]): Float32Array[] {
  const inputs: Float32Array[] = [];
  for (let from = 0; from < rows.length;) {
    let to = from;
    while (to < rows.length && rows[to]!.dialogue === rows[from]!.dialogue) to += 1;
    const session = stages.slice(from, to);
    const sums = sumSession(session);
    for (let i = from; i < to; i += 1) {
      inputs.push(contextFeatures(i - from, session, sums, rows[i]!.dense, rows[i]!.emotions));
    }
    from = to;
  }
  return inputs;
}

/** The first stage's own probabilities for a combined task. */
function firstStageAnswer(stage: FirstStage, task: CombinedTask): ArrayLike<number> {
  if (task === 'behaviour' || task === 'talk') return stage.probabilities;
  const p = sigmoid(stage.columns[COACH_COLUMNS[task][0]]!);
  return [1 - p, p];
}

/**
 * Trains everything that depends on AnnoMI and returns the bytes of the weights file. The second stage and the
 * calibration learn from first-stage judgements of dialogues that the judging models had not seen.
 */
export function trainCoder(
  dialogues: readonly AnnomiDialogue[],
  foundations: Foundations,
  version: string,
  options: TrainOptions,
  extra: Readonly<Record<string, unknown>> = {},
): Buffer {
  const { innerFolds, log } = options;
  const folds = assignFolds(
    dialogues.map(({ videoUrl }) => videoUrl),
    innerFolds,
    11,
  );
  const rows: Record<Mode, Row[]> = {
    marked: toRows(dialogues, 'marked', folds, foundations.emotion),
    plain: toRows(dialogues, 'plain', folds, foundations.emotion),
  };
  const networkRows = (fold: number | null): NetworkTrainingRow[] =>
    MODES.flatMap((mode) =>
      rows[mode]
        .filter((row) => row.fold !== fold)
        .map((row) => ({
          turn: row.x.turn,
          dense: row.dense,
          marks: mode === 'marked',
          targets: row.targets,
        })),
    );
  const networkAnswers: Record<Mode, Record<string, Float64Array>[]> = { marked: [], plain: [] };
  const stages: Record<Mode, (FirstStage | null)[]> = { marked: [], plain: [] };
  for (let fold = 0; fold < innerFolds; fold += 1) {
    const network = fineTune(foundations.network, networkRows(fold));
    for (const mode of MODES) {
      const pairOfModels = trainLinearPair(
        rows[mode].filter((row) => row.fold !== fold),
        mode,
      );
      const state = newState(network.network.shape);
      rows[mode].forEach((row, i) => {
        if (row.fold !== fold) return;
        stages[mode][i] = firstStage(pairOfModels, row.x, row.dense, mode);
        networkAnswers[mode][i] = answersOf(network.network, row, mode, state);
      });
    }
    log(`first stage: part ${fold + 1} of ${innerFolds} left out`);
  }
  const network = fineTune(foundations.network, networkRows(null));
  const tensors: TensorToWrite[] = [
    ...vocabularyTensors('emotion', foundations.emotion.model),
    ...networkTensors('network', network.network, network.wordHashes),
  ];
  const calibration = {} as Record<Mode, Record<CombinedTask, TaskCalibration>>;
  for (const mode of MODES) {
    const models = trainLinearPair(rows[mode], mode);
    tensors.push(
      ...vocabularyTensors(`coach.${mode}`, models.coach),
      ...vocabularyTensors(`client.${mode}`, models.client),
    );
    const inputs = secondStageInputs(rows[mode], stages[mode]);
    calibration[mode] = {} as Record<CombinedTask, TaskCalibration>;
    for (const task of COMBINED_TASKS) {
      const used = rows[mode].map((_, i) => i).filter((i) => rows[mode][i]!.targets[task]);
      const example = (i: number): { inputs: Float32Array; target: Float32Array } => ({
        inputs: inputs[i]!,
        target: rows[mode][i]!.targets[task]!,
      });
      const finals: Float64Array[] = [];
      for (let fold = 0; fold < innerFolds; fold += 1) {
        const partial = trainCombiner(used.filter((i) => rows[mode][i]!.fold !== fold).map(example));
        for (const i of used) {
          if (rows[mode][i]!.fold !== fold) continue;
          finals[i] = pooled([
            firstStageAnswer(stages[mode][i]!, task),
            combine(partial, inputs[i]!),
            networkAnswers[mode][i]![task]!,
          ]);
        }
      }
      const combiner: Combiner = trainCombiner(used.map(example));
      tensors.push(...combinerTensors(`combiner.${mode}.${task}`, combiner));
      const labels = used.map((i) => argmax(rows[mode][i]!.targets[task]!));
      const temperature = fitTemperature(
        used.map((i) => finals[i]!),
        labels,
      );
      const calibrated = used.map((i) => pooled([finals[i]!], temperature));
      const longer = used.map((i) => rows[mode][i]!.x.turn.units.words.length > 2);
      calibration[mode][task] = { temperature, preference: fitPreference(calibrated, labels, longer) };
    }
    log(`second stage: ${mode} done`);
  }
  const meta: CoderMeta = {
    calibration,
    emotionThresholds: foundations.emotion.thresholds,
    emotionTemperature: foundations.emotion.temperature,
    ...extra,
  };
  return encodeWeights(version, meta, tensors);
}

function answersOf(
  network: TextNetwork,
  row: Row,
  mode: Mode,
  state: ReturnType<typeof newState>,
): Record<string, Float64Array> {
  const heads = row.x.turn.speakerType === 'coach' ? ['behaviour', 'open', 'complex'] : ['talk'];
  const input = networkInput(network, row.x.turn, row.dense, mode === 'marked');
  const logits = runNetwork(network.shape, network.weights, input, state, heads);
  for (const name of heads) softmax(logits[name]!);
  return logits;
}

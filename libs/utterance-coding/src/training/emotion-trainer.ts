import { toUnits } from '../features/units';
import { HashList } from '../features/hashing';
import { pushLetterRuns, pushMarkedRuns, pushWordRuns } from '../features/ngrams';
import { emotionGroups, emotionProbabilities } from '../models';
import { SeededRandom } from '../model/random';
import { softmax } from '../model/probability';
import { forEachFeature, type TrainedVocabulary } from '../model/vocabulary-model';
import type { GoEmotionsExample } from './goemotions';
import { fitTemperature } from './calibration';
import { chooseFeatures } from './vocabulary-trainer';

const CLASSES = 28;
const PARTS = 4;

export const EMOTION_OPTIONS = { most: 16_000, least: 2, epochs: 4, rate: 0.1, l2: 1e-5, balance: 0 };

export interface TrainedEmotion {
  model: TrainedVocabulary;
  thresholds: number[];
  temperature: number;
}

export type EmotionFeatures = Record<'words' | 'letters' | 'marked', Int32Array>;

/** The features of texts that stand alone. */
export function emotionFeatures(texts: readonly string[]): EmotionFeatures[] {
  const list = new HashList();
  const cache = new Map<string, Int32Array>();
  const take = (fill: () => void): Int32Array => {
    list.clear();
    fill();
    return list.distinct();
  };
  return texts.map((text) => {
    const units = toUnits(text);
    return {
      words: take(() => pushWordRuns(units, list)),
      letters: take(() => pushLetterRuns(units, list, cache)),
      marked: take(() => pushMarkedRuns(units, list)),
    };
  });
}

/**
 * Trains the 28-label emotion model on GoEmotions. Temperature and one threshold per label come from four models that
 * each leave out a quarter of the texts: rare labels have a dozen examples in the development part, too few to place
 * a threshold by.
 */
export function trainEmotion(
  examples: readonly GoEmotionsExample[],
  options = EMOTION_OPTIONS,
): TrainedEmotion {
  const features = emotionFeatures(examples.map(({ text }) => text));
  const raw: Float64Array[] = [];
  const isIn = (i: number, part: number): boolean => i % PARTS === part;
  for (let part = 0; part < PARTS; part += 1) {
    const kept = (_: unknown, i: number): boolean => !isIn(i, part);
    const model = fitEmotion(features.filter(kept), examples.filter(kept), options);
    features.forEach((x, i) => {
      if (isIn(i, part)) raw[i] = emotionProbabilities(model, x, 1);
    });
  }
  const temperature = fitTemperature(
    raw,
    examples.map(({ labels }) => labels[0]!),
  );
  const calibrated = raw.map((p) =>
    softmax(
      p.map((value) => Math.log(value + 1e-12)),
      temperature,
    ),
  );
  return {
    model: fitEmotion(features, examples, options),
    temperature,
    thresholds: chooseThresholds(calibrated, examples),
  };
}

/** A softmax over labels by AdaGrad; an example with several labels shares its weight among them. */
function fitEmotion(
  features: readonly EmotionFeatures[],
  train: readonly GoEmotionsExample[],
  options: typeof EMOTION_OPTIONS,
): TrainedVocabulary {
  const examples = train.map(({ labels }, i) => {
    const target = new Float32Array(CLASSES);
    for (const label of labels) target[label] = 1 / labels.length;
    return { groups: emotionGroups(features[i]!), source: String(i), targets: { emotion: target } };
  });
  const chosen = chooseFeatures(examples, { ...options, heads: [{ name: 'emotion', classes: CLASSES }] });
  const counts = new Float64Array(CLASSES);
  for (const { labels } of train) for (const label of labels) counts[label] = counts[label]! + 1;
  const rows = examples.map(({ groups, targets }, i) => {
    const indexes: number[] = [];
    const values: number[] = [];
    forEachFeature(chosen, groups, (row, value) => {
      indexes.push(row);
      values.push(value);
    });
    const weight = Math.max(
      ...train[i]!.labels.map((label) => (train.length / CLASSES / counts[label]!) ** options.balance),
    );
    return {
      indexes: Int32Array.from(indexes),
      values: Float32Array.from(values),
      target: targets.emotion,
      weight,
    };
  });
  const sparse = new Float32Array(chosen.hashes.length * CLASSES);
  const squares = new Float32Array(sparse.length).fill(1e-3);
  const bias = new Float32Array(CLASSES);
  const biasSquares = new Float32Array(CLASSES).fill(1e-3);
  const random = new SeededRandom(1);
  const p = new Float64Array(CLASSES);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    for (const e of random.permutation(rows.length)) {
      const { indexes, values, target, weight } = rows[e]!;
      p.set(bias);
      for (let i = 0; i < indexes.length; i += 1) {
        const at = indexes[i]! * CLASSES;
        const value = values[i]!;
        for (let k = 0; k < CLASSES; k += 1) p[k] = p[k]! + sparse[at + k]! * value;
      }
      softmax(p);
      for (let k = 0; k < CLASSES; k += 1) p[k] = (p[k]! - target[k]!) * weight;
      for (let i = 0; i < indexes.length; i += 1) {
        const at = indexes[i]! * CLASSES;
        const value = values[i]!;
        for (let k = 0; k < CLASSES; k += 1) {
          const g = p[k]! * value + options.l2 * sparse[at + k]!;
          const s = squares[at + k]! + g * g;
          squares[at + k] = s;
          sparse[at + k] = sparse[at + k]! - (rate * g) / Math.sqrt(s);
        }
      }
      for (let k = 0; k < CLASSES; k += 1) {
        const s = biasSquares[k]! + p[k]! ** 2;
        biasSquares[k] = s;
        bias[k] = bias[k]! - (rate * p[k]!) / Math.sqrt(s);
      }
    }
  }
  return { ...chosen, columns: CLASSES, sparse, scales: new Float32Array(CLASSES).fill(1), dense: bias };
}

/** Per label the threshold of best F1, averaged over neighbouring thresholds so that a lucky example decides less. */
export function chooseThresholds(
  probabilities: readonly Float64Array[],
  examples: readonly GoEmotionsExample[],
): number[] {
  const grid = Array.from({ length: 80 }, (_, i) => 0.02 * 1.045 ** i).filter((t) => t < 0.9);
  return Array.from({ length: CLASSES }, (_, k) => {
    const scores = grid.map((threshold) => {
      let hit = 0;
      let wrong = 0;
      let missed = 0;
      examples.forEach(({ labels }, i) => {
        const present = labels.includes(k);
        if (probabilities[i]![k]! >= threshold) {
          if (present) hit += 1;
          else wrong += 1;
        } else if (present) missed += 1;
      });
      return (2 * hit) / Math.max(1, 2 * hit + wrong + missed);
    });
    const smooth = scores.map((_, i) => {
      const near = scores.slice(Math.max(0, i - 3), i + 4);
      return near.reduce((sum, score) => sum + score, 0) / near.length;
    });
    return grid[smooth.indexOf(Math.max(...smooth))]!;
  });
}

import { EMOTION_LABELS } from '../domain/emotion-labels';
import { emotionProbabilities, presentEmotions } from '../models';
import { emotionFeatures, trainEmotion, type EmotionFeatures } from '../training/emotion-trainer';
import type { GoEmotionsExample } from '../training/goemotions';
import { bootstrapInterval } from './metrics';
import type { FigureDetail } from './evaluate-annomi';

/** Whatever reads emotions: the shipped models, or one trained for a measurement. */
export interface EmotionReader {
  read: (x: EmotionFeatures) => Float64Array;
  thresholds: readonly number[];
}

/** A reader trained on given texts only, to be measured on others. */
export function trainEmotionReader(examples: readonly GoEmotionsExample[]): EmotionReader {
  const { model, temperature, thresholds } = trainEmotion(examples);
  return { read: (x) => emotionProbabilities(model, x, temperature), thresholds };
}

/** Macro-F1 over the 28 labels of GoEmotions (several labels per text), with an interval over texts. */
export function evaluateGoEmotions(
  reader: EmotionReader,
  examples: readonly GoEmotionsExample[],
): FigureDetail {
  const features = emotionFeatures(examples.map(({ text }) => text));
  const items = examples.map(({ labels }, i) => ({
    source: String(i % 500),
    labels,
    found: presentEmotions(reader.read(features[i]!), reader.thresholds),
  }));
  const perClass = (sample: readonly (typeof items)[number][]): number[] => {
    const counts = EMOTION_LABELS.map(() => ({ hit: 0, found: 0, present: 0 }));
    for (const { labels, found } of sample) {
      for (const k of labels) counts[k]!.present += 1;
      for (const k of found) {
        counts[k]!.found += 1;
        if (labels.includes(k)) counts[k]!.hit += 1;
      }
    }
    return counts.map(({ hit, found, present }) => (2 * hit) / Math.max(1, found + present));
  };
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const scores = perClass(items);
  return {
    value: mean(scores),
    interval: bootstrapInterval(
      items,
      ({ source }) => source,
      (sample) => mean(perClass(sample)),
      200,
    ),
    perClass: Object.fromEntries(EMOTION_LABELS.map((label, k) => [label, scores[k]!])),
  };
}

import { SeededRandom } from '../model/random';

/** F1 per class and their mean. */
export interface F1Scores {
  macro: number;
  perClass: number[];
  /** Examples per class. */
  support: number[];
}

export function f1Scores(labels: readonly number[], choices: readonly number[], classes: number): F1Scores {
  const hit = new Float64Array(classes);
  const chosen = new Float64Array(classes);
  const support = Array.from({ length: classes }, () => 0);
  labels.forEach((label, i) => {
    const choice = choices[i]!;
    support[label] = support[label]! + 1;
    chosen[choice] = chosen[choice]! + 1;
    if (choice === label) hit[label] = hit[label]! + 1;
  });
  const perClass = support.map((n, k) => (2 * hit[k]!) / Math.max(1, n + chosen[k]!));
  return { macro: perClass.reduce((sum, f1) => sum + f1, 0) / classes, perClass, support };
}

/** Expected calibration error: mean gap between certainty and accuracy over fifteen equal bins, weighted by size. */
export function calibrationError(certainties: readonly number[], correct: readonly boolean[]): number {
  const bins = Array.from({ length: 15 }, () => ({ n: 0, certainty: 0, correct: 0 }));
  certainties.forEach((certainty, i) => {
    const bin = bins[Math.min(14, Math.floor(certainty * 15))]!;
    bin.n += 1;
    bin.certainty += certainty;
    if (correct[i]) bin.correct += 1;
  });
  return (
    bins.reduce((sum, bin) => sum + Math.abs(bin.certainty - bin.correct), 0) /
    Math.max(1, certainties.length)
  );
}

/** Area under the ROC curve; 0.5 when one of the classes is missing. */
export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  let wins = 0;
  let pairs = 0;
  scores.forEach((score, i) => {
    if (!positive[i]) return;
    scores.forEach((other, j) => {
      if (positive[j]) return;
      pairs += 1;
      wins += score > other ? 1 : score === other ? 0.5 : 0;
    });
  });
  return pairs === 0 ? 0.5 : wins / pairs;
}

/** Mean and 95 % interval of a measure over resamples of whole sources. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Percentile bootstrap by source: whole sources (videos) are drawn with replacement, because utterances of one
 * conversation are not independent. Deterministic.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  sourceOf: (item: T) => string,
  measure: (sample: readonly T[]) => number,
  rounds = 400,
): Interval {
  const bySource = new Map<string, T[]>();
  for (const item of items) bySource.set(sourceOf(item), [...(bySource.get(sourceOf(item)) ?? []), item]);
  const sources = [...bySource.values()];
  const random = new SeededRandom(2024);
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const sample: T[] = [];
    for (let i = 0; i < sources.length; i += 1) {
      for (const item of sources[Math.floor(random.next() * sources.length)]!) sample.push(item);
    }
    values.push(measure(sample));
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;
  return { low: at(0.025), high: at(0.975) };
}

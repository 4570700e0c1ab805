import { argmax } from '../model/probability';

/** The temperature (0.3 .. 3.3) that makes probabilities fit the labels best (log loss). */
export function fitTemperature(
  probabilities: readonly ArrayLike<number>[],
  labels: readonly number[],
): number {
  let best = 1;
  let bestLoss = Infinity;
  for (let t = 0.3; t < 3.3; t *= 1.03) {
    let loss = 0;
    probabilities.forEach((p, i) => {
      let sum = 0;
      for (let k = 0; k < p.length; k += 1) sum += (p[k]! + 1e-9) ** (1 / t);
      loss -= Math.log((p[labels[i]!]! + 1e-9) ** (1 / t) / sum);
    });
    if (loss < bestLoss) {
      bestLoss = loss;
      best = t;
    }
  }
  return best;
}

/**
 * Factors per class that raise macro-F1 when the class of the largest product is chosen. The score is averaged with
 * that of utterances over two words, where errors cost more. Small departures from 1 are preferred.
 */
export function fitPreference(
  probabilities: readonly ArrayLike<number>[],
  labels: readonly number[],
  longer: readonly boolean[],
): number[] {
  const classes = probabilities[0]?.length ?? 0;
  let logs = Array.from({ length: classes }, () => 0);
  const score = (candidate: readonly number[]): number => {
    const all = new Float64Array(classes * 3);
    const long = new Float64Array(classes * 3);
    const factors = candidate.map(Math.exp);
    probabilities.forEach((p, i) => {
      const choice = argmax(factors.map((factor, k) => factor * p[k]!));
      const label = labels[i]!;
      for (const table of longer[i] ? [all, long] : [all]) {
        table[choice * 3] = table[choice * 3]! + 1;
        table[label * 3 + 1] = table[label * 3 + 1]! + 1;
        if (choice === label) table[label * 3 + 2] = table[label * 3 + 2]! + 1;
      }
    });
    const macro = (table: Float64Array): number => {
      let sum = 0;
      for (let k = 0; k < classes; k += 1)
        sum += (2 * table[k * 3 + 2]!) / Math.max(1, table[k * 3]! + table[k * 3 + 1]!);
      return sum / classes;
    };
    const departure = candidate.reduce((sum, value) => sum + value * value, 0);
    return (macro(all) + macro(long)) / 2 - 0.003 * departure;
  };
  let best = score(logs);
  for (const step of [0.4, 0.2, 0.1]) {
    for (let round = 0; round < 4; round += 1) {
      let moved = false;
      for (let k = 0; k < classes; k += 1) {
        for (const direction of [step, -step]) {
          const candidate = logs.map((value, j) => (j === k ? value + direction : value));
          const candidateScore = score(candidate);
          if (candidateScore > best + 1e-6) {
            best = candidateScore;
            logs = candidate;
            moved = true;
          }
        }
      }
      if (!moved) break;
    }
  }
  return logs.map((value) => Math.round(Math.exp(value) * 1000) / 1000);
}

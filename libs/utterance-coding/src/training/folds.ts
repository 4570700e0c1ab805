import { SeededRandom } from '../model/random';

/** Assigns every source (video) to one of `folds` parts, at random but always the same. */
export function assignFolds(sources: readonly string[], folds: number, seed: number): Map<string, number> {
  const distinct = [...new Set(sources)].sort();
  const order = new SeededRandom(seed).permutation(distinct.length);
  return new Map(distinct.map((source, i) => [source, order[i]! % folds]));
}

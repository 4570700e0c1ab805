import {
  buildTable,
  forEachFeature,
  type TrainedVocabulary,
  type WeightedHashes,
} from '../model/vocabulary-model';
import { fitLogistic, type SparseRows } from './logistic';

/** One example of a linear model with several heads. */
export interface VocabularyExample {
  groups: WeightedHashes[];
  dense: Float32Array;
  /** Features seen in one source only are not used. */
  source: string;
  /** Target distribution per head, `null` where the head does not apply. */
  targets: Readonly<Record<string, Float32Array | null>>;
}

export interface VocabularyHead {
  name: string;
  classes: number;
  /** A head of two classes that is stored as one column of log-odds. */
  asLogOdds: boolean;
  /** 0 = every example counts alike, 1 = every class counts alike. */
  balance: number;
  l2: number;
}

export interface VocabularyOptions {
  heads: readonly VocabularyHead[];
  /** Most features to keep, the most telling ones. */
  most: number;
  denseL2: number;
  iterations: number;
}

/** Trains all heads over one common vocabulary of hashes. */
export function trainVocabulary(
  examples: readonly VocabularyExample[],
  options: VocabularyOptions,
): TrainedVocabulary {
  const vocabulary = chooseFeatures(examples, options);
  const columns = options.heads.reduce((sum, head) => sum + (head.asLogOdds ? 1 : head.classes), 0);
  const rows = vocabulary.hashes.length;
  const denseSize = examples[0]?.dense.length ?? 0;
  const sparse = new Float32Array(rows * columns);
  const dense = new Float32Array(denseSize * columns);
  let column = 0;
  for (const head of options.heads) {
    const K = head.classes;
    const used = examples.filter((example) => example.targets[head.name]);
    const totals = new Float64Array(K);
    const targets = new Float32Array(used.length * K);
    used.forEach((example, i) => {
      const target = example.targets[head.name]!;
      targets.set(target, i * K);
      for (let k = 0; k < K; k += 1) totals[k] = totals[k]! + target[k]!;
    });
    const l2 = new Float32Array(rows + denseSize).fill(head.l2);
    l2.fill(options.denseL2, rows);
    l2[rows] = 0;
    const weights = Float32Array.from(used, (example) =>
      example.targets[head.name]!.reduce(
        (sum, share, k) => sum + share * (used.length / K / Math.max(1, totals[k]!)) ** head.balance,
        0,
      ),
    );
    const w = fitLogistic(
      { x: toRows(used, vocabulary, rows, denseSize), targets, classes: K, weights, l2 },
      options.iterations,
    );
    const width = head.asLogOdds ? 1 : K;
    for (let row = 0; row < rows + denseSize; row += 1) {
      const into = row < rows ? sparse : dense;
      const at = (row < rows ? row : row - rows) * columns + column;
      if (head.asLogOdds) into[at] = w[row * K + 1]! - w[row * K]!;
      else for (let k = 0; k < K; k += 1) into[at + k] = w[row * K + k]!;
    }
    column += width;
  }
  return { ...vocabulary, columns, sparse, scales: new Float32Array(columns).fill(1), dense };
}

/** What feature selection needs of an example. */
type Selectable = Pick<VocabularyExample, 'groups' | 'source' | 'targets'>;

export interface ChosenFeatures {
  /** Ascending. */
  hashes: Int32Array;
  table: Int32Array;
  rarity: Float32Array;
}

/**
 * Features of at least two sources and `least` examples, ranked by how far any class' share among their examples
 * departs from its share in all examples, in standard errors; the first `most` are kept.
 */
export function chooseFeatures(
  examples: readonly Selectable[],
  options: { heads: readonly Pick<VocabularyHead, 'name' | 'classes'>[]; most: number; least?: number },
): ChosenFeatures {
  const frequent = countFeatures(examples, options.least ?? 2);
  const width = options.heads.reduce((sum, head) => sum + head.classes * 2, 0);
  const slots = new Map<number, number>();
  for (const hash of frequent.keys()) slots.set(hash, slots.size);
  // Per feature and class: the sum of targets, and the number of examples to which the head applies.
  const sums = new Float32Array(slots.size * width);
  const totals = new Float64Array(width);
  const parts = new Float32Array(width);
  for (const example of examples) {
    let at = 0;
    for (const head of options.heads) {
      const target = example.targets[head.name];
      for (let k = 0; k < head.classes; k += 1) {
        parts[at] = target ? target[k]! : 0;
        parts[at + 1] = target ? 1 : 0;
        at += 2;
      }
    }
    for (let j = 0; j < width; j += 1) totals[j] = totals[j]! + parts[j]!;
    for (const { hashes } of example.groups) {
      for (const hash of hashes) {
        const slot = slots.get(hash);
        if (slot === undefined) continue;
        for (let j = 0; j < width; j += 1) sums[slot * width + j] = sums[slot * width + j]! + parts[j]!;
      }
    }
  }
  const ranked = [...slots].map(([hash, slot]) => {
    let score = 0;
    for (let j = 0; j < width; j += 2) {
      const share = totals[j]! / Math.max(1, totals[j + 1]!);
      const n = sums[slot * width + j + 1]!;
      if (n === 0) continue;
      score = Math.max(
        score,
        Math.abs(sums[slot * width + j]! - n * share) / Math.sqrt(n * share * (1 - share) + 0.25),
      );
    }
    return { hash, score };
  });
  ranked.sort((a, b) => b.score - a.score || a.hash - b.hash);
  const kept = ranked.slice(0, options.most).map(({ hash }) => hash);
  const hashes = Int32Array.from(kept).sort();
  const rarity = Float32Array.from(
    hashes,
    (hash) => Math.log((examples.length + 1) / (frequent.get(hash)! + 1)) + 1,
  );
  return { hashes, table: buildTable(hashes), rarity };
}

/** Number of examples of every feature that occurs in at least two sources and `least` examples. */
function countFeatures(examples: readonly Selectable[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  const sources = new Map<number, string | null>();
  for (const { groups, source } of examples) {
    for (const { hashes } of groups) {
      for (const hash of hashes) {
        counts.set(hash, (counts.get(hash) ?? 0) + 1);
        const seen = sources.get(hash);
        if (seen === undefined) sources.set(hash, source);
        else if (seen !== source) sources.set(hash, null);
      }
    }
  }
  for (const [hash, count] of counts) if (count < least || sources.get(hash) !== null) counts.delete(hash);
  return counts;
}

function toRows(
  examples: readonly VocabularyExample[],
  vocabulary: { table: Int32Array; rarity: Float32Array },
  rows: number,
  denseSize: number,
): SparseRows {
  const starts = new Int32Array(examples.length + 1);
  const indexes: number[] = [];
  const values: number[] = [];
  examples.forEach((example, i) => {
    forEachFeature(vocabulary, example.groups, (row, value) => {
      indexes.push(row);
      values.push(value);
    });
    for (let k = 0; k < denseSize; k += 1) {
      if (example.dense[k] === 0) continue;
      indexes.push(rows + k);
      values.push(example.dense[k]!);
    }
    starts[i + 1] = indexes.length;
  });
  return {
    rows: examples.length,
    columns: rows + denseSize,
    starts,
    indexes: Int32Array.from(indexes),
    values: Float32Array.from(values),
  };
}

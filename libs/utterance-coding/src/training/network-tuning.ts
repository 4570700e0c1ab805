import type { TurnContext } from '../features/dialogue-features';
import { DENSE_FEATURES } from '../features/dialogue-features';
import { toUnits, type TextUnits } from '../features/units';
import { argmax } from '../model/probability';
import { SeededRandom } from '../model/random';
import { NETWORK_HEADS } from '../model/tasks';
import {
  FIRST_WORD,
  networkInput,
  vectorRows,
  type NetworkShape,
  type NetworkWeights,
  type TextNetwork,
} from '../model/text-network';
import { buildTable } from '../model/vocabulary-model';
import type { GoEmotionsExample } from './goemotions';
import { newNetwork, trainNetwork, type NetworkExample } from './network-trainer';

/** A network whose word vectors and filters have learnt from GoEmotions. */
export interface PretrainedNetwork {
  weights: NetworkWeights;
  shape: NetworkShape;
  wordHashes: Int32Array;
}

const SIZES = { width: 32, filters: 96, hidden: 48, dense: DENSE_FEATURES + 2 } as const;
const LEAST_COUNT = 3;

/** Hashes of the words that occur at least three times and are not among `known`, ascending. */
function frequentWords(texts: readonly TextUnits[], known: ReadonlySet<number>): Int32Array {
  const counts = new Map<number, number>();
  for (const { hashes } of texts) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts]
    .filter(([hash, count]) => count >= LEAST_COUNT && !known.has(hash))
    .map(([hash]) => hash);
  return Int32Array.from(kept).sort();
}

/** Trains word vectors and filters on GoEmotions' labels; every fourth text is read without punctuation. */
export function pretrainNetwork(examples: readonly GoEmotionsExample[]): PretrainedNetwork {
  const units = examples.map(({ text }) => toUnits(text));
  const wordHashes = frequentWords(units, new Set());
  const table = buildTable(wordHashes);
  const shape: NetworkShape = {
    ...SIZES,
    vocabulary: FIRST_WORD + wordHashes.length,
    heads: { ...NETWORK_HEADS, emotion: 28 },
  };
  const weights = newNetwork(shape, 1);
  const none = new Int32Array(0);
  const noDense = new Float32Array(shape.dense);
  const rows = examples.map(({ labels }, i): NetworkExample => {
    const target = new Float32Array(28);
    for (const label of labels) target[label] = 1 / labels.length;
    const own = vectorRows(table, units[i]!, i % 4 !== 0, 60);
    return { input: { own, before: none, after: none, dense: noDense }, targets: { emotion: target } };
  });
  trainNetwork(shape, weights, rows, {
    epochs: 2,
    rate: 2e-3,
    dropout: 0.2,
    wordDropout: 0.1,
    decay: 1e-5,
    batch: 32,
    seed: 1,
  });
  return { weights, shape, wordHashes };
}

export interface NetworkTrainingRow {
  turn: TurnContext;
  dense: Float32Array;
  marks: boolean;
  targets: Readonly<Record<string, Float32Array | null>>;
}

/** Goes on from a pretrained network with AnnoMI's tasks; words new in the dialogues get vectors of their own. */
export function fineTune(
  pretrained: PretrainedNetwork,
  rows: readonly NetworkTrainingRow[],
): { network: TextNetwork; wordHashes: Int32Array } {
  const more = frequentWords(
    rows.map(({ turn }) => turn.units),
    new Set(pretrained.wordHashes),
  );
  const wordHashes = Int32Array.from([...pretrained.wordHashes, ...more]);
  const table = buildTable(wordHashes);
  const shape: NetworkShape = {
    ...pretrained.shape,
    vocabulary: FIRST_WORD + wordHashes.length,
    heads: NETWORK_HEADS,
  };
  const weights = structuredClone(pretrained.weights);
  delete weights.heads['emotion'];
  const random = new SeededRandom(5);
  const vectors = new Float32Array(shape.vocabulary * shape.width);
  vectors.set(weights.vectors);
  for (let j = weights.vectors.length; j < vectors.length; j += 1) vectors[j] = random.normal() * 0.3;
  weights.vectors = vectors;
  const balance = { behaviour: classWeights(rows, 'behaviour'), talk: classWeights(rows, 'talk') };
  const examples = rows.map(({ turn, dense, marks, targets }): NetworkExample => {
    const present: Record<string, Float32Array> = {};
    for (const [name, target] of Object.entries(targets)) if (target) present[name] = target;
    const importance: Record<string, number> = { hasQuestion: 0.3, hasReflection: 0.3, hasInput: 0.3 };
    for (const name of ['behaviour', 'talk'] as const) {
      if (present[name]) importance[name] = balance[name][argmax(present[name])]!;
    }
    return { input: networkInput({ table }, turn, dense, marks), targets: present, weights: importance };
  });
  trainNetwork(shape, weights, examples, {
    epochs: 10,
    rate: 1e-3,
    dropout: 0.3,
    wordDropout: 0.15,
    decay: 1e-4,
    batch: 16,
    seed: 11,
  });
  return { network: { shape, weights, table }, wordHashes };
}

function classWeights(rows: readonly NetworkTrainingRow[], name: string): number[] {
  const counts: number[] = [];
  let total = 0;
  for (const { targets } of rows) {
    const target = targets[name];
    if (!target) continue;
    const label = argmax(target);
    counts[label] = (counts[label] ?? 0) + 1;
    total += 1;
  }
  return Array.from({ length: 4 }, (_, k) => (total / counts.length / (counts[k] ?? total)) ** 0.3);
}

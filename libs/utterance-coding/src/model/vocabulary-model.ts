import { tensorOf, type TensorToWrite, type WeightsFile } from './weights-file';

/**
 * A linear model over hashed features. Only features seen in training have a row, found by their 32-bit hash;
 * every list of hashes (words, letters, …) is weighted by inverse document frequency and brought to unit length.
 */
export interface VocabularyModel {
  columns: number;
  /** Row of every known hash, by open addressing: pairs of hash and row + 1. */
  table: Int32Array;
  /** Inverse document frequency per row. */
  rarity: Float32Array;
  /** `sparse[row * columns + c]`, in steps of `scales[c]`. */
  sparse: Int8Array | Float32Array;
  scales: Float32Array;
  /** `dense[feature * columns + c]`; dense feature 0 is the constant 1. */
  dense: Float32Array;
}

export function buildTable(hashes: Int32Array): Int32Array {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const table = new Int32Array(size * 2);
  for (let row = 0; row < hashes.length; row += 1) {
    let slot = (hashes[row]! >>> 7) & (size - 1);
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & (size - 1);
    table[slot * 2] = hashes[row]!;
    table[slot * 2 + 1] = row + 1;
  }
  return table;
}

/** Row of a hash, -1 when it is unknown. */
export function rowOf(table: Int32Array, hash: number): number {
  const mask = table.length / 2 - 1;
  let slot = (hash >>> 7) & mask;
  for (;;) {
    const row = table[slot * 2 + 1]!;
    if (row === 0) return -1;
    if (table[slot * 2] === hash) return row - 1;
    slot = (slot + 1) & mask;
  }
}

/** How much each list of hashes counts beside the others. */
export interface WeightedHashes {
  hashes: Int32Array;
  weight: number;
}

/** Calls `visit(row, value)` for every known feature of an example. Training and use share this. */
export function forEachFeature(
  model: Pick<VocabularyModel, 'table' | 'rarity'>,
  groups: readonly WeightedHashes[],
  visit: (row: number, value: number) => void,
): void {
  for (const { hashes, weight } of groups) {
    const rows: number[] = [];
    let squares = 1;
    for (let i = 0; i < hashes.length; i += 1) {
      const row = rowOf(model.table, hashes[i]!);
      if (row < 0) continue;
      rows.push(row);
      squares += model.rarity[row]! ** 2;
    }
    const factor = weight / Math.sqrt(squares);
    for (const row of rows) visit(row, model.rarity[row]! * factor);
  }
}

/** The model's columns for one example. */
export function linearColumns(
  model: VocabularyModel,
  groups: readonly WeightedHashes[],
  dense: Float32Array,
): Float64Array {
  const { columns, sparse, scales } = model;
  const out = new Float64Array(columns);
  forEachFeature(model, groups, (row, value) => {
    const at = row * columns;
    for (let c = 0; c < columns; c += 1) out[c] = out[c]! + sparse[at + c]! * value;
  });
  for (let c = 0; c < columns; c += 1) out[c] = out[c]! * scales[c]!;
  for (let i = 0; i < dense.length; i += 1) {
    const x = dense[i]!;
    if (x === 0) continue;
    for (let c = 0; c < columns; c += 1) out[c] = out[c]! + model.dense[i * columns + c]! * x;
  }
  return out;
}

/** What training hands over to be written. */
export interface TrainedVocabulary extends VocabularyModel {
  hashes: Int32Array;
}

export function vocabularyTensors(name: string, model: TrainedVocabulary): TensorToWrite[] {
  const rows = model.hashes.length;
  const { columns } = model;
  return [
    { name: `${name}.hashes`, type: 'i32', rows, columns: 1, values: model.hashes },
    { name: `${name}.rarity`, type: 'i8', rows, columns: 1, values: model.rarity },
    { name: `${name}.sparse`, type: 'i8', rows, columns, values: Float32Array.from(model.sparse) },
    { name: `${name}.dense`, type: 'f32', rows: model.dense.length / columns, columns, values: model.dense },
  ];
}

export function readVocabulary(file: WeightsFile, name: string): VocabularyModel {
  const rarity = tensorOf(file, `${name}.rarity`);
  const sparse = tensorOf(file, `${name}.sparse`);
  return {
    columns: sparse.columns,
    table: buildTable(tensorOf(file, `${name}.hashes`).values as Int32Array),
    rarity: Float32Array.from(rarity.values, (value) => value * rarity.scales[0]!),
    sparse: sparse.values as Int8Array,
    scales: sparse.scales,
    dense: tensorOf(file, `${name}.dense`).values as Float32Array,
  };
}

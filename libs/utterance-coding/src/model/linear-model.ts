import type { WeightsFile } from './weights-file';

/** A linear softmax model over hashed and dense features, read from the weights file. */
export interface LinearModel {
  classes: number;
  bits: number;
  /** `sparse[bucket * classes + k]`, in steps of `scales[k]`. */
  sparse: Int8Array;
  scales: Float32Array;
  /** `dense[feature * classes + k]`; feature 0 is the constant 1. */
  dense: Float32Array;
}

/** Size of the summed hashed part relative to the dense part; fixed in training and use. */
export const SPARSE_SCALE = 1;

export function readLinear(file: WeightsFile, name: string): LinearModel {
  const sparse = file.tensors.get(`${name}.sparse`);
  const dense = file.tensors.get(`${name}.dense`);
  if (!sparse || !dense || !(sparse.values instanceof Int8Array) || !(dense.values instanceof Float32Array)) {
    throw new Error(`The coder's weights have no model "${name}".`);
  }
  return {
    classes: sparse.columns,
    bits: Math.log2(sparse.rows),
    sparse: sparse.values,
    scales: sparse.scales,
    dense: dense.values,
  };
}

/** Logits of one example, from its hashes (several lists, all counted alike) and its dense features. */
export function logits(model: LinearModel, hashes: readonly Int32Array[], dense: Float32Array): Float64Array {
  const { classes, sparse, scales } = model;
  const out = new Float64Array(classes);
  const shift = 32 - model.bits;
  let total = 0;
  for (const list of hashes) {
    total += list.length;
    for (let i = 0; i < list.length; i += 1) {
      const at = ((list[i] as number) >>> shift) * classes;
      for (let k = 0; k < classes; k += 1) out[k] = (out[k] as number) + (sparse[at + k] as number);
    }
  }
  const value = SPARSE_SCALE / Math.sqrt(total + 1);
  for (let k = 0; k < classes; k += 1) out[k] = (out[k] as number) * (scales[k] as number) * value;
  for (let i = 0; i < dense.length; i += 1) {
    const x = dense[i] as number;
    if (x === 0) continue;
    for (let k = 0; k < classes; k += 1) out[k] = (out[k] as number) + (model.dense[i * classes + k] as number) * x;
  }
  return out;
}

/** Turns logits into probabilities in place, after dividing them by a temperature. */
export function softmax(values: Float64Array, temperature = 1): Float64Array {
  let largest = -Infinity;
  for (const value of values) if (value > largest) largest = value;
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) {
    const e = Math.exp(((values[k] as number) - largest) / temperature);
    values[k] = e;
    sum += e;
  }
  for (let k = 0; k < values.length; k += 1) values[k] = (values[k] as number) / sum;
  return values;
}

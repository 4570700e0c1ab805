import type { TurnContext } from '../features/dialogue-features';
import type { TextUnits } from '../features/units';
import { rowOf } from './vocabulary-model';

/**
 * A small convolutional network over word vectors: filters of three words with max-pooling over the utterance, the
 * mean vectors of the utterance and of its two neighbouring turns, and the dense dialogue features, one hidden layer,
 * and one softmax head per task. All arrays are row-major.
 */
export interface NetworkShape {
  /** Rows of the vector table; row 0 is padding (all zero), row 1 stands for unknown words. */
  vocabulary: number;
  /** Length of a word vector. */
  width: number;
  filters: number;
  dense: number;
  hidden: number;
  /** Number of classes of every head. */
  heads: Readonly<Record<string, number>>;
}

export interface NetworkWeights {
  /** `vocabulary × width`. */
  vectors: Float32Array;
  /** `3 × width × filters`. */
  filters: Float32Array;
  filterBias: Float32Array;
  /** `inputs × hidden` with inputs = filters + 3 × width + dense. */
  hidden: Float32Array;
  hiddenBias: Float32Array;
  /** Per head `(hidden + 1) × classes`; the last row is the bias. */
  heads: Record<string, Float32Array>;
}

/** One utterance as the network reads it: rows of the vector table. */
export interface NetworkInput {
  own: Int32Array;
  before: Int32Array;
  after: Int32Array;
  dense: Float32Array;
}

/** Buffers of a forward pass; training reads them to go backward. */
export interface NetworkState {
  /** Pooled inputs of the hidden layer. */
  inputs: Float32Array;
  /** Position at which each filter was strongest, -1 when nowhere above 0. */
  strongest: Int32Array;
  hidden: Float32Array;
  /** What each word adds to the filters as the first, second and third word of three; only while weights rest. */
  responses?: Map<number, Float32Array>;
}

export function inputSize(shape: NetworkShape): number {
  return shape.filters + 3 * shape.width + shape.dense;
}

export function newState(shape: NetworkShape): NetworkState {
  return {
    inputs: new Float32Array(inputSize(shape)),
    strongest: new Int32Array(shape.filters),
    hidden: new Float32Array(shape.hidden),
  };
}

/** Fills `state.inputs` from the words and numbers of an utterance. */
export function pool(
  shape: NetworkShape,
  weights: NetworkWeights,
  input: NetworkInput,
  state: NetworkState,
): void {
  const { width, filters: F } = shape;
  const { vectors, filters, filterBias } = weights;
  const { inputs, strongest } = state;
  inputs.fill(0);
  strongest.fill(-1);
  const n = input.own.length;
  const sums = new Float32Array(F);
  for (let i = 0; i < n; i += 1) {
    sums.set(filterBias);
    for (let offset = 0; offset < 3; offset += 1) {
      const position = i + offset - 1;
      if (position < 0 || position >= n) continue;
      if (state.responses) {
        const response = responseOf(shape, weights, input.own[position]!, state.responses);
        const at = offset * F;
        for (let f = 0; f < F; f += 1) sums[f] = sums[f]! + response[at + f]!;
        continue;
      }
      const row = input.own[position]! * width;
      for (let d = 0; d < width; d += 1) {
        const x = vectors[row + d]!;
        if (x === 0) continue;
        const at = (offset * width + d) * F;
        for (let f = 0; f < F; f += 1) sums[f] = sums[f]! + filters[at + f]! * x;
      }
    }
    for (let f = 0; f < F; f += 1) {
      if (sums[f]! > inputs[f]!) {
        inputs[f] = sums[f]!;
        strongest[f] = i;
      }
    }
  }
  addMean(vectors, width, input.own, inputs, F);
  addMean(vectors, width, input.before, inputs, F + width);
  addMean(vectors, width, input.after, inputs, F + 2 * width);
  inputs.set(input.dense, F + 3 * width);
}

function responseOf(
  { width, filters: F }: NetworkShape,
  { vectors, filters }: NetworkWeights,
  row: number,
  known: Map<number, Float32Array>,
): Float32Array {
  const found = known.get(row);
  if (found) return found;
  const response = new Float32Array(3 * F);
  for (let offset = 0; offset < 3; offset += 1) {
    for (let d = 0; d < width; d += 1) {
      const x = vectors[row * width + d]!;
      const at = (offset * width + d) * F;
      for (let f = 0; f < F; f += 1)
        response[offset * F + f] = response[offset * F + f]! + filters[at + f]! * x;
    }
  }
  known.set(row, response);
  return response;
}

function addMean(
  vectors: Float32Array,
  width: number,
  rows: Int32Array,
  out: Float32Array,
  at: number,
): void {
  if (rows.length === 0) return;
  const share = meanShare(rows.length);
  for (const row of rows)
    for (let d = 0; d < width; d += 1) out[at + d] = out[at + d]! + vectors[row * width + d]! * share;
}

/** The share with which every word's vector enters a mean of `count` words (their sum over twice their root). */
export function meanShare(count: number): number {
  return 1 / Math.sqrt(count * 4);
}

/** Hidden layer from `state.inputs`, rectified. */
export function hiddenLayer(shape: NetworkShape, weights: NetworkWeights, state: NetworkState): void {
  const H = shape.hidden;
  const { hidden, inputs } = state;
  hidden.set(weights.hiddenBias);
  for (let i = 0; i < inputs.length; i += 1) {
    const x = inputs[i]!;
    if (x === 0) continue;
    const at = i * H;
    for (let h = 0; h < H; h += 1) hidden[h] = hidden[h]! + weights.hidden[at + h]! * x;
  }
  for (let h = 0; h < H; h += 1) if (hidden[h]! < 0) hidden[h] = 0;
}

/** Logits of one head from `state.hidden`. */
export function headLogits(weights: Float32Array, classes: number, hidden: Float32Array): Float64Array {
  const out = new Float64Array(classes);
  const H = hidden.length;
  for (let k = 0; k < classes; k += 1) out[k] = weights[H * classes + k]!;
  for (let h = 0; h < H; h += 1) {
    const x = hidden[h]!;
    if (x === 0) continue;
    for (let k = 0; k < classes; k += 1) out[k] = out[k]! + weights[h * classes + k]! * x;
  }
  return out;
}

/** Runs the network and hands the logits of the asked heads. */
export function runNetwork(
  shape: NetworkShape,
  weights: NetworkWeights,
  input: NetworkInput,
  state: NetworkState,
  heads: readonly string[],
): Record<string, Float64Array> {
  pool(shape, weights, input, state);
  hiddenLayer(shape, weights, state);
  return Object.fromEntries(
    heads.map((head) => [head, headLogits(weights.heads[head]!, shape.heads[head]!, state.hidden)]),
  );
}

/** A network with the table that finds a word's row. */
export interface TextNetwork {
  shape: NetworkShape;
  weights: NetworkWeights;
  /** From `buildTable` over the known words' hashes; row r of it is row r + `FIRST_WORD` of the vectors. */
  table: Int32Array;
}

/** Rows of the vector table before the first word: padding, unknown word, five marks, one spare. */
export const FIRST_WORD = 8;

/** Rows of the vector table for a text; longer texts keep their first and last halves. */
export function vectorRows(table: Int32Array, units: TextUnits, marks: boolean, most: number): Int32Array {
  const rows: number[] = [];
  for (const item of units.stream) {
    if (item >= 0) {
      const row = rowOf(table, units.hashes[item]!);
      rows.push(row < 0 ? 1 : row + FIRST_WORD);
    } else if (marks) {
      rows.push(1 - item);
    }
  }
  return Int32Array.from(rows.length > most ? [...rows.slice(0, most / 2), ...rows.slice(-most / 2)] : rows);
}

/** What the network reads of an utterance in its context. */
export function networkInput(
  network: Pick<TextNetwork, 'table'>,
  turn: TurnContext,
  dense: Float32Array,
  marks: boolean,
): NetworkInput {
  const rows = (units: TextUnits | null, most: number): Int32Array =>
    units ? vectorRows(network.table, units, marks, most) : NO_ROWS;
  const extended = new Float32Array(dense.length + 2);
  extended.set(dense);
  extended[dense.length] = turn.speakerType === 'coach' ? 1 : 0;
  extended[dense.length + 1] = marks ? 1 : 0;
  return {
    own: rows(turn.units, 60),
    before: rows(turn.before, 30),
    after: rows(turn.after, 10),
    dense: extended,
  };
}

const NO_ROWS = new Int32Array(0);

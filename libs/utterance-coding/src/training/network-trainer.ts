import {
  headLogits,
  hiddenLayer,
  inputSize,
  meanShare,
  newState,
  pool,
  type NetworkInput,
  type NetworkShape,
  type NetworkWeights,
} from '../model/text-network';
import { Adam } from './adam';
import { SeededRandom } from '../model/random';
import { softmax } from '../model/probability';

export interface NetworkExample {
  input: NetworkInput;
  /** Target distribution per head; heads that do not apply are absent. */
  targets: Readonly<Record<string, Float32Array>>;
  /** Weight per head (default 1). */
  weights?: Readonly<Record<string, number>>;
}

export interface NetworkOptions {
  epochs: number;
  rate: number;
  /** Share of inputs of the hidden layer, and of hidden units, dropped while training. */
  dropout: number;
  /** Share of words replaced by the unknown word while training. */
  wordDropout: number;
  decay: number;
  batch: number;
  seed: number;
}

export function newNetwork(shape: NetworkShape, seed: number): NetworkWeights {
  const random = new SeededRandom(seed);
  const normal = (size: number, spread: number): Float32Array =>
    Float32Array.from({ length: size }, () => random.normal() * spread);
  const inputs = inputSize(shape);
  const vectors = normal(shape.vocabulary * shape.width, 0.3);
  vectors.fill(0, 0, shape.width);
  return {
    vectors,
    filters: normal(3 * shape.width * shape.filters, 1 / Math.sqrt(3 * shape.width)),
    filterBias: new Float32Array(shape.filters),
    hidden: normal(inputs * shape.hidden, Math.sqrt(1 / inputs)),
    hiddenBias: new Float32Array(shape.hidden),
    heads: Object.fromEntries(
      Object.entries(shape.heads).map(([name, classes]) => {
        const head = normal((shape.hidden + 1) * classes, Math.sqrt(0.5 / shape.hidden));
        head.fill(0, shape.hidden * classes);
        return [name, head];
      }),
    ),
  };
}

/** Trains a network in place: Adam on mini-batches, AdaGrad on the word vectors. Deterministic for a seed. */
export function trainNetwork(
  shape: NetworkShape,
  weights: NetworkWeights,
  examples: readonly NetworkExample[],
  options: NetworkOptions,
): void {
  const random = new SeededRandom(options.seed);
  const { width, filters: F, hidden: H } = shape;
  const state = newState(shape);
  const inputs = inputSize(shape);
  const adams = {
    filters: new Adam(weights.filters),
    filterBias: new Adam(weights.filterBias),
    hidden: new Adam(weights.hidden),
    hiddenBias: new Adam(weights.hiddenBias),
  };
  const headAdams = Object.fromEntries(
    Object.entries(weights.heads).map(([name, values]) => [name, new Adam(values)]),
  );
  const vectorSquares = new Float32Array(weights.vectors.length).fill(1e-2);
  const keep = 1 / (1 - options.dropout);
  const dHidden = new Float32Array(H);
  const dInputs = new Float32Array(inputs);
  const vectorGradient = new Float32Array(width);
  let steps = 0;
  const updateVector = (row: number, scale: number, from: Float32Array, at: number, rate: number): void => {
    if (row === 0) return;
    for (let d = 0; d < width; d += 1) {
      const g = from[at + d]! * scale;
      const j = row * width + d;
      vectorSquares[j] = vectorSquares[j]! + g * g;
      weights.vectors[j] = weights.vectors[j]! - (rate * g) / Math.sqrt(vectorSquares[j]);
    }
  };
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.rate * (1 - (0.95 * epoch) / options.epochs);
    const order = random.permutation(examples.length);
    for (let start = 0; start < order.length; start += options.batch) {
      const stop = Math.min(order.length, start + options.batch);
      for (let e = start; e < stop; e += 1) {
        const example = examples[order[e]!]!;
        const dropWords = (rows: Int32Array): Int32Array =>
          rows.map((row) => (random.next() < options.wordDropout ? 1 : row));
        const input: NetworkInput = {
          own: dropWords(example.input.own),
          before: dropWords(example.input.before),
          after: dropWords(example.input.after),
          dense: example.input.dense,
        };
        pool(shape, weights, input, state);
        for (let i = 0; i < inputs; i += 1) {
          state.inputs[i] = random.next() < options.dropout ? 0 : state.inputs[i]! * keep;
        }
        hiddenLayer(shape, weights, state);
        for (let h = 0; h < H; h += 1)
          state.hidden[h] = random.next() < options.dropout ? 0 : state.hidden[h]! * keep;
        dHidden.fill(0);
        for (const [name, target] of Object.entries(example.targets)) {
          const K = shape.heads[name]!;
          const head = weights.heads[name]!;
          const gradient = headAdams[name]!.gradient;
          const p = softmax(headLogits(head, K, state.hidden));
          const weight = example.weights?.[name] ?? 1;
          for (let k = 0; k < K; k += 1) {
            const d = (p[k]! - target[k]!) * weight;
            gradient[H * K + k] = gradient[H * K + k]! + d;
            for (let h = 0; h < H; h += 1) {
              const x = state.hidden[h]!;
              if (x === 0) continue;
              gradient[h * K + k] = gradient[h * K + k]! + d * x;
              dHidden[h] = dHidden[h]! + head[h * K + k]! * d;
            }
          }
        }
        for (let h = 0; h < H; h += 1) dHidden[h] = state.hidden[h]! > 0 ? dHidden[h]! * keep : 0;
        const gHidden = adams.hidden.gradient;
        for (let h = 0; h < H; h += 1)
          adams.hiddenBias.gradient[h] = adams.hiddenBias.gradient[h]! + dHidden[h]!;
        for (let i = 0; i < inputs; i += 1) {
          const x = state.inputs[i]!;
          let sum = 0;
          if (x !== 0) {
            const at = i * H;
            for (let h = 0; h < H; h += 1) {
              gHidden[at + h] = gHidden[at + h]! + dHidden[h]! * x;
              sum += weights.hidden[at + h]! * dHidden[h]!;
            }
          }
          dInputs[i] = sum * keep;
        }
        for (let f = 0; f < F; f += 1) {
          const at = state.strongest[f]!;
          const d = dInputs[f]!;
          if (at < 0 || d === 0) continue;
          adams.filterBias.gradient[f] = adams.filterBias.gradient[f]! + d;
          for (let offset = 0; offset < 3; offset += 1) {
            const position = at + offset - 1;
            if (position < 0 || position >= input.own.length) continue;
            const row = input.own[position]!;
            for (let c = 0; c < width; c += 1) {
              const w = (offset * width + c) * F + f;
              adams.filters.gradient[w] = adams.filters.gradient[w]! + d * weights.vectors[row * width + c]!;
              vectorGradient[c] = d * weights.filters[w]!;
            }
            updateVector(row, 1, vectorGradient, 0, rate * 10);
          }
        }
        for (const [rows, at] of [
          [input.own, F],
          [input.before, F + width],
          [input.after, F + 2 * width],
        ] as const) {
          const share = rows.length === 0 ? 0 : meanShare(rows.length);
          for (const row of rows) updateVector(row, share, dInputs, at, rate * 10);
        }
      }
      steps += 1;
      const count = stop - start;
      for (const adam of [...Object.values(adams), ...Object.values(headAdams)]) {
        adam.step(rate, options.decay, count, steps);
      }
    }
  }
}

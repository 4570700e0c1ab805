import { SeededRandom } from '../model/random';

/** One training example of a linear softmax model. */
export interface LinearExample {
  /** Buckets of the active hashed features (already masked). */
  buckets: Int32Array;
  /** Value of every active bucket. */
  value: number;
  dense: Float32Array;
  /** Target distribution over the classes. */
  target: Float32Array;
  weight: number;
}

export interface LinearOptions {
  classes: number;
  /** log2 of the number of buckets. */
  bits: number;
  denseSize: number;
  epochs: number;
  rate: number;
  l2: number;
  /** L2 on the dense weights. */
  denseL2: number;
  seed: number;
}

export interface LinearWeights {
  classes: number;
  bits: number;
  /** `sparse[bucket * classes + k]`. */
  sparse: Float32Array;
  /** `dense[feature * classes + k]`. */
  dense: Float32Array;
}

/**
 * Multinomial logistic regression over hashed and dense features by AdaGrad, with L2 applied when a weight is
 * touched. Deterministic for a seed.
 */
export function trainLinear(examples: readonly LinearExample[], options: LinearOptions): LinearWeights {
  const { classes: K, denseSize, epochs, l2, denseL2 } = options;
  const sparse = new Float32Array(2 ** options.bits * K);
  const sparseSquares = new Float32Array(2 ** options.bits * K).fill(1e-3);
  const dense = new Float32Array(denseSize * K);
  const denseSquares = new Float32Array(denseSize * K).fill(1e-3);
  const random = new SeededRandom(options.seed);
  const p = new Float64Array(K);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const rate = options.rate * (1 - (0.9 * epoch) / epochs);
    for (const e of random.permutation(examples.length)) {
      const example = examples[e] as LinearExample;
      linearLogits(sparse, dense, K, example, p);
      softmaxInPlace(p);
      for (let k = 0; k < K; k += 1) p[k] = ((p[k] as number) - (example.target[k] as number)) * example.weight;
      const { buckets, value } = example;
      for (let i = 0; i < buckets.length; i += 1) {
        const at = (buckets[i] as number) * K;
        for (let k = 0; k < K; k += 1) {
          const g = (p[k] as number) * value + l2 * (sparse[at + k] as number);
          const s = (sparseSquares[at + k] as number) + g * g;
          sparseSquares[at + k] = s;
          sparse[at + k] = (sparse[at + k] as number) - (rate * g) / Math.sqrt(s);
        }
      }
      for (let i = 0; i < denseSize; i += 1) {
        const x = example.dense[i] as number;
        if (x === 0) continue;
        for (let k = 0; k < K; k += 1) {
          const at = i * K + k;
          const g = (p[k] as number) * x + denseL2 * (dense[at] as number);
          const s = (denseSquares[at] as number) + g * g;
          denseSquares[at] = s;
          dense[at] = (dense[at] as number) - (rate * g) / Math.sqrt(s);
        }
      }
    }
  }
  return { classes: K, bits: options.bits, sparse, dense };
}

export function linearLogits(
  sparse: Float32Array,
  dense: Float32Array,
  K: number,
  example: Pick<LinearExample, 'buckets' | 'value' | 'dense'>,
  out: Float64Array,
): void {
  out.fill(0);
  const { buckets, value } = example;
  for (let i = 0; i < buckets.length; i += 1) {
    const at = (buckets[i] as number) * K;
    for (let k = 0; k < K; k += 1) out[k] = (out[k] as number) + (sparse[at + k] as number);
  }
  for (let k = 0; k < K; k += 1) out[k] = (out[k] as number) * value;
  for (let i = 0; i < example.dense.length; i += 1) {
    const x = example.dense[i] as number;
    if (x === 0) continue;
    for (let k = 0; k < K; k += 1) out[k] = (out[k] as number) + (dense[i * K + k] as number) * x;
  }
}

export function softmaxInPlace(values: Float64Array): void {
  let largest = -Infinity;
  for (const value of values) if (value > largest) largest = value;
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) {
    values[k] = Math.exp((values[k] as number) - largest);
    sum += values[k] as number;
  }
  for (let k = 0; k < values.length; k += 1) values[k] = (values[k] as number) / sum;
}

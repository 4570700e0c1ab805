import { memberLogits, standardise, type Combiner, type CombinerMember } from '../model/combiner';
import { softmax } from '../model/probability';
import { SeededRandom } from '../model/random';
import { Adam } from './adam';

export interface CombinerExample {
  inputs: Float32Array;
  target: Float32Array;
}

export interface CombinerOptions {
  hidden: number;
  members: number;
  epochs: number;
  rate: number;
  decay: number;
  dropout: number;
  batch: number;
  /** 0 = every example counts alike, 1 = every class counts alike. */
  balance: number;
}

export const COMBINER_OPTIONS: CombinerOptions = {
  hidden: 24,
  members: 3,
  epochs: 15,
  rate: 2e-3,
  decay: 1e-2,
  dropout: 0.1,
  batch: 32,
  balance: 0.3,
};

/** Trains the second stage of one task. */
export function trainCombiner(examples: readonly CombinerExample[], options = COMBINER_OPTIONS): Combiner {
  const inputs = examples[0]!.inputs.length;
  const classes = examples[0]!.target.length;
  const mean = new Float32Array(inputs);
  const spread = new Float32Array(inputs);
  for (const { inputs: x } of examples)
    for (let i = 0; i < inputs; i += 1) mean[i] = mean[i]! + x[i]! / examples.length;
  for (const { inputs: x } of examples) {
    for (let i = 0; i < inputs; i += 1) spread[i] = spread[i]! + (x[i]! - mean[i]!) ** 2 / examples.length;
  }
  for (let i = 0; i < inputs; i += 1) spread[i] = Math.sqrt(spread[i]! + 1e-4);
  const xs = examples.map((example) => standardise(mean, spread, example.inputs));
  const totals = new Float64Array(classes);
  for (const { target } of examples) target.forEach((share, k) => (totals[k] = totals[k]! + share));
  const weights = examples.map(({ target }) =>
    target.reduce(
      (sum, share, k) =>
        sum + share * (examples.length / classes / Math.max(1, totals[k]!)) ** options.balance,
      0,
    ),
  );
  const members = Array.from({ length: options.members }, (_, m) =>
    trainMember(xs, examples, weights, inputs, classes, options, m + 1),
  );
  return { classes, hidden: options.hidden, mean, spread, members };
}

function trainMember(
  xs: readonly Float32Array[],
  examples: readonly CombinerExample[],
  weights: readonly number[],
  inputs: number,
  classes: number,
  options: CombinerOptions,
  seed: number,
): CombinerMember {
  const { hidden: H } = options;
  const random = new SeededRandom(seed);
  const normal = (size: number, spread: number): Float32Array =>
    Float32Array.from({ length: size }, () => random.normal() * spread);
  const member: CombinerMember = {
    w1: normal(inputs * H, Math.sqrt(1 / inputs)),
    b1: new Float32Array(H),
    w2: normal(H * classes, Math.sqrt(1 / H)),
    b2: new Float32Array(classes),
    direct: new Float32Array(inputs * classes),
  };
  const adam = {
    w1: new Adam(member.w1),
    b1: new Adam(member.b1),
    w2: new Adam(member.w2),
    b2: new Adam(member.b2),
    direct: new Adam(member.direct),
  };
  const x = new Float32Array(inputs);
  const h = new Float64Array(H);
  const back = new Float64Array(H);
  let steps = 0;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    const order = random.permutation(xs.length);
    for (let start = 0; start < order.length; start += options.batch) {
      const stop = Math.min(order.length, start + options.batch);
      for (let e = start; e < stop; e += 1) {
        const source = xs[order[e]!]!;
        for (let i = 0; i < inputs; i += 1) {
          x[i] = random.next() < options.dropout ? 0 : source[i]! / (1 - options.dropout);
        }
        h.set(member.b1);
        for (let i = 0; i < inputs; i += 1) {
          const value = x[i]!;
          if (value === 0) continue;
          for (let j = 0; j < H; j += 1) h[j] = h[j]! + member.w1[i * H + j]! * value;
        }
        const p = softmax(memberLogits(member, x, H, classes));
        const { target } = examples[order[e]!]!;
        const weight = weights[order[e]!]!;
        back.fill(0);
        for (let k = 0; k < classes; k += 1) {
          const d = (p[k]! - target[k]!) * weight;
          p[k] = d;
          adam.b2.gradient[k] = adam.b2.gradient[k]! + d;
          for (let j = 0; j < H; j += 1) {
            if (h[j]! <= 0) continue;
            adam.w2.gradient[j * classes + k] = adam.w2.gradient[j * classes + k]! + d * h[j]!;
            back[j] = back[j]! + member.w2[j * classes + k]! * d;
          }
        }
        for (let j = 0; j < H; j += 1) adam.b1.gradient[j] = adam.b1.gradient[j]! + back[j]!;
        for (let i = 0; i < inputs; i += 1) {
          const value = x[i]!;
          if (value === 0) continue;
          for (let j = 0; j < H; j += 1)
            adam.w1.gradient[i * H + j] = adam.w1.gradient[i * H + j]! + back[j]! * value;
          for (let k = 0; k < classes; k += 1) {
            adam.direct.gradient[i * classes + k] = adam.direct.gradient[i * classes + k]! + p[k]! * value;
          }
        }
      }
      steps += 1;
      const count = stop - start;
      adam.w1.step(rate, options.decay, count, steps);
      adam.w2.step(rate, options.decay, count, steps);
      adam.direct.step(rate, options.decay, count, steps);
      adam.b1.step(rate, 0, count, steps);
      adam.b2.step(rate, 0, count, steps);
    }
  }
  return member;
}

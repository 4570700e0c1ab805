import { tensorOf, toFloats, type TensorToWrite, type WeightsFile } from './weights-file';
import { softmax } from './probability';

/**
 * The second stage: a few small networks (one hidden layer beside a direct linear path) that read the first stage's
 * judgement of an utterance together with its neighbours and the session's style, and are averaged.
 */
export interface Combiner {
  classes: number;
  hidden: number;
  /** Mean and spread that inputs are standardised by. */
  mean: Float32Array;
  spread: Float32Array;
  members: CombinerMember[];
}

export interface CombinerMember {
  /** `inputs × hidden`, `hidden`, `hidden × classes`, `classes`, `inputs × classes`. */
  w1: Float32Array;
  b1: Float32Array;
  w2: Float32Array;
  b2: Float32Array;
  direct: Float32Array;
}

/** Inputs brought to mean 0 and spread 1, at most 4 either way. */
export function standardise(mean: Float32Array, spread: Float32Array, inputs: Float32Array): Float32Array {
  return inputs.map((value, i) => Math.max(-4, Math.min(4, (value - mean[i]!) / spread[i]!)));
}

export function memberLogits(
  member: CombinerMember,
  x: Float32Array,
  hidden: number,
  classes: number,
): Float64Array {
  const h = Float64Array.from(member.b1);
  const out = Float64Array.from(member.b2);
  for (let i = 0; i < x.length; i += 1) {
    const value = x[i]!;
    if (value === 0) continue;
    for (let j = 0; j < hidden; j += 1) h[j] = h[j]! + member.w1[i * hidden + j]! * value;
    for (let k = 0; k < classes; k += 1) out[k] = out[k]! + member.direct[i * classes + k]! * value;
  }
  for (let j = 0; j < hidden; j += 1) {
    const value = h[j]!;
    if (value <= 0) continue;
    for (let k = 0; k < classes; k += 1) out[k] = out[k]! + member.w2[j * classes + k]! * value;
  }
  return out;
}

/** Probabilities: the mean of the members'. */
export function combine(combiner: Combiner, inputs: Float32Array): Float64Array {
  const x = standardise(combiner.mean, combiner.spread, inputs);
  const mean = new Float64Array(combiner.classes);
  for (const member of combiner.members) {
    const p = softmax(memberLogits(member, x, combiner.hidden, combiner.classes));
    for (let k = 0; k < mean.length; k += 1) mean[k] = mean[k]! + p[k]! / combiner.members.length;
  }
  return mean;
}

export function combinerTensors(name: string, combiner: Combiner): TensorToWrite[] {
  const { classes, hidden, mean, spread, members } = combiner;
  const inputs = mean.length;
  const tensors: TensorToWrite[] = [
    { name: `${name}.mean`, type: 'f32', rows: 1, columns: inputs, values: mean },
    { name: `${name}.spread`, type: 'f32', rows: 1, columns: inputs, values: spread },
  ];
  members.forEach((member, m) => {
    tensors.push(
      { name: `${name}.${m}.w1`, type: 'i8', rows: inputs, columns: hidden, values: member.w1 },
      { name: `${name}.${m}.b1`, type: 'f32', rows: 1, columns: hidden, values: member.b1 },
      { name: `${name}.${m}.w2`, type: 'f32', rows: hidden, columns: classes, values: member.w2 },
      { name: `${name}.${m}.b2`, type: 'f32', rows: 1, columns: classes, values: member.b2 },
      { name: `${name}.${m}.direct`, type: 'i8', rows: inputs, columns: classes, values: member.direct },
    );
  });
  return tensors;
}

export function readCombiner(file: WeightsFile, name: string): Combiner {
  const floats = (part: string): Float32Array => toFloats(tensorOf(file, `${name}.${part}`));
  const members: CombinerMember[] = [];
  for (let m = 0; file.tensors.has(`${name}.${m}.w1`); m += 1) {
    members.push({
      w1: floats(`${m}.w1`),
      b1: floats(`${m}.b1`),
      w2: floats(`${m}.w2`),
      b2: floats(`${m}.b2`),
      direct: floats(`${m}.direct`),
    });
  }
  const w2 = tensorOf(file, `${name}.0.w2`);
  return { classes: w2.columns, hidden: w2.rows, mean: floats('mean'), spread: floats('spread'), members };
}

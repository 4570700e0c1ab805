/** Multinomial logistic regression by L-BFGS: exact, deterministic, no learning rate to tune. */

/** Sparse rows (compressed) of `columns` features. */
export interface SparseRows {
  rows: number;
  columns: number;
  starts: Int32Array;
  indexes: Int32Array;
  values: Float32Array;
}

export interface LogisticProblem {
  x: SparseRows;
  /** Target distributions, `targets[row * classes + k]`. */
  targets: Float32Array;
  classes: number;
  /** Weight of every row. */
  weights: Float32Array;
  /** L2 per column (of half the squared weight, beside the mean loss). */
  l2: Float32Array;
}

const MEMORY = 7;

/** Weights `[column * classes + k]` that minimise the weighted mean cross-entropy plus L2. */
export function fitLogistic(problem: LogisticProblem, iterations = 60): Float32Array {
  const size = problem.x.columns * problem.classes;
  const w = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = lossAndGradient(problem, w, gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  const rhos: number[] = [];
  let nextGradient = new Float64Array(size);
  const next = new Float64Array(size);
  const direction = new Float64Array(size);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    searchDirection(gradient, steps, changes, rhos, direction);
    const slope = dot(gradient, direction);
    let stride = 1;
    let nextLoss = Infinity;
    for (let trial = 0; trial < 15 && !(nextLoss <= loss - 1e-4 * stride * slope); trial += 1) {
      if (trial > 0) stride *= 0.4;
      for (let j = 0; j < size; j += 1) next[j] = w[j]! - stride * direction[j]!;
      nextLoss = lossAndGradient(problem, next, nextGradient);
    }
    if (!(nextLoss < loss)) break;
    const recycled = steps.length === MEMORY;
    const step = recycled ? (steps.shift() as Float64Array) : new Float64Array(size);
    const change = recycled ? (changes.shift() as Float64Array) : new Float64Array(size);
    if (recycled) rhos.shift();
    for (let j = 0; j < size; j += 1) {
      step[j] = next[j]! - w[j]!;
      change[j] = nextGradient[j]! - gradient[j]!;
    }
    const curvature = dot(step, change);
    if (curvature > 1e-14) {
      steps.push(step);
      changes.push(change);
      rhos.push(1 / curvature);
    }
    w.set(next);
    [gradient, nextGradient] = [nextGradient, gradient];
    const gain = loss - nextLoss;
    loss = nextLoss;
    if (gain < 1e-6 * Math.abs(loss)) break;
  }
  return Float32Array.from(w);
}

/** The two-loop recursion of L-BFGS. */
function searchDirection(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
  rhos: readonly number[],
  out: Float64Array,
): void {
  out.set(gradient);
  const alphas = new Float64Array(steps.length);
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    const alpha = dot(steps[i]!, out) * rhos[i]!;
    alphas[i] = alpha;
    addScaled(out, changes[i]!, -alpha);
  }
  const last = steps.length - 1;
  const scale =
    last < 0
      ? 1 / Math.max(1e-12, Math.sqrt(dot(gradient, gradient)))
      : 1 / (rhos[last]! * dot(changes[last]!, changes[last]!));
  for (let j = 0; j < out.length; j += 1) out[j] = out[j]! * scale;
  for (let i = 0; i < steps.length; i += 1)
    addScaled(out, steps[i]!, alphas[i]! - dot(changes[i]!, out) * rhos[i]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += a[j]! * b[j]!;
  return sum;
}

function addScaled(into: Float64Array, what: Float64Array, factor: number): void {
  for (let j = 0; j < into.length; j += 1) into[j] = into[j]! + factor * what[j]!;
}

function lossAndGradient(problem: LogisticProblem, w: Float64Array, gradient: Float64Array): number {
  const { x, targets, classes: K, weights, l2 } = problem;
  let total = 0;
  for (const weight of weights) total += weight;
  const p = new Float64Array(K);
  let loss = 0;
  gradient.fill(0);
  for (let i = 0; i < x.rows; i += 1) {
    p.fill(0);
    const from = x.starts[i]!;
    const to = x.starts[i + 1]!;
    for (let j = from; j < to; j += 1) {
      const at = x.indexes[j]! * K;
      const value = x.values[j]!;
      for (let k = 0; k < K; k += 1) p[k] = p[k]! + w[at + k]! * value;
    }
    let largest = -Infinity;
    for (let k = 0; k < K; k += 1) if (p[k]! > largest) largest = p[k]!;
    let sum = 0;
    for (let k = 0; k < K; k += 1) {
      p[k] = Math.exp(p[k]! - largest);
      sum += p[k]!;
    }
    const weight = weights[i]! / total;
    for (let k = 0; k < K; k += 1) {
      const probability = p[k]! / sum;
      const target = targets[i * K + k]!;
      if (target > 0) loss -= weight * target * Math.log(probability + 1e-12);
      p[k] = (probability - target) * weight;
    }
    for (let j = from; j < to; j += 1) {
      const at = x.indexes[j]! * K;
      const value = x.values[j]!;
      for (let k = 0; k < K; k += 1) gradient[at + k] = gradient[at + k]! + p[k]! * value;
    }
  }
  for (let column = 0; column < x.columns; column += 1) {
    const strength = l2[column]!;
    if (strength === 0) continue;
    for (let k = 0; k < K; k += 1) {
      const value = w[column * K + k]!;
      loss += 0.5 * strength * value * value;
      gradient[column * K + k] = gradient[column * K + k]! + strength * value;
    }
  }
  return loss;
}

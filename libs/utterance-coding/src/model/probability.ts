/** Turns logits into probabilities in place, after dividing them by a temperature. */
export function softmax(values: Float64Array, temperature = 1): Float64Array {
  let largest = -Infinity;
  for (const value of values) if (value > largest) largest = value;
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) {
    const e = Math.exp((values[k]! - largest) / temperature);
    values[k] = e;
    sum += e;
  }
  for (let k = 0; k < values.length; k += 1) values[k] = values[k]! / sum;
  return values;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Index of the largest value, the first one of equals. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < values.length; k += 1) if (values[k]! > values[best]!) best = k;
  return best;
}

/** Geometric mean of several distributions over the same classes, normalised by `softmax`'s temperature. */
export function pooled(distributions: readonly ArrayLike<number>[], temperature = 1): Float64Array {
  const classes = distributions[0]?.length ?? 0;
  const logs = new Float64Array(classes);
  for (const p of distributions) {
    for (let k = 0; k < classes; k += 1) logs[k] = logs[k]! + Math.log(p[k]! + 1e-6) / distributions.length;
  }
  return softmax(logs, temperature);
}

/** Adam with decoupled weight decay for one array of weights. */
export class Adam {
  readonly gradient: Float32Array;
  private readonly first: Float32Array;
  private readonly second: Float32Array;

  constructor(readonly values: Float32Array) {
    this.gradient = new Float32Array(values.length);
    this.first = new Float32Array(values.length);
    this.second = new Float32Array(values.length);
  }

  /** One step from the gradients summed over `count` examples; `t` counts steps from 1. Clears the gradient. */
  step(rate: number, decay: number, count: number, t: number): void {
    const { values, gradient, first, second } = this;
    const c1 = 1 - 0.9 ** t;
    const c2 = 1 - 0.999 ** t;
    for (let j = 0; j < values.length; j += 1) {
      const g = gradient[j]! / count;
      first[j] = 0.9 * first[j]! + 0.1 * g;
      second[j] = 0.999 * second[j]! + 0.001 * g * g;
      values[j] =
        values[j]! - rate * (first[j]! / c1 / (Math.sqrt(second[j]! / c2) + 1e-7) + decay * values[j]!);
      gradient[j] = 0;
    }
  }
}

/** A failure with a cause the user can act on: printed as a sentence, without a stack. */
export class PlainError extends Error {
  /** @param {string} message one or more plain sentences @param {string[]} [lines] the last lines of the output that explains it */
  constructor(message, lines = []) {
    super(message);
    this.name = 'PlainError';
    this.lines = lines;
  }
}

/** Thrown out of whatever is running when somebody asked for a stop. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** Text of an error for a person: the sentence, and the lines that explain it. */
export function describe(error) {
  if (error instanceof PlainError) {
    return [error.message, ...error.lines.map((line) => `    ${line}`)].join('\n');
  }
  if (error instanceof AggregateError && !error.message) {
    return error.errors.map(describe).join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { Stopped } from './errors.mjs';

/** Waits for all of them to end, so that nothing is still starting when the failures are told. */
export async function allOf(promises) {
  const outcomes = await Promise.allSettled(promises);
  const failures = outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map((outcome) => outcome.reason);
  const stopped = failures.find((failure) => failure instanceof Stopped);
  if (stopped) throw stopped;
  if (failures.length > 1) throw new AggregateError(failures);
  if (failures.length === 1) throw failures[0];
  return outcomes.map((outcome) => outcome.value);
}

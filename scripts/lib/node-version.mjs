// Kept in syntax that old Node releases can parse, so that they reach the sentence below.
import process from 'node:process';

const MINIMUM = [20, 19];

/** True when this Node runs the project; otherwise says what is needed and sets the exit code. */
export function nodeIsNewEnough() {
  const parts = process.versions.node.split('.').map(Number);
  const enough = parts[0] > MINIMUM[0] || (parts[0] === MINIMUM[0] && parts[1] >= MINIMUM[1]);
  if (!enough) {
    console.error(
      'JourneyLoop needs Node ' +
        MINIMUM.join('.') +
        ' or newer; this is Node ' +
        process.versions.node +
        '. Install a current one from https://nodejs.org and try again.',
    );
    process.exitCode = 1;
  }
  return enough;
}

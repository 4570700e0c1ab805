import { codeSession, type SpokenNames } from './coder';
import type { CodableUtterance, CodedSession } from './domain/types';

/** What `UtteranceCoder` posts to the worker thread. */
export interface CodingTask {
  utterances: readonly CodableUtterance[];
  names: SpokenNames;
}

/** Entry of the worker thread: Piscina calls it by its name. */
export function codeInWorker(task: CodingTask): CodedSession {
  return codeSession(task.utterances, task.names);
}

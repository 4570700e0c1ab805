import { assemble } from '../domain/assemble';
import { TranscriptError, type TranscriptErrorCode } from '../domain/transcript-error';
import type { AssembledTranscript, People } from '../domain/types';
import { parsePastedText, parseTranscript } from './parse-transcript';

/** One file or pasted text to read. */
export type ReadTask = { people: People } & (
  { bytes: Uint8Array; fileName: string | null } | { text: string }
);

/** The answer crosses a thread boundary, where classes and their fields are lost: errors travel as data. */
export type ReadAnswer =
  { transcript: AssembledTranscript } | { refused: { code: TranscriptErrorCode; message: string } };

/** Reads and assembles; the piscina worker's task, also called directly where there is no compiled worker. */
export async function readTranscript(task: ReadTask): Promise<ReadAnswer> {
  try {
    const parsed =
      'text' in task ? parsePastedText(task.text) : await parseTranscript(task.bytes, task.fileName);
    return { transcript: assemble(parsed, task.people) };
  } catch (error) {
    if (error instanceof TranscriptError) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}

// piscina calls the module's default export; with CommonJS that is `module.exports.default`.
export default readTranscript;

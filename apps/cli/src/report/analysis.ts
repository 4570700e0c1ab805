import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { analyseInsight, type InsightResult } from '@app/insights';
import { analyseShift, type ShiftReport } from '@app/shift-analysis';
import { assemble, parseTranscript, TranscriptError, type AssembledTranscript } from '@app/transcripts';
import { codeSession, type CodedSession } from '@app/utterance-coding';
import type { AnalyzeArguments } from './arguments';
import { chooseRoles, SpeakerNotFound, type RoleChoice } from './speakers';

/** One file, read, coded and analysed on this machine. */
export interface Analysis {
  fileName: string;
  transcript: AssembledTranscript;
  roles: RoleChoice;
  coded: CodedSession;
  shift: ShiftReport;
  insight: InsightResult;
}

/** An expected refusal: a stable code and one plain line. */
export class AnalysisError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const MOST_BYTES = 10 * 1024 * 1024;

async function read(file: string): Promise<Uint8Array> {
  try {
    const info = await stat(file);
    if (info.isDirectory())
      throw new AnalysisError('file.is_a_folder', 'That is a folder. Name one transcript file.');
    if (info.size > MOST_BYTES) throw new TranscriptError('transcript.too_large');
    return await readFile(file);
  } catch (error) {
    if (error instanceof AnalysisError || error instanceof TranscriptError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new AnalysisError('file.not_found', 'There is no file at that path.');
    if (code === 'EACCES' || code === 'EPERM')
      throw new AnalysisError('file.not_readable', 'That file may not be read.');
    throw new AnalysisError('file.not_readable', 'That file could not be read.');
  }
}

/**
 * Parsing, roles, coding, SHIFT and insight of one transcript file; no server, no database, no network.
 *
 * @throws AnalysisError for everything that can be expected to go wrong
 */
export async function analyseFile(args: AnalyzeArguments): Promise<Analysis> {
  try {
    const bytes = await read(args.file);
    const fileName = basename(args.file);
    const transcript = assemble(await parseTranscript(bytes, fileName), {
      coachName: args.coach,
      coachEmail: null,
      clientName: args.client,
      clientEmail: null,
    });
    const roles = chooseRoles(transcript, args.coach, args.client);
    const coded = codeSession(
      roles.utterances.map((utterance) => ({
        sequenceNumber: utterance.sequenceNumber,
        speakerType: utterance.speakerType ?? 'other',
        text: utterance.textClean,
        start: utterance.start,
        end: utterance.end,
      })),
      { coachName: roles.coachName, clientName: roles.clientName },
    );
    return { fileName, transcript, roles, coded, shift: analyseShift(coded), insight: analyseInsight(coded) };
  } catch (error) {
    if (error instanceof TranscriptError || error instanceof SpeakerNotFound)
      throw new AnalysisError(error.code, error.message);
    throw error;
  }
}

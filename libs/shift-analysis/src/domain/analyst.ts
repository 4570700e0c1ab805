import type { CodedSession } from '@app/utterance-coding';
import type { ShiftReport } from './types';

/** Reads a coded session for SHIFT signals. Every quote it returns has been checked against its utterance. */
export abstract class ShiftAnalyst {
  abstract analyse(session: CodedSession): Promise<ShiftReport>;
}

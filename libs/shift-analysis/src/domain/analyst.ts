import type { CodedSession } from '@app/utterance-coding';
import { analyseShift } from './analyse-shift';
import type { ShiftReport } from './types';

/** Reads a coded session for SHIFT signals. Every quote it returns has been checked against its utterance. */
export abstract class ShiftAnalyst {
  abstract analyse(session: CodedSession): Promise<ShiftReport>;
}

/** Rules on coded utterances: no network, no key. */
export class OnDeviceShiftAnalyst extends ShiftAnalyst {
  analyse(session: CodedSession): Promise<ShiftReport> {
    return Promise.resolve(analyseShift(session));
  }
}

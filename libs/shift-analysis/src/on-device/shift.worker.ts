import type { CodedSession } from '@app/utterance-coding';
import { analyseShift } from '../domain/analyse-shift';
import type { ShiftReport } from '../domain/types';

/** Entry of the worker thread. */
export function analyseShiftInWorker(session: CodedSession): ShiftReport {
  return analyseShift(session);
}

import type { CodedSession } from '@app/utterance-coding';
import { analyseInsight } from './analyse-insight';
import type { InsightResult } from './types';

/** What an analyst may know besides the words of the session. */
export interface InsightContext {
  /** From the calendar, when the transcript has no times. */
  sessionDurationMinutes: number | null;
  previousSessionCount: number;
}

/** Writes the ICF-aligned insight of a coded session. Every quote has been checked against its utterance. */
export abstract class InsightAnalyst {
  abstract analyse(session: CodedSession, context: InsightContext): Promise<InsightResult>;
}

/** Extraction from the coded transcript: no network, no key. */
export class OnDeviceInsightAnalyst extends InsightAnalyst {
  analyse(session: CodedSession, context: InsightContext): Promise<InsightResult> {
    return Promise.resolve(analyseInsight(session, context));
  }
}

import type { CodedSession } from '@app/utterance-coding';
import { analyseInsight } from './analyse-insight';
import type { InsightContext } from './context';
import type { InsightResult } from './types';

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

import type { CodedSession } from '@app/utterance-coding';
import type { InsightContext } from './context';
import type { InsightResult } from './types';

/** Writes the ICF-aligned insight of a coded session. Every quote has been checked against its utterance. */
export abstract class InsightAnalyst {
  abstract analyse(session: CodedSession, context: InsightContext): Promise<InsightResult>;
}

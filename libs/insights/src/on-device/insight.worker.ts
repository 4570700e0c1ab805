import type { CodedSession } from '@app/utterance-coding';
import { analyseInsight } from '../domain/analyse-insight';
import type { InsightContext } from '../domain/context';
import type { InsightResult } from '../domain/types';

export interface InsightTask {
  session: CodedSession;
  context: InsightContext;
}

/** Entry of the worker thread. */
export function analyseInsightInWorker({ session, context }: InsightTask): InsightResult {
  return analyseInsight(session, context);
}

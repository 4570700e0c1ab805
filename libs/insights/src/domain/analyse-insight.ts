import type { CodedSession } from '@app/utterance-coding';
import { analysisConfidence } from './confidence';
import { findAll, type InsightContext } from './context';
import { actionItems } from './sections/action-items';
import { celebration } from './sections/celebration';
import { clientDiscoveries } from './sections/client-discoveries';
import { coachingPresence } from './sections/coaching-presence';
import { communicationPatterns } from './sections/communication-patterns';
import { emotionalShifts } from './sections/emotional-shifts';
import { goalProgress } from './sections/goal-progress';
import { intention } from './sections/intention';
import { overallQuality } from './sections/overall-quality';
import { powerfulQuestions } from './sections/powerful-questions';
import { sessionSummary } from './sections/summary';
import { valuesBeliefs } from './sections/values-beliefs';
import type { InsightResult, InsightSections } from './types';
import { verifyInsight } from './verify';

/** Version of the extraction rules; with the coder's version it tells what made an insight. */
export const INSIGHT_VERSION = 'insight-1';

/** Seconds since any fixed point; only differences are used. */
export type Clock = () => number;
const monotonic: Clock = () => performance.now() / 1000;

function durationMinutes(session: CodedSession, given: number | null | undefined): number | null {
  if (given !== null && given !== undefined && given > 0) return Math.round(given);
  let first: number | null = null;
  let last: number | null = null;
  for (const { start, end } of session.utterances) {
    if (start !== null && (first === null || start < first)) first = start;
    const stop = end ?? start;
    if (stop !== null && (last === null || stop > last)) last = stop;
  }
  return first !== null && last !== null && last > first
    ? Math.max(1, Math.round((last - first) / 60))
    : null;
}

/**
 * The ICF-aligned insight of one coded session, on the device: every section extracted from the transcript with
 * verbatim evidence, none padded. Pure but for the clock, which times the work itself. Source: session-insights
 * technical plan.
 */
export function analyseInsight(
  session: CodedSession,
  context: InsightContext = {},
  clock: Clock = monotonic,
): InsightResult {
  const began = clock();
  const found = findAll(session);
  const quality = overallQuality(found);
  const extracted: Omit<InsightSections, 'sessionSummary'> = {
    celebration: celebration(found),
    intention: intention(found),
    clientDiscoveries: clientDiscoveries(found),
    goalProgress: goalProgress(found),
    coachingPresence: coachingPresence(found),
    powerfulQuestions: powerfulQuestions(found),
    actionItems: actionItems(found),
    emotionalShifts: emotionalShifts(found),
    valuesBeliefs: valuesBeliefs(found),
    communicationPatterns: communicationPatterns(found),
    keyThemes: found.themes.map((theme) => theme.phrase),
    overallSessionQuality: quality.quality,
    qualityBasis: quality.basis,
  };
  const sections: InsightSections = { ...extracted, sessionSummary: sessionSummary(found, extracted) };
  const verified = verifyInsight(sections, session.utterances);
  return {
    sections: verified.sections,
    metadata: {
      sessionDurationMinutes: durationMinutes(session, context.sessionDurationMinutes),
      transcriptWordCount: found.view.clientWords + found.view.coachWords,
      aiProvider: 'on_device',
      modelVersion: `${INSIGHT_VERSION}+${session.coderVersion}`,
      processingTimeSeconds: Math.max(0, clock() - began),
      analysisConfidence: analysisConfidence(found.view),
    },
    dropped: verified.dropped,
  };
}

import { Injectable } from '@nestjs/common';
import { InsightAnalyst, type InsightResult, Insights } from '@app/insights';
import type { Principal } from '@app/platform';
import { LoopAnalyst, ProgressAnalyst, SessionProgress, type SpokenStep } from '@app/progress';
import { ShiftAnalyst, ShiftFindings } from '@app/shift-analysis';
import type { CodedTranscript } from '@app/transcripts';
import type { PartName } from '../domain/types';

/** What an analysis of one part is given. */
export interface PartInput {
  principal: Principal;
  sessionId: string;
  transcriptId: string;
  coded: CodedTranscript;
  durationMinutes: number | null;
  previousSessionCount: number;
}

/** The thinking, outside any transaction; what it returns writes the result inside the completing one. */
type PartAnalysis = (input: PartInput) => Promise<() => Promise<void>>;

/** Which analyst makes which part. A part without one is skipped as not enabled. */
@Injectable()
export class PartAnalyses {
  private readonly analyses: Partial<Record<PartName, PartAnalysis>>;

  constructor(
    shiftAnalyst: ShiftAnalyst,
    shiftFindings: ShiftFindings,
    insightAnalyst: InsightAnalyst,
    insights: Insights,
    progressAnalyst: ProgressAnalyst,
    loopAnalyst: LoopAnalyst,
    progress: SessionProgress,
  ) {
    this.analyses = {
      shift_insights: async ({ principal, sessionId, transcriptId, coded }) => {
        const report = await shiftAnalyst.analyse(coded.session);
        return () => shiftFindings.replace(principal, sessionId, transcriptId, report, coded.idOf);
      },
      session_analysis: async ({ principal, sessionId, coded, durationMinutes, previousSessionCount }) => {
        const result = await insightAnalyst.analyse(coded.session, {
          sessionDurationMinutes: durationMinutes,
          previousSessionCount,
        });
        return () => insights.complete(principal, sessionId, result);
      },
      progress: async ({
        principal,
        sessionId,
        transcriptId,
        coded,
        durationMinutes,
        previousSessionCount,
      }) => {
        // The steps to follow are those the insight shows: read from the transcript again, so that the parts of a
        // session stay independent of each other's success.
        const { sections } = await insightAnalyst.analyse(coded.session, {
          sessionDurationMinutes: durationMinutes,
          previousSessionCount,
        });
        const report = await progressAnalyst.analyse(coded.session, sections.actionItems.map(toStep));
        return () => progress.replace(principal, sessionId, transcriptId, report, coded.idOf);
      },
      behavior_loops: async ({ principal, sessionId, transcriptId, coded }) => {
        const report = await loopAnalyst.analyse(coded.session);
        return () => progress.replaceLoops(principal, sessionId, transcriptId, report, coded.idOf);
      },
    };
  }

  has(part: PartName): boolean {
    return this.analyses[part] !== undefined;
  }

  run(part: PartName, input: PartInput): Promise<() => Promise<void>> {
    const analysis = this.analyses[part];
    if (!analysis) throw new Error(`no analysis for part ${part}`);
    return analysis(input);
  }
}

const COMMITMENT = { High: 'high', Medium: 'medium', Low: 'low' } as const;

const toStep = (item: InsightResult['sections']['actionItems'][number]): SpokenStep => ({
  text: item.action,
  timePhrase: item.timeline,
  commitment: COMMITMENT[item.clientCommitmentLevel],
  quotes: item.evidence,
  utterances: item.utterances,
});

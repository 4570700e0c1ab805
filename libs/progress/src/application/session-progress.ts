import { Injectable } from '@nestjs/common';
import { Sessions } from '@app/coaching';
import { type Principal, TenantScope } from '@app/platform';
import { ActionItemRepository, LoopRepository, ObservationRepository } from '../domain/records';
import type { LoopReport, ProgressReport } from '../domain/types';
import { Matching } from './matching';

/** Stores what the analysts found in a session; part of the transaction that completes the analysis. */
@Injectable()
export class SessionProgress {
  constructor(
    private readonly scope: TenantScope,
    private readonly sessions: Sessions,
    private readonly observations: ObservationRepository,
    private readonly actionItems: ActionItemRepository,
    private readonly loops: LoopRepository,
    private readonly matching: Matching,
  ) {}

  /** Replaces the session's observations and action items, and with them all that is derived from them. */
  replace(
    principal: Principal,
    sessionId: string,
    transcriptId: string,
    report: ProgressReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void> {
    return this.scope.run(principal, async () => {
      const { clientId } = await this.sessions.find(principal, sessionId);
      const place = { clientId, sessionId, transcriptId };
      await this.observations.replace(place, report, idOf);
      await this.actionItems.replace(place, report, idOf);
      await this.matching.linkObservations(clientId, { sessionId });
      await this.matching.matchSession(clientId, sessionId);
      await this.sessions.setProgressExtracted(principal, sessionId, true);
    });
  }

  replaceLoops(
    principal: Principal,
    sessionId: string,
    transcriptId: string,
    report: LoopReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void> {
    return this.scope.run(principal, async () => {
      const { clientId } = await this.sessions.find(principal, sessionId);
      await this.loops.replace(
        { clientId, sessionId, transcriptId },
        report.moments,
        report.analystVersion,
        idOf,
      );
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Sessions } from '@app/coaching';
import { DomainError, notFound, type Page, type Principal, TenantScope } from '@app/platform';
import {
  type GrowthPoint,
  ShiftReader,
  ShiftRepository,
  type SignalQuery,
  type SignalRecord,
  type StoredReport,
  type Verdict,
} from '../domain/records';
import type { ShiftReport } from '../domain/types';

export interface VerdictInput {
  verdict: Verdict | null;
  feedback?: string;
  betterExample?: string;
}

/** SHIFT findings of sessions, and the coach's word on them. */
@Injectable()
export class ShiftFindings {
  constructor(
    private readonly scope: TenantScope,
    private readonly sessions: Sessions,
    private readonly repository: ShiftRepository,
    private readonly reader: ShiftReader,
  ) {}

  /** Stores what an analyst found; part of the transaction that completes the analysis. */
  replace(
    principal: Principal,
    sessionId: string,
    transcriptId: string,
    report: ShiftReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void> {
    return this.scope.run(principal, () => this.repository.replace(sessionId, transcriptId, report, idOf));
  }

  report(principal: Principal, sessionId: string): Promise<StoredReport> {
    return this.scope.run(principal, async () => {
      await this.sessions.find(principal, sessionId);
      const report = await this.reader.report(sessionId);
      if (!report) throw notFound('shift');
      return report;
    });
  }

  signals(principal: Principal, query: SignalQuery): Promise<Page<SignalRecord>> {
    return this.scope.run(principal, async () => {
      await this.sessions.find(principal, query.sessionId);
      return this.reader.signals(query);
    });
  }

  growth(
    principal: Principal,
    clientId: string | undefined,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<GrowthPoint>> {
    return this.scope.run(principal, () => this.reader.growth(clientId, limit, cursor));
  }

  /** Confirms, dismisses or edits a signal, or takes that back (`verdict: null`). The analyst's words are kept. */
  judge(principal: Principal, signalId: string, input: VerdictInput): Promise<SignalRecord> {
    const edited = input.verdict === 'edited';
    const hasWords = input.feedback !== undefined || input.betterExample !== undefined;
    if (edited !== hasWords) {
      throw new DomainError({
        code: 'signal.verdict_mismatch',
        kind: 'invalid',
        message: 'New words go with the verdict "edited", and only with it.',
        fields: [
          { field: edited ? 'feedback' : 'verdict', message: edited ? 'is needed' : 'must be edited' },
        ],
      });
    }
    return this.scope.run(principal, async () => {
      const found = await this.repository.setVerdict(signalId, {
        verdict: input.verdict,
        editedFeedback: input.feedback ?? null,
        editedBetterExample: input.betterExample ?? null,
      });
      const signal = found ? await this.reader.signal(signalId) : null;
      if (!signal) throw notFound('signal');
      return signal;
    });
  }
}

import type { Page } from '@app/platform';
import type { PrincipleKey, PrincipleScore, ShiftReport, ShiftSignal, SignalKind } from './types';

export type Verdict = 'confirmed' | 'dismissed' | 'edited';

/** A stored signal with the coach's word on it. */
export interface SignalRecord extends ShiftSignal {
  id: string;
  sessionId: string;
  /** Ids of `utterances`, in the same order. */
  utteranceIds: string[];
  analyst: string;
  analystVersion: string;
  rubricVersion: string;
  verdict: Verdict | null;
  verdictAt: Date | null;
  editedFeedback: string | null;
  editedBetterExample: string | null;
  createdAt: Date;
}

export interface StoredReport extends Omit<ShiftReport, 'signals'> {
  sessionId: string;
  createdAt: Date;
}

export interface VerdictChange {
  verdict: Verdict | null;
  editedFeedback: string | null;
  editedBetterExample: string | null;
}

/** Writing of SHIFT findings, inside an open tenant scope. */
export abstract class ShiftRepository {
  /**
   * Stores a report in place of the session's earlier one. Signals the coach has spoken on stay as they are, and a
   * new signal about the same moment does not come beside them.
   */
  abstract replace(
    sessionId: string,
    transcriptId: string,
    report: ShiftReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void>;
  abstract setVerdict(signalId: string, change: VerdictChange): Promise<boolean>;
}

export interface SignalQuery {
  sessionId: string;
  kind: SignalKind | undefined;
  principle: PrincipleKey | undefined;
  limit: number;
  cursor: string | undefined;
}

/** One session's point in the coach's growth over time. */
export interface GrowthPoint {
  sessionId: string;
  clientId: string;
  clientName: string;
  date: string;
  title: string;
  scores: PrincipleScore[];
  coachTalkShare: number | null;
  excellenceCount: number;
  growthCount: number;
}

/** The reads of SHIFT findings, as explicit SQL. */
export abstract class ShiftReader {
  abstract report(sessionId: string): Promise<StoredReport | null>;
  abstract signals(query: SignalQuery): Promise<Page<SignalRecord>>;
  abstract signal(id: string): Promise<SignalRecord | null>;
  abstract growth(
    clientId: string | undefined,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<GrowthPoint>>;
}

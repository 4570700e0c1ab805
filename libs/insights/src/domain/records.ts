import type { InsightMetadata, InsightResult, InsightSections } from './types';

export type InsightStatus = 'pending' | 'processing' | 'completed' | 'failed';
export type InsightSource = 'file_upload' | 'text_input' | 'url_import';

/** A stored insight as lists show it. Seed 001 `SessionInsightResponse`. */
export interface InsightSummary {
  id: string;
  sessionId: string;
  /** A coaching relationship is a client of a coach: its id is the client's. */
  clientId: string;
  clientUserId: string | null;
  coachId: string;
  sessionDate: string;
  sessionTitle: string;
  sessionSummary: string;
  keyThemes: string[];
  overallSessionQuality: string | null;
  status: InsightStatus;
  processingError: string | null;
  celebrationCount: number;
  intentionCount: number;
  discoveryCount: number;
  actionItemCount: number;
  createdAt: Date;
  completedAt: Date | null;
}

/** All of an insight. Seed 001 `SessionInsight`. */
export interface InsightDetail extends InsightSummary {
  sections: Pick<
    InsightSections,
    | 'celebration'
    | 'intention'
    | 'clientDiscoveries'
    | 'goalProgress'
    | 'coachingPresence'
    | 'powerfulQuestions'
    | 'actionItems'
    | 'emotionalShifts'
    | 'valuesBeliefs'
    | 'communicationPatterns'
    | 'qualityBasis'
  >;
  metadata: InsightMetadata | null;
  transcriptSource: InsightSource;
  sourceDocumentId: string | null;
  createdBy: string;
  visibleToClient: boolean;
  visibleToCoach: boolean;
  updatedAt: Date;
}

export interface NewInsight {
  sessionId: string;
  clientId: string;
  transcriptId: string;
  transcriptSource: InsightSource;
}

export interface InsightList {
  insights: InsightSummary[];
  totalCount: number;
}

/** Writing of insights, inside an open tenant scope. */
export abstract class InsightRepository {
  /** Creates the session's insight as pending; one that is there becomes pending again when `restart`. Returns its id. */
  abstract prepare(insight: NewInsight, restart: boolean): Promise<string>;
  abstract setStatus(sessionId: string, status: InsightStatus, errorCode: string | null): Promise<void>;
  abstract complete(sessionId: string, result: InsightResult): Promise<void>;
  abstract setVisibility(id: string, visible: { toClient?: boolean; toCoach?: boolean }): Promise<boolean>;
  abstract delete(id: string): Promise<boolean>;
}

/** The reads of insights, as explicit SQL. */
export abstract class InsightReader {
  abstract ofClient(clientId: string, limit: number, offset: number): Promise<InsightList>;
  abstract detail(id: string): Promise<InsightDetail | null>;
  abstract idOfSession(sessionId: string): Promise<string | null>;
}

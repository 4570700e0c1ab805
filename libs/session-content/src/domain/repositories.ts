import type { Page } from '@app/platform';
import type { SkippedPart, Speaker } from '@app/transcripts';
import type { ContentPart, ContentRequest, PartName, PartStatus } from './types';

export interface PartState {
  part: PartName;
  status: PartStatus;
  jobId: string | null;
  skipReason: string | null;
}

/** A part together with what its job needs to know. */
export interface PartForJob extends ContentPart {
  requestId: string;
  sessionId: string;
  transcriptId: string;
  jobId: string | null;
}

/** Content requests and their parts, inside an open tenant scope. Every change notifies listeners of the session. */
export abstract class ContentRepository {
  abstract ofSession(sessionId: string): Promise<ContentRequest | null>;
  /** Creates the session's request, or takes the one there is for the same transcript. Returns its id. */
  abstract create(sessionId: string, transcriptId: string): Promise<string>;
  /** Starts parts over: state and job as given, counters and times cleared. */
  abstract setParts(requestId: string, sessionId: string, parts: PartState[]): Promise<void>;
  /** Holds the part's row until the transaction ends. */
  abstract lockPart(requestId: string, part: PartName): Promise<PartForJob | null>;
  abstract markProcessing(part: PartForJob, attempt: number): Promise<void>;
  abstract markFinished(part: PartForJob, status: PartStatus, reason: string | null): Promise<void>;
}

/** A session with everything lists and the session page show. */
export interface SessionOverview {
  id: string;
  clientId: string;
  clientName: string;
  title: string;
  date: string;
  startsAt: Date | null;
  sessionType: 'regular' | 'intake';
  duration: number | null;
  meetingUrl: string | null;
  recallBotId: string | null;
  recallBotStatus: string | null;
  /** Derived: the date is today or earlier in the coach's zone. */
  isCompleted: boolean;
  progressExtracted: boolean;
  createdAt: Date;
  updatedAt: Date;
  transcript: {
    id: string;
    sourceFormat: string;
    fileName: string | null;
    utteranceCount: number;
    wordCount: number;
    needsConfirmation: boolean;
    /** Empty in lists. */
    speakers: Speaker[];
    skipped: SkippedPart[];
    createdAt: Date;
  } | null;
  partStatuses: PartStatus[];
  insightId: string | null;
  insightSummary: string | null;
  keyThemes: string[];
  overallSessionQuality: string | null;
  excellenceCount: number;
  growthCount: number;
  unreviewedCount: number;
}

export type SessionWhen = 'all' | 'upcoming' | 'past';
export const SESSION_SORTS = ['date', '-date'] as const;
export type SessionSort = (typeof SESSION_SORTS)[number];

export interface SessionListQuery {
  clientId: string | undefined;
  when: SessionWhen;
  search: string | undefined;
  sort: SessionSort;
  limit: number;
  cursor: string | undefined;
  today: string;
}

export type AttentionKind =
  | 'confirm_speakers'
  | 'analysis_failed'
  | 'review_findings'
  | 'consent_missing'
  | 'no_clients'
  | 'verify_email';

/** One thing that waits for the coach. */
export interface Attention {
  kind: AttentionKind;
  clientId: string | null;
  clientName: string | null;
  sessionId: string | null;
  sessionTitle: string | null;
  count: number;
}

/** The session lists, the session page and Today, as explicit SQL. */
export abstract class SessionReader {
  abstract list(query: SessionListQuery): Promise<Page<SessionOverview>>;
  abstract one(id: string, today: string): Promise<SessionOverview | null>;
  abstract attention(): Promise<Attention[]>;
  abstract counts(): Promise<{ clients: number; sessions: number }>;
  /** Regular and intake sessions of the client before this one. */
  abstract earlierSessions(sessionId: string): Promise<number>;
}

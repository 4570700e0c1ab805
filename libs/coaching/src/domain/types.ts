/** A coach as their clients and reports know them. Seed 000 `CoachingProfile`. */
export interface CoachProfile {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  businessName: string | null;
  niche: string | null;
  description: string | null;
  /** IANA zone in which the coach's "today" is computed. */
  timeZone: string;
}

/** A client with what lists and headers show. Seed 000 `CoachingClient`. */
export interface ClientView {
  id: string;
  name: string;
  email: string | null;
  /** Sessions in the package; `null` when there is no package. */
  totalSessions: number | null;
  /** Regular sessions whose date is today or earlier in the coach's zone. */
  actualCompletedSessions: number;
  sessionCount: number;
  hasConsented: boolean;
  consentRecordedOn: string | null;
  lastSessionDate: string | null;
  nextSession: { id: string; title: string; date: string; startsAt: Date | null } | null;
  createdAt: Date;
  updatedAt: Date;
}

export type SessionType = 'regular' | 'intake';

/** The stored facts of one meeting. Seed 000 `CoachingSession` without its transcript. */
export interface SessionFacts {
  id: string;
  clientId: string;
  title: string;
  /** `YYYY-MM-DD` */
  date: string;
  startsAt: Date | null;
  sessionType: SessionType;
  /** Minutes. */
  duration: number | null;
  meetingUrl: string | null;
}

export interface ClientChanges {
  name?: string;
  email?: string | null;
  totalSessions?: number | null;
  hasConsented?: boolean;
  consentRecordedOn?: string;
}

export interface SessionChanges {
  title?: string;
  /** `YYYY-MM-DD` or an ISO instant. */
  date?: string;
  sessionType?: SessionType;
  duration?: number | null;
  meetingUrl?: string | null;
}

export const CLIENT_SORTS = ['name', '-name', 'created_at', '-created_at', '-last_session'] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];

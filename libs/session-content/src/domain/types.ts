/** The four analyses of one transcript. Seed 000, "AI-Generated Session Content". */
export const PARTS = ['session_analysis', 'shift_insights', 'progress', 'behavior_loops'] as const;
export type PartName = (typeof PARTS)[number];

export type PartStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'skipped';

export interface ContentPart {
  part: PartName;
  status: PartStatus;
  attempts: number;
  errorCode: string | null;
  skipReason: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** Seed 000 `SessionContentRequest`. */
export interface ContentRequest {
  id: string;
  sessionId: string;
  transcriptId: string;
  createdAt: Date;
  parts: ContentPart[];
}

export type ContentStatus = 'pending' | 'processing' | 'completed' | 'failed';

/** The whole follows from its parts. */
export function statusOf(parts: Pick<ContentPart, 'status'>[]): ContentStatus {
  if (parts.some(({ status }) => status === 'processing')) return 'processing';
  const pending = parts.filter(({ status }) => status === 'pending').length;
  if (pending > 0)
    return parts.some(({ status }) => status === 'completed' || status === 'failed')
      ? 'processing'
      : 'pending';
  return parts.some(({ status }) => status === 'failed') ? 'failed' : 'completed';
}

export const isFinished = (status: PartStatus): boolean => status !== 'pending' && status !== 'processing';

/** When the last part ended; `null` while one is still to come. */
export function finishedAt(parts: ContentPart[]): Date | null {
  if (!parts.every(({ status }) => isFinished(status))) return null;
  const times = parts.map((part) => part.finishedAt?.getTime() ?? 0);
  return new Date(Math.max(...times));
}

/** Why a part did not run although nothing went wrong. */
export const SKIP_NOT_ENABLED = 'not_enabled';
export const SKIP_NO_CONSENT = 'consent.required';

/** Plain sentences for the codes a part can fail with. */
export function describePartError(code: string): string {
  switch (code) {
    case 'worker.lost':
      return 'The analysis was interrupted several times and was given up. Nothing is lost; you can run it again.';
    case 'consent.required':
      return 'The client has not agreed to analysis, or has withdrawn their consent.';
    default:
      return 'The analysis did not work out. The transcript is safe; you can run it again.';
  }
}

/** Channel on which a session's id is announced when its content changes. */
export const CONTENT_CHANNEL = 'session_content';

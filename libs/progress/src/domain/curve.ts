/** What one session's observations add to a goal. */
export interface SessionDelta {
  sessionId: string;
  /** `YYYY-MM-DD` */
  date: string;
  title: string;
  delta: number;
  observationCount: number;
}

/** A goal's progress after a session, 0..1. */
export interface CurvePoint extends SessionDelta {
  progress: number;
}

/**
 * The curve of a goal: deltas add up session by session and the sum stays within 0 .. 1, so that a hard time before
 * anything was won takes nothing that later progress would have to pay back. Sessions in order of time.
 */
export function curveOf(sessions: readonly SessionDelta[]): CurvePoint[] {
  let progress = 0;
  return sessions.map((session) => {
    progress = Math.max(0, Math.min(1, Math.round((progress + session.delta) * 1000) / 1000));
    return { ...session, progress };
  });
}

/** Every background job by name, with its payload: ids only, never content. */
export interface JobMap {
  /** Analyse one part of a session's content. */
  'session-content.part': { requestId: string; part: string };
}

export type JobName = keyof JobMap;

/** One job as a handler receives it. */
export interface Job<N extends JobName = JobName> {
  id: string;
  name: N;
  coachId: string;
  payload: JobMap[N];
  /** 1 for the first run. */
  attempt: number;
}

export const QUEUE_NAME = 'journeyloop';

/** Runs of a job before it is given up. A worker that dies counts as a run. */
export const MAX_ATTEMPTS = 5;

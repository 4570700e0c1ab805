import type { LoopPlace, LoopStatus } from '../types';

/** One session's share of a loop: how often it ran and how often it was answered differently. */
export interface LoopSession {
  sessionId: string;
  date: string;
  title: string;
  runs: number;
  shifts: number;
}

/** The fewest sessions a response must recur in before it is called a loop. */
export const FEWEST_SESSIONS = 2;

/**
 * Where a loop stands, from its sessions in order of time. `emerging`: seen in two sessions. `active`: in more, and
 * still running in the latest. `evolving`: in the latest session the client answered differently more often than
 * the loop ran, or as often and more than once. `resolved`: the two latest sessions in which it came up have a different answer only.
 */
export function loopStatus(sessions: readonly Pick<LoopSession, 'runs' | 'shifts'>[]): LoopStatus {
  const told = sessions.filter(({ runs, shifts }) => runs + shifts > 0);
  const last = told.at(-1);
  const previous = told.at(-2);
  if (last && previous && last.runs === 0 && previous.runs === 0) return 'resolved';
  if (last && (last.shifts > last.runs || (last.shifts > 1 && last.shifts === last.runs))) return 'evolving';
  return told.filter(({ runs }) => runs > 0).length <= FEWEST_SESSIONS ? 'emerging' : 'active';
}

/** A moment as stored, with the session it belongs to. */
export interface StoredMoment {
  sessionId: string;
  shift: boolean;
  response: LoopPlace;
  trigger: LoopPlace | null;
  consequence: LoopPlace | null;
  certainty: number;
}

/** A place of the loop in words, and where they were said. */
export interface LoopWords extends LoopPlace {
  sessionId: string;
}

export interface LoopTold {
  trigger: LoopWords;
  response: LoopWords;
  consequence: LoopWords;
}

/**
 * The loop in the client's words, from the moment that tells most of it; a place it lacks comes from the next best.
 * `null` while no trigger or no consequence was ever told. Moments are given in order of time; the earlier one wins
 * among equals. That they recur over sessions is the caller's to see.
 */
export function tellLoop(moments: readonly StoredMoment[]): LoopTold | null {
  const runs = moments.filter(({ shift }) => !shift).toSorted((a, b) => b.certainty - a.certainty);
  const words = (pick: (moment: StoredMoment) => LoopPlace | null): LoopWords | null => {
    for (const moment of runs) {
      const place = pick(moment);
      if (place) return { ...place, sessionId: moment.sessionId };
    }
    return null;
  };
  const trigger = words((moment) => moment.trigger);
  const response = words((moment) => moment.response);
  const consequence = words((moment) => moment.consequence);
  return trigger && response && consequence ? { trigger, response, consequence } : null;
}

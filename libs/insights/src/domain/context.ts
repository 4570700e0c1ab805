import type { CodedSession } from '@app/utterance-coding';
import type { Commitment } from './moments/commitment';
import { findCommitments } from './moments/commitments';
import { findGoals } from './moments/goals';
import { findInsights } from './moments/insights';
import type { Moment } from './moments/moment';
import { findSetbacks, findStruggles } from './moments/struggles';
import { findWins } from './moments/wins';
import { viewSession, type SessionView } from './session-view';
import { namingOf, type Naming } from './text/quotes';
import { findThemes, type Theme } from './text/keyphrases';

/** What the caller knows about a session beyond its words. */
export interface InsightContext {
  sessionDurationMinutes?: number | null;
  previousSessionCount?: number | null;
}

/** All that the sections share: found once, read by many. */
export interface Findings {
  session: CodedSession;
  view: SessionView;
  naming: Naming;
  commitments: Commitment[];
  wins: Moment[];
  insights: Moment[];
  struggles: Moment[];
  setbacks: Moment[];
  goals: Moment[];
  themes: Theme[];
}

export function findAll(session: CodedSession): Findings {
  const view = viewSession(session);
  const naming = namingOf(session.clientName, session.coachName);
  return {
    session,
    view,
    naming,
    commitments: findCommitments(view, naming),
    wins: findWins(view),
    insights: findInsights(view),
    struggles: findStruggles(view),
    setbacks: findSetbacks(view),
    goals: findGoals(view),
    themes: findThemes(view, [session.clientName, session.coachName]),
  };
}

import type { CodedSession } from '@app/utterance-coding';
import { composeSignal } from './feedback/compose';
import type { Said } from './feedback/compose';
import { findMoments } from './find-moments';
import { MAX_SIGNALS_PER_KIND, byUsefulness, countedMoments } from './select';
import { askedQuestions, coachTalkShare, longestMonologue, principleScores } from './session-figures';
import { viewSession } from './session-view';
import type { SessionView } from './session-view';
import type { Moment } from './rules/moment';
import type { ShiftReport, ShiftSignal, SignalKind } from './types';
import { isVerified } from './verify';

/** Name of this analyst as stored with every finding. */
export const ON_DEVICE_ANALYST = 'on_device';
/** Version of the rules, thresholds and texts. */
export const SHIFT_ANALYST_VERSION = '1.0.0';
/** Version of the taxonomy and its definitions. */
export const SHIFT_RUBRIC_VERSION = '1.0.0';

/**
 * Finds SHIFT moments in a coded session and puts them into words: at most twelve signals of each kind, the most
 * useful first, each quoting what was said. Pure and deterministic; utterances of `other` speakers are ignored.
 * Sequence numbers must be unique; they may have gaps.
 */
export function analyseShift(session: CodedSession): ShiftReport {
  const view = viewSession(session);
  const counted = countedMoments(view, findMoments(view));
  const questions = askedQuestions(view);
  const said: Said = new Set();
  const excellence = compose(view, session, counted, 'excellence', said);
  const growth = compose(view, session, counted, 'growth', said);
  return {
    signals: [...excellence.signals, ...growth.signals],
    scores: principleScores(counted),
    coachTalkShare: coachTalkShare(view),
    openQuestions: questions.filter((question) => question.type === 'open').length,
    closedQuestions: questions.filter((question) => question.type === 'closed').length,
    questions,
    longestMonologue: longestMonologue(view),
    dropped: excellence.dropped + growth.dropped,
    analyst: ON_DEVICE_ANALYST,
    analystVersion: SHIFT_ANALYST_VERSION,
    rubricVersion: SHIFT_RUBRIC_VERSION,
  };
}

/** Composes in order of usefulness until the cap; what cannot be worded or verified makes room for the next. */
function compose(
  view: SessionView,
  session: CodedSession,
  counted: readonly Moment[],
  kind: SignalKind,
  said: Said,
): { signals: ShiftSignal[]; dropped: number } {
  const signals: ShiftSignal[] = [];
  let dropped = 0;
  for (const moment of byUsefulness(view, counted, kind)) {
    if (signals.length >= MAX_SIGNALS_PER_KIND) break;
    const signal = composeSignal(view, moment, session.clientName, said);
    if (!signal) continue;
    if (isVerified(signal, session)) signals.push(signal);
    else dropped += 1;
  }
  return { signals, dropped };
}

import { sessionQuality, type CodedSession } from '@app/utterance-coding';
import { certaintyOf, type SessionView } from '../session-view';
import type { Findings } from '../context';
import type { SessionQuality } from '../types';
import { shareInWords } from '../text/report';

/** What the quality is judged from; all are shares or differences, so the length of a session does not matter. */
export interface QualityFeatures {
  /** Reflections against reflections and questions, 0..1. */
  reflectionShare: number;
  /** Complex reflections against all reflections, 0..1. */
  complexShare: number;
  /** Open questions against all questions, 0..1. */
  openShare: number;
  /** Coach lines that advise or inform against all with content, 0..1. */
  inputShare: number;
  /** Coach lines that advise without permission asked shortly before, against all with content, 0..1. */
  uninvitedAdvice: number;
  /** Coach's share of the words, 0..1. */
  coachTalk: number;
  /** Mean change talk minus sustain talk of the client, -1..1. */
  changeTalk: number;
  /** The same in the last third minus the first third, -1..1. */
  changeRise: number;
  /** Affirmations against coach lines with content, 0..1. */
  affirmations: number;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Soft counts: each code counts with its certainty, so that unsure codes weigh less. */
export function qualityFeatures(view: SessionView): QualityFeatures {
  const coach = view.coachContent;
  const sum = (...codes: Parameters<typeof certaintyOf>[1][]): number =>
    coach.reduce((total, line) => total + Math.max(...codes.map((code) => certaintyOf(line, code))), 0);
  const reflections = sum('reflection_simple', 'reflection_complex');
  const open = sum('question_open');
  const closed = sum('question_closed');
  const lines = Math.max(1, coach.length);
  let uninvited = 0;
  for (const line of coach) {
    const advice = certaintyOf(line, 'advice');
    if (advice === 0) continue;
    const invited = view.lines
      .slice(Math.max(0, line.index - 4), line.index + 1)
      .some((other) => other.coach && certaintyOf(other, 'permission') >= 0.5);
    if (!invited) uninvited += advice;
  }
  const talk = view.clientContent.map((line) =>
    line.utterance.talk ? line.utterance.talk.change - line.utterance.talk.sustain : 0,
  );
  const third = Math.floor(talk.length / 3);
  return {
    reflectionShare: (reflections + 0.5) / (reflections + open + closed + 1.5),
    complexShare: (sum('reflection_complex') + 0.3) / (reflections + 1),
    openShare: (open + 0.5) / (open + closed + 1),
    inputShare: sum('advice', 'information') / lines,
    uninvitedAdvice: uninvited / lines,
    coachTalk: view.coachWords / Math.max(1, view.coachWords + view.clientWords),
    changeTalk: mean(talk),
    changeRise: third >= 2 ? mean(talk.slice(-third)) - mean(talk.slice(0, third)) : 0,
    affirmations: sum('affirmation') / lines,
  };
}

/**
 * Weights set by hand on features centred between the means of AnnoMI's high- and low-quality sessions: there are too
 * few low ones to fit on. `docs/analysis.md` has the figures.
 */
const CENTRE: QualityFeatures = {
  reflectionShare: 0.3,
  complexShare: 0.38,
  openShare: 0.58,
  inputShare: 0.15,
  uninvitedAdvice: 0.04,
  coachTalk: 0.59,
  changeTalk: 0.1,
  changeRise: 0.2,
  affirmations: 0.01,
};
const WEIGHTS: QualityFeatures = {
  reflectionShare: 4,
  complexShare: 1.5,
  openShare: 0.5,
  inputShare: -3,
  uninvitedAdvice: -5,
  coachTalk: -2,
  changeTalk: 2,
  changeRise: 0.5,
  affirmations: 2,
};

/** 0 (poor) .. 1 (excellent): how much a session's conduct is like that of good sessions. */
export function qualityScore(features: QualityFeatures): number {
  let sum = 0;
  for (const key of Object.keys(WEIGHTS) as (keyof QualityFeatures)[])
    sum += WEIGHTS[key] * (features[key] - CENTRE[key]);
  return sigmoid(sum);
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number =>
  Math.log(Math.min(0.999, Math.max(0.001, p)) / (1 - Math.min(0.999, Math.max(0.001, p))));

/** The features together with the coder's index of words spent on evoking against telling; the blend tells best. */
export function sessionScore(session: CodedSession, view: SessionView): number {
  const own = logit(qualityScore(qualityFeatures(view)));
  const index = sessionQuality(session);
  return index === null ? sigmoid(own) : sigmoid(0.4 * own + 0.6 * logit(index.highQuality));
}

/** Fewest lines with content on either side for a judgement. */
const LEAST_COACH_LINES = 5;
const LEAST_CLIENT_LINES = 5;

function reasons(found: Findings, features: QualityFeatures): string[] {
  const { naming, view } = found;
  const said: string[] = [];
  if (features.reflectionShare >= 0.5) said.push('The coach reflected at least as often as asking.');
  else if (features.reflectionShare <= 0.22) said.push('Questions far outnumbered reflections.');
  if (features.openShare >= 0.55) said.push('More of the questions were open than closed.');
  else if (features.openShare <= 0.3) said.push('Most of the questions were closed.');
  if (features.uninvitedAdvice >= 0.15)
    said.push('Advice came repeatedly without asking whether it was wanted.');
  else if (features.uninvitedAdvice <= 0.03 && view.coachContent.length >= 8)
    said.push('There was hardly any uninvited advice.');
  if (features.inputShare >= 0.18)
    said.push(`Advice and information made up ${shareInWords(features.inputShare)} of the coach’s turns.`);
  if (features.coachTalk >= 0.58)
    said.push(`The coach spoke ${shareInWords(features.coachTalk)} of the words.`);
  else if (features.coachTalk <= 0.42)
    said.push(`${naming.Name} had the floor for ${shareInWords(1 - features.coachTalk)} of the words.`);
  if (features.changeRise >= 0.15)
    said.push(`${naming.Possessive} language leaned more towards change late in the session than early.`);
  else if (features.changeRise <= -0.2)
    said.push(`${naming.Possessive} language leaned less towards change late in the session than early.`);
  if (features.affirmations >= 0.08) said.push('Strengths and efforts were named.');
  const own = found.commitments.filter((item) => item.origin === 'client' && item.strength >= 0.5).length;
  const given = found.commitments.filter((item) => item.origin === 'coach' && !item.accepted).length;
  if (own > 0)
    said.push(
      own === 1
        ? `${naming.Name} named a next step in their own words.`
        : `${naming.Name} named next steps in their own words.`,
    );
  else if (given > 0) said.push('The next step was set by the coach and only acknowledged.');
  else if (view.lines.length >= 30) said.push('No next step was put into words.');
  return said;
}

/**
 * Overall quality of a session from what was done in it, and the reasons in plain sentences. `Excellent` needs a high
 * score, no heavy use of uninvited advice, and something that came of it: a realisation or the client's own step.
 */
export function overallQuality(found: Findings): {
  quality: SessionQuality;
  basis: string[];
  score: number | null;
} {
  const { view } = found;
  if (view.coachContent.length < LEAST_COACH_LINES || view.clientContent.length < LEAST_CLIENT_LINES) {
    return {
      quality: 'Average',
      basis: ['Too little conversation to judge; this is no more than a neutral placeholder.'],
      score: null,
    };
  }
  const features = qualityFeatures(view);
  const score = sessionScore(found.session, view);
  const ownStep = found.commitments.some((item) => item.origin === 'client' && item.strength >= 0.5);
  const imposed = found.commitments.some((item) => item.origin === 'coach' && !item.accepted);
  // Where the only step was set for the client, a middling score is not an average session.
  const floor = imposed && !ownStep ? 0.5 : 0.36;
  let quality: SessionQuality =
    score >= 0.945 ? 'Excellent' : score >= 0.58 ? 'Good' : score >= floor ? 'Average' : 'Needs Improvement';
  // A step that was set for the client, or advice nobody asked for, is a good session's blemish, not an excellent one's.
  const fruit = found.insights.length > 0 || ownStep;
  if (
    quality === 'Excellent' &&
    (!fruit || imposed || features.uninvitedAdvice > 0.03 || view.lines.length < 20)
  )
    quality = 'Good';
  return { quality, basis: reasons(found, features), score };
}

import type { CodedSession, CodedUtterance } from './domain/types';
import { countWords } from './text/words';

/** What a session's codes say about how far the coach worked in the client's way; see `docs/analysis.md`. */
export interface SessionQuality {
  /** 0 .. 1: probability that experts would call the session one of high MI quality. */
  highQuality: number;
  /** Shares of the coach's words by behaviour, each 0 .. 1, adding up to 1. */
  wordShares: { question: number; reflection: number; input: number; other: number };
  /** Reflections for every question, from probabilities. */
  reflectionsPerQuestion: number;
  /** Coach's share of all words, 0 .. 1. */
  coachTalkShare: number;
  /** Coach utterances it rests on; under about ten it says little. */
  coachUtterances: number;
}

/** Place and steepness of the index on the probability scale, fitted on AnnoMI's training part. */
export interface QualityScale {
  slope: number;
  offset: number;
}

/** Fitted on the cross-validated index of AnnoMI's training part; two numbers, so they stand here. */
const SCALE: QualityScale = { slope: 9.5, offset: 4.5 };

/** The session's quality as far as codes show it, `null` when the coach says nothing. */
export function sessionQuality(session: Pick<CodedSession, 'utterances'>): SessionQuality | null {
  const sums = sumUp(session.utterances);
  if (sums.coachWords === 0) return null;
  const share = (words: number): number => words / sums.coachWords;
  return {
    highQuality: 1 / (1 + Math.exp(-(SCALE.slope * qualityIndex(session) + SCALE.offset))),
    wordShares: {
      question: share(sums.words[0]!),
      reflection: share(sums.words[1]!),
      input: share(sums.words[2]!),
      other: share(sums.words[3]!),
    },
    reflectionsPerQuestion: (sums.turns[1]! + 0.5) / (sums.turns[0]! + 0.5),
    coachTalkShare: sums.coachWords / Math.max(1, sums.coachWords + sums.clientWords),
    coachUtterances: sums.coachUtterances,
  };
}

/**
 * One number from the codes: what motivational interviewing counts as its own way (words spent on reflections,
 * affirmations, asking permission) less what it counts against it (words spent on giving input, advice). The weights
 * are fixed, not fitted: with fifteen low-quality sessions to learn from, fitted ones generalised worse.
 */
export function qualityIndex(session: Pick<CodedSession, 'utterances'>): number {
  const { words, coachWords, coachUtterances, advice, consistent } = sumUp(session.utterances);
  if (coachUtterances === 0) return 0;
  return (
    (0.3 * words[1]! - words[2]!) / Math.max(1, coachWords) +
    (0.2 * consistent - 0.5 * advice) / coachUtterances
  );
}

interface Sums {
  /** Coach's words and turns per behaviour, weighted by its probability. */
  words: Float64Array;
  turns: Float64Array;
  coachWords: number;
  clientWords: number;
  coachUtterances: number;
  /** Sum of the certainties of advice; number of affirmations and requests for permission. */
  advice: number;
  consistent: number;
}

function sumUp(utterances: readonly CodedUtterance[]): Sums {
  const sums: Sums = {
    words: new Float64Array(4),
    turns: new Float64Array(4),
    coachWords: 0,
    clientWords: 0,
    coachUtterances: 0,
    advice: 0,
    consistent: 0,
  };
  for (const { speakerType, text, behaviour, codes } of utterances) {
    const n = countWords(text);
    if (speakerType === 'client') sums.clientWords += n;
    if (speakerType !== 'coach' || !behaviour) continue;
    sums.coachWords += n;
    sums.coachUtterances += 1;
    for (const { code, certainty } of codes) {
      if (code === 'advice') sums.advice += certainty;
      if (code === 'affirmation' || code === 'permission') sums.consistent += 1;
    }
    [behaviour.question, behaviour.reflection, behaviour.input, behaviour.other].forEach((p, k) => {
      sums.words[k] = sums.words[k]! + p * n;
      sums.turns[k] = sums.turns[k]! + p;
    });
  }
  return sums;
}

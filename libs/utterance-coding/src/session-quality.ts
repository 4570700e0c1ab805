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

/** Fitted on AnnoMI's training part with `fitQualityScale`; two numbers, so they live here. */
const SCALE: QualityScale = { slope: 1.2, offset: 0.2 };

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
 * One number from the codes: log of (words spent on reflections and questions) over (words spent on giving input).
 * A fixed index, not a fitted one: with fifteen low-quality sessions to learn from, fitted weights generalise worse.
 */
export function qualityIndex(session: Pick<CodedSession, 'utterances'>): number {
  const { words } = sumUp(session.utterances);
  const evoking = words[0]! + words[1]!;
  return Math.log((evoking + 10) / (words[2]! + 10));
}

function sumUp(utterances: readonly CodedUtterance[]): {
  words: Float64Array;
  turns: Float64Array;
  coachWords: number;
  clientWords: number;
  coachUtterances: number;
} {
  const words = new Float64Array(4);
  const turns = new Float64Array(4);
  let coachWords = 0;
  let clientWords = 0;
  let coachUtterances = 0;
  for (const { speakerType, text, behaviour } of utterances) {
    const n = countWords(text);
    if (speakerType === 'client') clientWords += n;
    if (speakerType !== 'coach' || !behaviour) continue;
    coachWords += n;
    coachUtterances += 1;
    [behaviour.question, behaviour.reflection, behaviour.input, behaviour.other].forEach((p, k) => {
      words[k] = words[k]! + p * n;
      turns[k] = turns[k]! + p;
    });
  }
  return { words, turns, coachWords, clientWords, coachUtterances };
}

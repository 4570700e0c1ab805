import { clientAnswer, type Line, type SessionView } from '../session-view';
import { contentStems } from '../text/content-words';
import type { Quote } from '../text/quotes';
import { bestTimePhrase } from '../text/time-phrase';

/** Something the client said they would do, or that the coach set and the client answered. */
export interface Commitment {
  /** Infinitive phrase in third person, lower case. */
  phrase: string;
  timeline: string | null;
  /** How strong the commitment language is, 0..1. */
  strength: number;
  /** Who first named the step. */
  origin: 'client' | 'coach';
  /** The client took it up in words of their own (always true for `client`). */
  accepted: boolean;
  line: Line;
  quotes: Quote[];
  stems: Set<string>;
  /** The coach said the client's step back; its wording is usually the fuller one. */
  restated: boolean;
}

/** Strengths stay between hardly anything and certain. */
export const clamp = (value: number): number => Math.max(0.05, Math.min(1, value));

/** Where the sentence around an offset begins and ends. */
export function sentenceBounds(lower: string, at: number): { start: number; end: number } {
  const start = Math.max(...['.', '?', '!'].map((mark) => lower.lastIndexOf(mark, at - 1))) + 1;
  const stop = lower.slice(at).search(/[.?!](?:\s|$|["\u201d])/);
  return { start, end: stop < 0 ? lower.length : at + stop + 1 };
}

/** The text with quoted words blanked: "tomorrow" inside a sentence to be said is no date. Offsets stay. */
export function unquoted(text: string): string {
  return text.replace(/["\u201c][^"\u201c\u201d]*["\u201d]/g, (quoted) => ' '.repeat(quoted.length));
}

/** "By when?" "Friday.": the client's answer to the coach asking for a time right after the commitment. */
export function timeAfter(view: SessionView, line: Line): string | null {
  for (const asked of view.lines.slice(line.index + 1, line.index + 4)) {
    if (!asked.coach || !/\b(?:when|what day|which day|how often|how soon)\b.*\?/.test(asked.lower)) continue;
    for (const answer of clientAnswer(view, asked).slice(0, 2)) {
      const time = answer.words <= 30 ? bestTimePhrase(answer.text) : null;
      if (time) return time.text;
    }
  }
  return null;
}

const WEEK = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day/;
const ANY_STEP = new Set([
  'ask',
  'tell',
  'say',
  'ring',
  'call',
  'speak',
  'phone',
  'text',
  'put',
  'send',
  'write',
  'tonight',
  'morn',
  'even',
  'time',
  'week',
  'month',
]);

/** What a step is about: its content words without the verbs of telling and the words of time. */
export function stepStems(phrase: string): Set<string> {
  return new Set([...contentStems(phrase)].filter((word) => !ANY_STEP.has(word) && !WEEK.test(word)));
}

import { splitClauses } from '@app/utterance-coding';
import { certaintyOf, type Line, type SessionView } from '../session-view';
import { bestSentence, quoteAround, readable, type Quote } from '../text/quotes';

/** A place in the session where words of one kind were heard. */
export interface Moment {
  line: Line;
  /** Offset of the cue in the line. */
  at: number;
  /** 0..1 */
  strength: number;
  quote: Quote;
}

export type Cue = readonly [strength: number, pattern: RegExp];

/** "…, isn't it?" states something. */
const TAG =
  /,\s*(?:is|isn't|was|wasn't|do|don't|does|doesn't|did|didn't|would|wouldn't|have|haven't|are|aren't|can|can't) (?:it|i|they|he|she|you|we|that)\?$/;

/**
 * The strongest cue of each line, quoted with its sentence. Questions, refused sentences and wishes ("if I …") are left
 * out.
 */
export function findMoments(
  lines: readonly Line[],
  cues: readonly Cue[],
  refuse: RegExp | null,
  maxWords = 30,
): Moment[] {
  const found: Moment[] = [];
  for (const line of lines) {
    let best: { at: number; strength: number } | null = null;
    for (const [strength, pattern] of cues) {
      for (const match of line.lower.matchAll(pattern)) {
        if (best && strength <= best.strength) break;
        const start =
          Math.max(...['.', '?', '!'].map((mark) => line.lower.lastIndexOf(mark, match.index))) + 1;
        const stop = line.lower.slice(match.index).search(/[.?!]/);
        const sentence = line.lower.slice(start, stop < 0 ? undefined : match.index + stop + 1);
        if ((sentence.endsWith('?') && !TAG.test(sentence)) || refuse?.test(sentence)) continue;
        if (
          /\b(?:if|wish|when(?:ever)?|what if|imagine|would be)\s+(?:\w+\s+){0,2}$/.test(
            line.lower.slice(start, match.index),
          )
        )
          continue;
        best = { at: match.index, strength };
        break;
      }
    }
    if (best) found.push({ line, ...best, quote: quoteAround(line, best.at, maxWords) });
  }
  return found;
}

/** Lines that the coder marks and no cue of ours places: their most telling sentence, with less strength. */
export function codedMoments(
  view: SessionView,
  known: readonly Moment[],
  code: 'insight' | 'struggle',
  least: number,
  strength: number,
): Moment[] {
  return view.clientContent.flatMap((line): Moment[] => {
    if (
      certaintyOf(line, code) < least ||
      line.words < 6 ||
      line.words > 60 ||
      /\bi(?:'ll| will)\b/.test(line.lower) ||
      known.some((moment) => moment.line === line)
    )
      return [];
    const quote = bestSentence(line);
    return quote && readable(quote.text)
      ? [{ line, at: Math.max(0, line.text.indexOf(quote.text)), strength, quote }]
      : [];
  });
}

/** In spoken order. */
export const inOrder = (moments: Moment[]): Moment[] => moments.sort((a, b) => a.line.index - b.line.index);

/** The clause of a moment, the cue itself left out: what comes after it, as spoken. */
export function afterCue(moment: Moment, cue: RegExp): string | null {
  const clause = splitClauses(moment.line.text).find((part) => part.end > moment.at);
  const rest = moment.line.text.slice(moment.at, Math.max(clause?.end ?? 0, moment.at + 1));
  const lower = rest.replace(/[\u2018\u2019]/g, "'").toLowerCase();
  const match = cue.exec(lower);
  return match ? rest.slice(match.index + match[0].length) : null;
}

import {
  countWords,
  type CodedSession,
  type CodedUtterance,
  splitSentences,
  type UtteranceCodeName,
} from '@app/utterance-coding';

/** An utterance of coach or client with what the rules ask of it again and again. */
export interface Line {
  utterance: CodedUtterance;
  index: number;
  number: number;
  coach: boolean;
  text: string;
  /** Lower case with plain apostrophes, as long as `text`: offsets hold in both. */
  lower: string;
  words: number;
}

function lowerSameLength(text: string): string {
  const plain = text.replace(/[‘’ʼ]/g, "'");
  const lower = plain.toLowerCase();
  return lower.length === text.length ? lower : plain;
}

/** The lines of coach and client, in order. */
export function linesOf(session: CodedSession): Line[] {
  const lines: Line[] = [];
  for (const utterance of session.utterances) {
    if (utterance.speakerType === 'other') continue;
    lines.push({
      utterance,
      index: lines.length,
      number: utterance.sequenceNumber,
      coach: utterance.speakerType === 'coach',
      text: utterance.text,
      lower: lowerSameLength(utterance.text),
      words: countWords(utterance.text),
    });
  }
  return lines;
}

/** Certainty of a code on a line, 0 when it was not given. */
export const certaintyOf = (line: Line, code: UtteranceCodeName): number =>
  line.utterance.codes.find((entry) => entry.code === code)?.certainty ?? 0;

const LONGEST_QUOTE = 40;
const FEWEST_QUOTED = 4;

/** The sentence at an offset, verbatim; a long one is cut at a word, around the offset. */
export function quoteAt(line: Line, at: number): string {
  const sentences = splitSentences(line.text);
  const first = Math.max(
    0,
    sentences.findIndex((part) => part.end > at && part.start <= at),
  );
  const start = sentences[first]?.start ?? 0;
  let end = sentences[first]?.end ?? line.text.length;
  // "Horrible." alone tells nothing: the next sentence comes with it.
  for (
    let next = first + 1;
    next < sentences.length && countWords(line.text.slice(start, end)) < FEWEST_QUOTED;
    next++
  ) {
    end = sentences[next]?.end ?? end;
  }
  return shorten(line.text.slice(start, end), at - start);
}

function shorten(text: string, at: number): string {
  const words = [...text.matchAll(/\S+/g)];
  if (words.length <= LONGEST_QUOTE) return text.trim();
  const here = Math.max(
    0,
    words.findIndex((word) => word.index + word[0].length > at),
  );
  const first = Math.max(0, Math.min(here - 8, words.length - LONGEST_QUOTE));
  const last = words[first + LONGEST_QUOTE - 1];
  return text.slice(words[first]?.index ?? 0, last ? last.index + last[0].length : text.length).trim();
}

/** Whether an offset stands inside quotation marks: somebody's words, not a report or a plan. */
export const isQuoted = (line: Line, at: number): boolean =>
  (line.lower.slice(0, at).match(/["“”]/g)?.length ?? 0) % 2 === 1;

/** Start and end of the sentence at an offset. */
export function sentenceAt(line: Line, at: number): { text: string; start: number } {
  const sentence = splitSentences(line.text).find((part) => part.end > at && part.start <= at);
  return {
    text: line.lower.slice(sentence?.start ?? 0, sentence?.end ?? line.lower.length),
    start: sentence?.start ?? 0,
  };
}

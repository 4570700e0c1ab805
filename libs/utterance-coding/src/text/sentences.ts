import { countWords } from './words';

/** One sentence; `text` is exactly `source.slice(start, end)`. */
export interface Sentence {
  text: string;
  /** Offset of the first character in the source. */
  start: number;
  /** Offset after the last character. */
  end: number;
}

/** Longest stretch, in words, that is kept as one sentence when the source has no punctuation. */
const LONGEST_UNPUNCTUATED = 60;

const ABBREVIATION = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|a\.m|p\.m|[a-z])\.$/iu;

/**
 * Splits a text into sentences at `.`, `?`, `!`, `…` and line ends. Every `text` is a verbatim substring of the
 * source and never empty; decimals ("3.5"), common abbreviations and closing quotes are kept together. A stretch
 * without punctuation longer than 60 words is cut before a connective, else after 60 words.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const boundary = /[.?!…]+["”’')\]]*(?=\s|$)|\n+/gu;
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index + (match[0].startsWith('\n') ? 0 : match[0].length);
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(from, match.index - 6), match.index + 1))) {
      // A single letter before the full stop is an initial, except "I" and a sentence's real last word.
      if (!/\bI\.$/u.test(text.slice(from, match.index + 1))) continue;
    }
    pushTrimmed(sentences, text, from, end);
    from = match.index + match[0].length;
  }
  pushTrimmed(sentences, text, from, text.length);
  return sentences.flatMap((sentence) => cutLong(sentence));
}

function pushTrimmed(into: Sentence[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  if (end > start && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text.slice(start, end))) {
    into.push({ text: text.slice(start, end), start, end });
  } else if (end > start) {
    // Lone marks belong to the sentence before, so that no part of the text is lost.
    const last = into[into.length - 1];
    if (last) {
      last.end = end;
      last.text = text.slice(last.start, end);
    }
  }
}

function cutLong(sentence: Sentence): Sentence[] {
  if (sentence.text.length < LONGEST_UNPUNCTUATED * 3 || countWords(sentence.text) <= LONGEST_UNPUNCTUATED) {
    return [sentence];
  }
  const parts: Sentence[] = [];
  let from = 0;
  let words = 0;
  for (const match of sentence.text.matchAll(/\S+/gu)) {
    words += 1;
    const connective = words > LONGEST_UNPUNCTUATED / 2 && /^(?:and|but|so|because|then)$/iu.test(match[0]);
    if (connective || words > LONGEST_UNPUNCTUATED) {
      pushTrimmed(parts, sentence.text, from, match.index);
      from = match.index;
      words = 1;
    }
  }
  pushTrimmed(parts, sentence.text, from, sentence.text.length);
  return parts.map((part) => ({
    text: part.text,
    start: part.start + sentence.start,
    end: part.end + sentence.start,
  }));
}

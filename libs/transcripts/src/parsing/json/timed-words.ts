import type { Segment } from '../../domain/types';

/** A silence inside one entry that parts it in two. Seconds. */
const WORD_GAP_SECONDS = 4;

export interface TimedWord {
  text: string;
  start: number | null;
  end: number | null;
}

/**
 * Joins the words of one entry to speech; a word that is punctuation sticks to the one before. Parts where nobody
 * spoke for a while.
 */
export function segmentsOfWords(
  words: readonly TimedWord[],
  base: Omit<Segment, 'text' | 'start' | 'end'>,
): Segment[] {
  const segments: Segment[] = [];
  let parts: string[] = [];
  let start: number | null = null;
  let end: number | null = null;
  const flush = (): void => {
    const text = parts.join('').replace(/\s+/g, ' ').trim();
    if (text !== '') segments.push({ ...base, text, start, end });
    parts = [];
    start = end = null;
  };
  for (const word of words) {
    if (word.text.trim() === '') continue;
    if (word.start !== null && end !== null && word.start - end > WORD_GAP_SECONDS) flush();
    start ??= word.start;
    end = word.end ?? end;
    const sticks = parts.length === 0 || /^[.,!?;:…%)\]'’]/.test(word.text.trim());
    parts.push(sticks ? word.text.trim() : ` ${word.text.trim()}`);
  }
  flush();
  return segments;
}

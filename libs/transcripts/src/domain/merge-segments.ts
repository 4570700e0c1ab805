import type { Segment } from './types';
import { countWords } from './words';

/** A silence longer than this parts two utterances of one speaker. Seconds. */
export const MERGE_PAUSE_SECONDS = 4;
/** Where nobody is named, anybody may speak after a shorter silence. Seconds. */
export const UNLABELLED_PAUSE_SECONDS = 1.5;
/** A turn is closed at the next sentence end after this many words, so that findings point at a moment. */
export const MAX_TURN_WORDS = 250;
/** As above where nobody is named. */
export const MAX_UNLABELLED_WORDS = 60;
/** Without any sentence end a part is cut at this multiple of its limit. */
const HARD_LIMIT = 1.6;
/** Usual speech, for the end of a segment whose source gives none. Words per second. */
const WORDS_PER_SECOND = 2.5;

/** Letters per word above which text is written without spaces (Chinese, Japanese), where sentence marks part it. */
const LONGEST_WORD = 12;

/** A run of segments that is one utterance. */
export interface MergedUtterance {
  label: string | null;
  text: string;
  start: number | null;
  end: number | null;
}

interface Open extends Omit<MergedUtterance, 'text'> {
  parts: string[];
  words: number;
  last: Segment;
}

/**
 * Merges consecutive segments of one speaker unless a pause parts them; cuts monologues at sentence ends. Where nobody
 * is named, only a sentence that runs on is merged, for the next sentence may be somebody else's.
 */
export function mergeSegments(segments: readonly Segment[]): MergedUtterance[] {
  const merged: MergedUtterance[] = [];
  let open: Open | null = null;
  const close = (): void => {
    if (open)
      merged.push({ label: open.label, text: joinParts(open.parts), start: open.start, end: open.end });
    open = null;
  };
  for (const whole of segments) {
    for (const segment of splitLong(whole)) {
      const current = open as Open | null;
      if (current && goesOn(current, segment)) {
        current.parts.push(segment.text);
        current.words += countWords(segment.text);
        current.end = later(current.end, segment.end);
        current.last = segment;
        continue;
      }
      close();
      open = {
        label: segment.label,
        parts: [segment.text],
        words: countWords(segment.text),
        start: segment.start,
        end: segment.end,
        last: segment,
      };
    }
  }
  close();
  return merged;
}

function goesOn(open: Open, next: Segment): boolean {
  if (open.label !== next.label || next.newTurn) return false;
  const pause = pauseBetween(open.last, next);
  const ended = endsSentence(open.last.text);
  if (open.label === null) {
    if (ended || (pause !== null && pause > UNLABELLED_PAUSE_SECONDS)) return false;
    if (open.words >= MAX_UNLABELLED_WORDS) return false;
    // A capital after no full stop: captions without punctuation, one thought each.
    return /^[^\p{Lu}]/u.test(next.text) || /^I\b/.test(next.text);
  }
  if (pause !== null && (pause > MERGE_PAUSE_SECONDS || pause < -MERGE_PAUSE_SECONDS * 15)) return false;
  return open.words < MAX_TURN_WORDS || (!ended && open.words < MAX_TURN_WORDS * HARD_LIMIT);
}

/** Seconds of silence; negative where they overlap; `null` where the source gives no times. */
function pauseBetween(before: Segment, after: Segment): number | null {
  if (before.start === null || after.start === null) return null;
  if (before.end !== null) return after.start - before.end;
  // No end given: the words' usual length. Never long enough to hide a real pause of minutes.
  const pause = after.start - (before.start + countWords(before.text) / WORDS_PER_SECOND);
  return pause > 0 && pause < MERGE_PAUSE_SECONDS * 3 ? 0 : pause;
}

export function endsSentence(text: string): boolean {
  return /[.!?…。！？]["”'’)\]]*$/.test(text.slice(-6));
}

function later(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return b ?? a;
  return Math.max(a, b);
}

function joinParts(parts: readonly string[]): string {
  if (parts.length === 1) return parts[0] ?? '';
  const out: string[] = [];
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1] ?? '';
    const isSpaceless = SPACELESS.test(before.charAt(before.length - 1)) && SPACELESS.test(part.charAt(0));
    if (i > 0 && !isSpaceless) out.push(' ');
    out.push(part);
  }
  return out.join('');
}

const SPACELESS = /[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]/;

/** Cuts a segment that is itself too long at sentence ends; its times are shared out by length. */
function splitLong(segment: Segment): Segment[] {
  const limit = segment.label === null ? MAX_UNLABELLED_WORDS : MAX_TURN_WORDS;
  const isLong = countWords(segment.text) > limit * HARD_LIMIT || segment.text.length > limit * LONGEST_WORD;
  if (!isLong) return [segment];
  const pieces = cut(segment.text, limit, segment.label === null);
  const total = segment.text.length;
  const { start, end } = segment;
  const at = (position: number): number | null =>
    start === null || end === null
      ? null
      : Math.round((start + ((end - start) * position) / total) * 1000) / 1000;
  let position = 0;
  return pieces.map((text, i) => {
    const from = i === 0 ? start : at(position);
    position += text.length + 1;
    const piece: Segment = {
      ...segment,
      text,
      start: from,
      end: i === pieces.length - 1 ? end : at(position),
    };
    if (i > 0) piece.newTurn = true;
    return piece;
  });
}

/** Pieces of at most about `limit` words, ending at sentence ends where there are any. */
function cut(text: string, limit: number, isUnlabelled: boolean): string[] {
  const pieces: string[] = [];
  let from = 0;
  let words = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) === 32;
    const isWideEnd = '。！？'.includes(text.charAt(i));
    if (!isSpace) {
      if (!inWord) words++;
      inWord = true;
      const isEndless = i - from > limit * LONGEST_WORD * 3;
      if (isEndless) {
        pieces.push(text.slice(from, i));
        from = i;
      }
      if (!isWideEnd) continue;
    } else inWord = false;
    const to = isSpace ? i : i + 1;
    const tail = text.slice(Math.max(from, to - 6), to);
    const isEnd = isWideEnd || (endsSentence(tail) && !/\b(?:Mr|Mrs|Ms|Dr|St|vs|e\.g|i\.e)\.$/.test(tail));
    // A question usually hands over; without labels the answer must not stick to it.
    const isQuestion = isUnlabelled && isEnd && /[?？]["”')\]]*$/.test(tail);
    const isFull = words >= limit * 0.6 || to - from > limit * LONGEST_WORD * 0.6;
    if ((isEnd && isFull) || isQuestion || words >= limit * HARD_LIMIT) {
      const piece = text.slice(from, to).trim();
      if (piece !== '') pieces.push(piece);
      from = to;
      words = 0;
    }
  }
  const rest = text.slice(from).trim();
  if (rest !== '') pieces.push(rest);
  return pieces;
}

import { TranscriptError } from '../domain/transcript-error';

/** Most lines a transcript may have; a day of captions has about a hundred thousand. */
const MAX_LINES = 1_500_000;

/**
 * Splits text at `\n`, `\r\n`, `\r` and the Unicode line and paragraph separators, in one pass.
 * (`split` with a regular expression is several times slower on large files.)
 *
 * @throws TranscriptError `transcript.too_many_parts`
 */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 10 && c !== 13 && c !== 0x2028 && c !== 0x2029) continue;
    lines.push(text.slice(from, i));
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    from = i + 1;
    if (lines.length > MAX_LINES) throw new TranscriptError('transcript.too_many_parts');
  }
  if (from < text.length) lines.push(text.slice(from));
  return lines;
}

/** Joins pieces of speech with one space, or none where both sides are written without spaces (Chinese, Japanese). */
export function joinSpeech(before: string, after: string): string {
  if (before === '') return after;
  if (after === '') return before;
  return isSpaceless(before, after) ? before + after : `${before} ${after}`;
}

/** Joins many pieces of speech at once: adding them one by one would copy a long turn again for every line. */
export function joinAll(parts: readonly string[]): string {
  if (parts.length === 1) return parts[0] ?? '';
  const out: string[] = [];
  let before = '';
  for (const part of parts) {
    if (part === '') continue;
    if (before !== '') out.push(isSpaceless(before, part) ? '' : ' ');
    out.push(part);
    before = part;
  }
  return out.join('');
}

function isSpaceless(before: string, after: string): boolean {
  return SPACELESS.test(before.charAt(before.length - 1)) && SPACELESS.test(after.charAt(0));
}

const SPACELESS = /[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]/;

/** Collapses runs of white space to one space and trims. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

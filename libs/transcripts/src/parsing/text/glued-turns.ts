import type { Segment } from '../../domain/types';
import type { TextLayout } from './text-layout';

/**
 * Meet documents now and then lose the line break between turns: "…yes.Ana Lopez: And then". Splits where a label that
 * this text uses stands right after the end of a sentence, without a space.
 */
export function splitGluedTurns(segments: Segment[], layout: TextLayout): Segment[] {
  if (layout.kind !== 'prefix') return segments;
  const labels = new Set(
    layout.book.labels().filter((label) => /\s/.test(label) || layout.book.count(label) >= 3),
  );
  if (labels.size === 0) return segments;
  const out: Segment[] = [];
  for (const segment of segments) {
    let rest = segment.text;
    let head: Segment = segment;
    let from = 0;
    for (let colon = rest.indexOf(': '); colon !== -1; colon = rest.indexOf(': ', from)) {
      const open = lastSentenceEnd(rest, colon);
      const label = open === -1 ? '' : rest.slice(open + 1, colon);
      from = colon + 2;
      if (!labels.has(label)) continue;
      out.push({ ...head, text: rest.slice(0, open + 1), end: null });
      rest = rest.slice(colon + 2);
      head = { label, text: rest, start: null, end: null };
      from = 0;
    }
    out.push({ ...head, text: rest });
  }
  return out;
}

/** Index of a sentence's last character that is directly followed by a word, within a label's length before `colon`. */
function lastSentenceEnd(text: string, colon: number): number {
  for (let i = colon - 2; i > Math.max(0, colon - 61); i--) {
    if ('.?!…,'.includes(text[i] ?? '') && /\S/.test(text[i + 1] ?? '')) return i;
  }
  return -1;
}

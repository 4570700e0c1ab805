/** A stretch of words with something to say about it. */
export interface Range {
  start: number;
  end: number;
  kind: 'excellence' | 'growth' | 'lit';
}

/** A piece of text and all kinds that cover it. */
export interface Piece {
  text: string;
  kinds: readonly Range['kind'][];
}

/** Where a verbatim quote stands in a text; `null` when it does not. */
export function rangeOf(text: string, quote: string, kind: Range['kind']): Range | null {
  const start = quote ? text.indexOf(quote) : -1;
  return start < 0 ? null : { start, end: start + quote.length, kind };
}

/** Cuts a text at the borders of possibly overlapping ranges. */
export function cut(text: string, ranges: readonly Range[]): Piece[] {
  const borders = new Set([0, text.length]);
  for (const { start, end } of ranges) borders.add(start).add(end);
  const sorted = [...borders].toSorted((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const from = sorted[index] ?? 0;
    const to = sorted[index + 1] ?? text.length;
    const kinds = ranges.filter(({ start, end }) => start <= from && end >= to).map(({ kind }) => kind);
    pieces.push({ text: text.slice(from, to), kinds: [...new Set(kinds)] });
  }
  return pieces;
}

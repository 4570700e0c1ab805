import { stampLine } from '../text/line-patterns';
import type { PageLine } from './page-layout';

export interface PageCell {
  text: string;
  /** Left edge in points. */
  x: number;
}

export interface PageRow {
  y: number;
  cells: PageCell[];
}

/** How far the left edges of one column's cells may differ. Points. */
const SAME_EDGE = 4;
const FEWEST_ROWS = 3;

/**
 * Reads a page that is a table of name, time and words. A long name wraps inside its column there, and read line by
 * line its second half would end up among the words.
 *
 * @returns one line per table row, cells parted by tabs; `null` where the page is no such table
 */
export function timedTable(rows: readonly PageRow[]): PageLine[] | null {
  const heads = rows.filter(isHead);
  const [first] = heads;
  if (!first || heads.length < FEWEST_ROWS) return null;
  const [name = 0, time = 0, words = 0] = first.cells.map((cell) => cell.x);
  const isAligned = (row: PageRow): boolean =>
    [name, time, words].every((x, i) => Math.abs((row.cells[i]?.x ?? -1) - x) <= SAME_EDGE);
  if (!heads.every(isAligned)) return null;
  const lines: { name: string; time: string; words: string; y: number }[] = [];
  for (const row of rows) {
    if (isHead(row)) {
      lines.push({ name: row.cells[0]?.text ?? '', time: row.cells[1]?.text ?? '', words: wordsOf(row, 2), y: row.y });
      continue;
    }
    const last = lines[lines.length - 1];
    const isName = row.cells.length > 0 && Math.abs((row.cells[0]?.x ?? -1) - name) <= SAME_EDGE;
    const rest = row.cells.findIndex((cell) => cell.x >= words - SAME_EDGE);
    // Text above the table, or a line across all columns.
    if (!last || (isName && (row.cells[0]?.text.length ?? 0) > 40)) {
      lines.push({ name: '', time: '', words: wordsOf(row, 0), y: row.y });
      continue;
    }
    if (isName && last.time !== '') last.name = `${last.name} ${row.cells[0]?.text ?? ''}`;
    if (rest !== -1) last.words = `${last.words} ${wordsOf(row, rest)}`;
    else if (!isName) last.words = `${last.words} ${wordsOf(row, 0)}`;
  }
  return lines.map((line) => ({
    text: line.time === '' ? line.words : `${line.name}\t${line.time}\t${line.words}`,
    y: line.y,
  }));
}

function isHead(row: PageRow): boolean {
  return row.cells.length >= 3 && stampLine(row.cells[1]?.text ?? '') !== null;
}

function wordsOf(row: PageRow, from: number): string {
  return row.cells
    .slice(from)
    .map((cell) => cell.text)
    .join(' ');
}

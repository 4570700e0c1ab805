import { stampLine } from '../text/line-patterns';
import type { PageCell, PageLine, PageRow } from './page-parts';

/** How far the left edges of one column's cells may differ. Points. */
const SAME_EDGE = 4;
const FEWEST_ROWS = 3;
/** A row lower than this below the one before stands outside the table. Points. */
const FARTHEST_LINE = 40;
/** A longer first cell is not the rest of a name. Characters. */
const LONGEST_CELL = 40;

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
  const isAligned = (row: PageRow): boolean => [name, time, words].every((x, i) => isAt(row.cells[i], x));
  if (!heads.every(isAligned)) return null;
  const lines: { name: string; time: string; words: string; y: number }[] = [];
  let above = 0;
  for (const row of rows) {
    // A row whose words stand a little lower has its head all the same.
    const isTimed = stampLine(row.cells[1]?.text ?? '') !== null;
    if (isTimed && isAt(row.cells[0], name) && isAt(row.cells[1], time)) {
      above = row.y;
      lines.push({
        name: row.cells[0]?.text ?? '',
        time: row.cells[1]?.text ?? '',
        words: wordsOf(row, 2),
        y: row.y,
      });
      continue;
    }
    const last = lines[lines.length - 1];
    const isName = isAt(row.cells[0], name);
    const rest = row.cells.findIndex((cell) => isAt(cell, words));
    const isFar = above - row.y > FARTHEST_LINE;
    above = row.y;
    if (last && last.time !== '' && !isFar) {
      if (rest === 0) {
        last.words = `${last.words} ${wordsOf(row, 0)}`;
        continue;
      }
      const isShort = (row.cells[0]?.text.length ?? 0) <= LONGEST_CELL;
      if (isName && isShort && (rest > 0 || row.cells.length === 1)) {
        last.name = `${last.name} ${row.cells[0]?.text ?? ''}`;
        if (rest > 0) last.words = `${last.words} ${wordsOf(row, rest)}`;
        continue;
      }
    }
    // Headings, page footers, and lines across all columns.
    lines.push({ name: '', time: '', words: wordsOf(row, 0), y: row.y });
  }
  return lines.map((line) => ({
    text: line.time === '' ? line.words : `${line.name}\t${line.time}\t${line.words}`,
    y: line.y,
  }));
}

function isAt(cell: PageCell | undefined, x: number): boolean {
  return cell !== undefined && Math.abs(cell.x - x) <= SAME_EDGE;
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

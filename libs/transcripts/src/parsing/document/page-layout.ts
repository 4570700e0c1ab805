import type { PageCell, PageLine, PageRow } from './page-parts';
import { timedTable } from './page-table';

/** A run of text on a page, in points from the lower left corner. */
export interface TextRun {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Gap between two runs, in letter heights, that is a space; and one wide enough to part two columns of a line. */
const SPACE_GAP = 0.15;
const WIDE_GAP = 1.2;

/** Orders the runs of a page as they are read: columns where the page has two, lines from the top, left to right. */
export function pageLines(runs: readonly TextRun[], pageWidth: number): PageLine[] {
  const gutter = columnGutter(runs, pageWidth);
  if (gutter === null) return linesOf(runs);
  const left = runs.filter((run) => run.x + run.width / 2 < gutter);
  const right = runs.filter((run) => run.x + run.width / 2 >= gutter);
  return [...linesOf(left), ...linesOf(right)];
}

function linesOf(runs: readonly TextRun[]): PageLine[] {
  const rows = rowsOf(runs);
  const table = timedTable(rows);
  if (table) return table;
  const gaps: number[] = [];
  for (let i = 1; i < rows.length; i++) gaps.push((rows[i - 1]?.y ?? 0) - (rows[i]?.y ?? 0));
  const usual = median(gaps);
  const lines: PageLine[] = [];
  let previous: number | null = null;
  for (const { y, cells } of rows) {
    // A gap clearly larger than the usual one parts paragraphs.
    if (previous !== null && usual > 0 && previous - y > usual * 1.45)
      lines.push({ text: '', y: (previous + y) / 2 });
    lines.push({ text: cells.map((cell) => cell.text).join('\t'), y });
    previous = y;
  }
  return lines;
}

/** The runs of a page as rows from the top, each parted into cells at wide gaps. */
function rowsOf(runs: readonly TextRun[]): PageRow[] {
  const sorted = [...runs].sort((a, b) => b.y - a.y || a.x - b.x);
  const grouped: TextRun[][] = [];
  for (const run of sorted) {
    const row = grouped[grouped.length - 1];
    const first = row?.[0];
    if (row && first && Math.abs(first.y - run.y) <= Math.max(first.height, run.height) * 0.45) row.push(run);
    else grouped.push([run]);
  }
  return grouped.map((row) => ({ y: row[0]?.y ?? 0, cells: cellsOf(row) }));
}

function cellsOf(row: TextRun[]): PageCell[] {
  const cells: { x: number; parts: string[] }[] = [];
  let end: number | null = null;
  for (const run of row.sort((a, b) => a.x - b.x)) {
    const gap: number = end === null ? Infinity : run.x - end;
    const cell = cells[cells.length - 1];
    if (!cell || gap > run.height * WIDE_GAP) cells.push({ x: run.x, parts: [run.text] });
    else cell.parts.push(gap > run.height * SPACE_GAP ? ` ${run.text}` : run.text);
    end = run.x + run.width;
  }
  return cells.map(({ x, parts }) => ({ x, text: parts.join('').trim() }));
}

/** The x of an empty strip down the middle with running text on both sides, or `null`. */
function columnGutter(runs: readonly TextRun[], pageWidth: number): number | null {
  if (runs.length < 30) return null;
  for (const share of [0.5, 0.48, 0.52, 0.46, 0.54]) {
    const x = pageWidth * share;
    const crossing = runs.filter((run) => run.x < x && run.x + run.width > x).length;
    if (crossing > runs.length * 0.02) continue;
    const left = runs.filter((run) => run.x + run.width <= x);
    const right = runs.filter((run) => run.x >= x);
    // Both sides hold whole lines of prose; a narrow column of names and times does not.
    if (left.length >= 12 && right.length >= 12 && isProse(left, pageWidth) && isProse(right, pageWidth))
      return x;
  }
  return null;
}

function isProse(runs: readonly TextRun[], pageWidth: number): boolean {
  const wide = linesOf(runs).filter((line) => line.text.length >= 25).length;
  const widest = runs.reduce((most, run) => Math.max(most, run.width), 0);
  return wide >= 8 && widest < pageWidth * 0.5;
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Share of the pages on which a line must stand at the same height to be a header or footer. */
const REPEATED_SHARE = 0.6;

/** Removes headers, footers and page numbers: lines that stand at the same height on most pages. */
export function dropRunningLines(
  pages: readonly PageLine[][],
  pageHeight: number,
): { pages: PageLine[][]; dropped: number } {
  const filled = pages.filter((page) => page.length > 0).length;
  if (filled < 2) return { pages: [...pages], dropped: 0 };
  const counts = new Map<string, number>();
  const isMargin = (line: PageLine): boolean => line.y > pageHeight * 0.9 || line.y < pageHeight * 0.1;
  const key = (line: PageLine): string =>
    `${Math.round(line.y / 4)}|${line.text.replace(/\d+/g, '#').trim()}`;
  for (const page of pages) {
    for (const name of new Set(page.filter((line) => line.text !== '' && isMargin(line)).map(key))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const isRunning = (line: PageLine): boolean =>
    line.text !== '' &&
    isMargin(line) &&
    (counts.get(key(line)) ?? 0) >= Math.max(2, filled * REPEATED_SHARE);
  let dropped = 0;
  const kept = pages.map((page) =>
    page.filter((line) => {
      const running = isRunning(line);
      if (running) dropped++;
      return !running;
    }),
  );
  return { pages: kept, dropped };
}

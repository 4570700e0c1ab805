import { LabelBook, labelForm, tidyLabel } from '../labels';
import {
  bracketLabel,
  dashLabel,
  headerLine,
  labelPrefix,
  nameTimeText,
  stampLine,
  timeFirstLine,
} from './line-patterns';

/**
 * How a text marks its turns:
 * - `header`: `Name  0:03` on a line, the words below (Otter, Teams)
 * - `prefix`: `Name: words`, with or without a time (Meet, most pasted text)
 * - `dash`: `Name - words`
 * - `bracket`: `(Name)` on a line, the words below
 * - `name_line`: the bare name on a line, the words below
 * - `name_stamp`, `stamp_name`: name and time on two lines, the words below
 * - `time_name`: `00:12 Name` on a line, the words below
 * - `none`: nothing names a speaker
 */
export type LayoutKind =
  'header' | 'prefix' | 'dash' | 'bracket' | 'name_line' | 'name_stamp' | 'stamp_name' | 'time_name' | 'none';

export interface TextLayout {
  kind: LayoutKind;
  accepts(label: string): boolean;
  /** Lines that hold nothing but a time. */
  stamps: number;
  /** Lines that begin with a time. */
  timed: number;
  book: LabelBook;
}

/** Counts labels of one way of writing and says which of them are believed. */
class LabelCount {
  readonly counts = new Map<string, number>();
  /** Labels whose form on the line is hardly ever a sentence. */
  readonly strong = new Set<string>();

  add(label: string, isStrong = false): void {
    if (labelForm(label) === 'no') return;
    this.counts.set(label, (this.counts.get(label) ?? 0) + 1);
    if (isStrong) this.strong.add(label);
  }

  accepts = (label: string): boolean => {
    const count = this.counts.get(label) ?? 0;
    const form = labelForm(label);
    if (count === 0 || form === 'no') return false;
    if (form === 'role') return true;
    if (form === 'letter') return count >= 2 || this.strong.has(label);
    return count >= 2 || this.strong.has(label);
  };

  /** Lines with a believed label. */
  total(): number {
    let sum = 0;
    for (const [label, count] of this.counts) if (this.accepts(label)) sum += count;
    return sum;
  }

  /** Different believed labels. */
  distinct(): number {
    return [...this.counts.keys()].filter(this.accepts).length;
  }
}

/** Reads the whole text once and decides how its turns are marked. `lines` are trimmed; blank ones are `''`. */
export function detectLayout(lines: readonly string[]): TextLayout {
  const book = new LabelBook();
  const headers = new LabelCount();
  const dashes = new LabelCount();
  const brackets = new LabelCount();
  const nameLines = new LabelCount();
  const nameStamps = new LabelCount();
  const stampNames = new LabelCount();
  const timeNames = new LabelCount();
  let stamps = 0;
  let timed = 0;
  let filled = 0;
  let blocks = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    filled++;
    const before = lines[i - 1] ?? '';
    const after = lines[i + 1] ?? '';
    const isBlockStart = before === '';
    if (isBlockStart) blocks++;
    if (stampLine(line)) {
      stamps++;
      const above = before === '' ? null : bareName(before);
      if (above !== null) nameStamps.add(above);
      const below = after === '' ? null : bareName(after);
      if (below !== null && (lines[i + 2] ?? '') !== '' && !stampLine(lines[i + 2] ?? ''))
        stampNames.add(below);
      continue;
    }
    const header = headerLine(line);
    if (header) headers.add(header.label, header.isStrong && labelForm(header.label) !== 'loose');
    const named = nameTimeText(line);
    const timeFirst = named ? null : timeFirstLine(line);
    if (timeFirst) {
      timed++;
      const name = bareName(timeFirst.rest);
      if (name !== null && after !== '' && !timeFirstLine(after)) timeNames.add(name);
    }
    if (named) book.trust(named.label);
    const prefix = named ?? labelPrefix(timeFirst?.rest ?? line);
    if (prefix || isBlockStart) book.see(prefix?.label ?? null);
    const dash = prefix ? null : dashLabel(timeFirst?.rest ?? line);
    if (dash) dashes.add(dash.label);
    const bracket = bracketLabel(line);
    if (bracket !== null) brackets.add(bracket);
    if (isBlockStart && after !== '' && prefix === null) {
      const name = bareName(line);
      if (name !== null) nameLines.add(name);
    }
  }
  const prefixes = book.labels().reduce((sum, label) => sum + book.count(label), 0);
  const make = (kind: LayoutKind, accepts: (label: string) => boolean): TextLayout => ({
    kind,
    accepts,
    stamps,
    timed,
    book,
  });
  const recurring = (count: LabelCount, outOf: number, share: number): boolean =>
    count.total() >= 2 &&
    count.total() >= outOf * share &&
    count.distinct() <= Math.max(2, count.total() / 1.5);

  const headerTotal = headers.total();
  if (headerTotal > 0 && headerTotal >= prefixes * 0.5 && (headerTotal >= 2 || prefixes === 0)) {
    return make('header', headers.accepts);
  }
  if (stamps >= 2 && recurring(nameStamps, stamps, 0.6) && nameStamps.total() > prefixes)
    return make('name_stamp', nameStamps.accepts);
  if (stamps >= 2 && recurring(stampNames, stamps, 0.8) && stampNames.total() > prefixes)
    return make('stamp_name', stampNames.accepts);
  if (timed >= 2 && recurring(timeNames, timed, 0.6) && timeNames.total() > prefixes)
    return make('time_name', timeNames.accepts);
  const dashTotal = dashes.total();
  if (dashTotal > prefixes && (dashTotal >= filled * 0.4 || dashTotal >= blocks * 0.5))
    return make('dash', dashes.accepts);
  if (recurring(brackets, filled, 0.15) && brackets.total() > prefixes)
    return make('bracket', brackets.accepts);
  if (prefixes > 0) return make('prefix', (label) => book.accepts(label));
  if (blocks >= 3 && recurring(nameLines, blocks, 0.8)) return make('name_line', nameLines.accepts);
  return make('none', () => false);
}

/** A whole line that could be a name: short, no sentence punctuation, capitalised. */
export function bareName(line: string): string | null {
  if (line.length > 60 || /[.!?:;,…]$/.test(line)) return null;
  const label = tidyLabel(line);
  if (label === null) return null;
  const form = labelForm(label);
  return form === 'name' || form === 'role' ? label : null;
}

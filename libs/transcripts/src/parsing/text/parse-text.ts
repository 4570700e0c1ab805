import type { Segment } from '../../domain/types';
import { labelForm } from '../labels';
import { joinAll, squeeze } from '../lines';
import { dropInvisible, stripMarkup } from '../markup';
import { isNonSpeech } from '../non-speech';
import type { ParsedContent } from '../parsed-content';
import type { SkippedTally } from '../skipped-tally';
import {
  isBoilerplate,
  MEET_FOOTER,
  OTTER_FOOTER,
  PAGE_NUMBER,
  plainLine,
  SPOKEN_DURATION,
  transcriptStart,
} from './boilerplate';
import { bareName, detectLayout, type TextLayout } from './text-layout';
import { stampLine } from './line-patterns';
import { readTurn } from './read-turn';
import { readUnlabelled } from './unlabelled';
import { splitGluedTurns } from './glued-turns';

export type TextSource = 'text' | 'docx' | 'pdf';

/** Share of a text that may stand before the first speaker and still be a heading. */
const LONGEST_HEADING = 0.4;

/** Reads text in which turns are marked in one of the ways of `LayoutKind`, or in no way at all. */
export function parseText(
  rawLines: readonly string[],
  source: TextSource,
  skipped: SkippedTally,
): ParsedContent {
  const start = transcriptStart(rawLines);
  const heading = rawLines
    .slice(0, start)
    .map(plainLine)
    .filter((line) => line !== '');
  const isMeet = rawLines.slice(-12).some((line) => MEET_FOOTER.test(plainLine(line)));
  const isOtter = rawLines.slice(-6).some((line) => OTTER_FOOTER.test(line.trim()));
  skipped.add(heading.length > 6 ? 'notes.section' : 'header.text', 1, heading.length);
  const lines = cleanLines(rawLines, start, source, skipped);
  const layout = detectLayout(lines);
  if (layout.kind === 'none') {
    const segments = readUnlabelled(lines, layout, start, skipped);
    return {
      sourceFormat: formatOf(source, layout, isMeet, isOtter),
      segments,
      title: null,
      date: null,
      heading,
    };
  }
  const { segments, preamble } = readLabelled(lines, layout, start, skipped);
  return {
    sourceFormat: formatOf(source, layout, isMeet, isOtter),
    segments: rebase(splitGluedTurns(segments, layout)),
    title: null,
    date: null,
    heading: [...heading, ...preamble],
  };
}

function formatOf(source: TextSource, layout: TextLayout, isMeet: boolean, isOtter: boolean): string {
  if (source === 'pdf') return 'pdf';
  const isDocx = source === 'docx';
  if (isMeet || (layout.kind === 'prefix' && layout.stamps > 0)) return isDocx ? 'meet_docx' : 'meet_txt';
  if (isOtter) return isDocx ? 'otter_docx' : 'otter_txt';
  if (layout.kind === 'header') return isDocx ? 'teams_docx' : 'otter_txt';
  return isDocx ? 'docx' : 'plain_text';
}

function cleanLines(
  raw: readonly string[],
  start: number,
  source: TextSource,
  skipped: SkippedTally,
): string[] {
  let spoken = 0;
  for (const line of raw) if (line.length < 40 && SPOKEN_DURATION.test(line.trim())) spoken++;
  const lines: string[] = [];
  for (let i = start; i < raw.length; i++) {
    const text = raw[i] ?? '';
    let line = plainLine(dropInvisible(text).replaceAll('\u00a0', ' '));
    if (/<\/?(?:b|i|u|em|strong|br|p|span|div|font)\b[^<>]{0,100}>|&[a-z#0-9]{2,8};/i.test(line))
      line = stripMarkup(line).trim();
    const isTool = line !== '' && (isBoilerplate(line) || (source !== 'text' && PAGE_NUMBER.test(line)));
    // Stands between a name and its time, which must stay neighbours.
    if (spoken >= 3 && SPOKEN_DURATION.test(line)) {
      skipped.add('page.boilerplate', i + 1);
      continue;
    }
    if (isTool) skipped.add('page.boilerplate', i + 1);
    lines.push(isTool ? '' : line);
  }
  return lines;
}

interface OpenTurn extends Omit<Segment, 'text'> {
  at: number;
  parts: string[];
}

function readLabelled(
  lines: readonly string[],
  layout: TextLayout,
  offset: number,
  skipped: SkippedTally,
): { segments: Segment[]; preamble: string[] } {
  const turns: OpenTurn[] = [];
  const preamble: OpenTurn[] = [];
  const metadata = roleMetadata(lines, layout);
  let turn = null as OpenTurn | null;
  let pending: number | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const found = metadata.has(i) ? null : readTurn(lines, i, layout);
    if (found) {
      turn = {
        at: i,
        label: found.label ?? turn?.label ?? null,
        parts: [found.text],
        start: found.start ?? pending,
        end: found.end,
      };
      turns.push(turn);
      pending = null;
      i += found.extraLines;
      continue;
    }
    const stamp = stampLine(line);
    if (stamp && (layout.kind === 'prefix' || layout.kind === 'dash' || layout.kind === 'bracket')) {
      // A block's time belongs to the first words after it.
      pending = stamp.start;
      continue;
    }
    if (turn === null) preamble.push({ at: i, label: null, parts: [line], start: null, end: null });
    else if (pending !== null) {
      turn = { at: i, label: turn.label, parts: [line], start: pending, end: null };
      turns.push(turn);
      pending = null;
    } else turn.parts.push(line);
  }
  const size = (list: readonly OpenTurn[]): number =>
    list.reduce((sum, item) => sum + item.parts.reduce((all, part) => all + part.length, 0), 0);
  const isHeading =
    size(preamble) <= size(turns) * LONGEST_HEADING || layout.kind === 'header' || preamble.length <= 3;
  if (isHeading) for (const item of preamble) skipped.add('header.text', offset + item.at + 1);
  const segments: Segment[] = [];
  for (const { at, parts, ...rest } of isHeading ? turns : [...preamble, ...turns]) {
    const segment: Segment = { ...rest, text: squeeze(joinAll(parts)) };
    if (segment.text === '') skipped.add('item.no_text', offset + at + 1);
    else if (isNonSpeech(segment.text)) skipped.add('speech.none', offset + at + 1);
    else segments.push(segment);
  }
  return { segments, preamble: preamble.map((item) => item.parts.join(' ')) };
}

/** "Coach: Maria Lopez" in a heading names the coach; it is not a turn. Indexes of such lines. */
function roleMetadata(lines: readonly string[], layout: TextLayout): Set<number> {
  const found = new Set<number>();
  if (layout.kind !== 'prefix') return found;
  const others = layout.book.labels().filter((label) => layout.book.count(label) >= 2).length;
  let seen = 0;
  for (let i = 0; i < lines.length && seen < 12; i++) {
    if (lines[i] === '') continue;
    seen++;
    const turn = readTurn(lines, i, layout);
    if (!turn?.label || turn.text === '' || others < 2) continue;
    const isOnce = layout.book.count(turn.label) === 1 && labelForm(turn.label) === 'role';
    if (isOnce && bareName(turn.text) !== null && turn.text.split(' ').length <= 4) found.add(i);
  }
  return found;
}

/** Times of day become seconds from the first turn. */
function rebase(segments: Segment[]): Segment[] {
  const first = segments.find((segment) => segment.start !== null)?.start ?? 0;
  if (first < LATEST_START) return segments;
  return segments.map((segment) => ({
    ...segment,
    start: segment.start === null ? null : Math.max(0, segment.start - first),
    end: segment.end === null ? null : Math.max(0, segment.end - first),
  }));
}

/** A transcript whose first words come later than this gives times of day, not of the recording. Seconds. */
const LATEST_START = 4 * 3600;

import type { Segment } from '../../domain/types';
import { joinAll, squeeze } from '../lines';
import { isNonSpeech } from '../non-speech';
import type { SkippedTally } from '../skipped-tally';
import { stampLine, timeFirstLine } from './line-patterns';
import type { TextLayout } from './text-layout';

/** Fewest lines with a time in front for those times to be believed without brackets. */
const FEWEST_TIMED = 3;

interface OpenSegment extends Segment {
  at: number;
  parts: string[];
}

/** Reads text that names nobody: one segment per time, paragraph, dash or, where there are no paragraphs, sentence line. */
export function readUnlabelled(
  lines: readonly string[],
  layout: TextLayout,
  offset: number,
  skipped: SkippedTally,
): Segment[] {
  const filled = lines.filter((line) => line !== '');
  const isDashed = countIf(filled, (line) => /^[-–—]\s*\S/.test(line)) >= Math.max(2, filled.length * 0.3);
  const hasParagraphs = lines.some((line, i) => line === '' && i > 0 && i < lines.length - 1);
  const hasChevrons = filled.some((line) => line.startsWith('>>'));
  const isLinePerTurn =
    !hasParagraphs &&
    !isDashed &&
    !hasChevrons &&
    filled.length > 1 &&
    countIf(filled, (line) => /[.!?…"”]$/.test(line)) >= filled.length * 0.7;
  const segments: OpenSegment[] = [];
  let current: OpenSegment | null = null;
  let pending: { start: number | null; end: number | null } | null = null;
  const open = (at: number, text: string, newTurn: boolean): void => {
    current = {
      at,
      parts: [text],
      label: null,
      text: '',
      start: pending?.start ?? null,
      end: pending?.end ?? null,
    };
    if (newTurn) current.newTurn = true;
    pending = null;
    segments.push(current);
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') {
      current = null;
      continue;
    }
    const stamp = stampLine(line);
    if (stamp) {
      pending = stamp;
      current = null;
      continue;
    }
    const timed = timeFirstLine(line);
    if (timed && (timed.isBracketed || layout.timed >= FEWEST_TIMED)) {
      pending = timed;
      open(i, timed.rest, false);
      continue;
    }
    const dash = isDashed || line.startsWith('>>') ? /^(?:[-–—]|>{2,})\s*(?=\S)/.exec(line) : null;
    const openSegment = current as OpenSegment | null;
    if (openSegment === null || dash || isLinePerTurn)
      open(i, line.slice(dash?.[0].length ?? 0), dash !== null);
    else openSegment.parts.push(line);
  }
  const out: Segment[] = [];
  for (const { at, parts, ...segment } of segments) {
    segment.text = squeeze(joinAll(parts));
    if (isNonSpeech(segment.text)) skipped.add('speech.none', offset + at + 1);
    else if (segment.text !== '') out.push(segment);
  }
  return out;
}

function countIf(lines: readonly string[], test: (line: string) => boolean): number {
  let count = 0;
  for (const line of lines) if (test(line)) count++;
  return count;
}

import { parseClock } from '../clock';
import type { SkippedTally } from '../skipped-tally';

/** One caption as written: times in seconds, text lines untouched. */
export interface Cue {
  /** 1-based line of the timing. */
  line: number;
  id: string | null;
  start: number | null;
  end: number | null;
  text: string[];
}

interface Timing {
  start: number | null;
  end: number | null;
  /** Words that follow the times on the same line. */
  inline: string;
}

const ARROW = /--?>|[–—]>|→/;
const SETTING = /^[A-Za-z][A-Za-z0-9]{0,11}:\S+$/;

/**
 * Reads a timing line: `00:00:01.000 --> 00:00:03.000 align:start`, with comma or dot, with or without hours, also
 * `[00:00.000 --> 00:04.000]  text`. `null` when the line is none; a time that cannot be read is `null` inside.
 */
export function parseArrowTiming(line: string): Timing | null {
  // Most lines are speech: leave as early as possible.
  if (!line.includes('>') && !line.includes('→')) return null;
  const arrow = ARROW.exec(line);
  if (!arrow) return null;
  const left = line.slice(0, arrow.index).trim();
  const right = line.slice(arrow.index + arrow[0].length).trim();
  if (left.length > 80 || !/\d/.test(left)) return null;
  const startToken = left.slice(left.lastIndexOf(' ') + 1);
  const isBracketed = startToken.startsWith('[');
  const gap = right.search(/[\s\]]/);
  const endToken = gap === -1 ? right : right.slice(0, gap);
  const start = parseClock(isBracketed ? startToken.slice(1) : startToken);
  const end = parseClock(endToken);
  if (start === null && end === null) return null;
  // "at 10:30 -> 11:00 we meet": only a line that begins with its time is a timing.
  if (startToken !== left && !/^\d+$/.test(left.slice(0, -startToken.length).trim())) return null;
  const tail = gap === -1 ? '' : right.slice(gap).replace(/^\]/, '').trim();
  const inline = isBracketed
    ? tail
    : tail === '' || tail.split(/\s+/).every((part) => SETTING.test(part))
      ? ''
      : tail;
  return { start, end, inline };
}

/** Reads SubViewer's `0:00:01.000,0:00:03.000`. */
export function parseCommaTiming(line: string): Timing | null {
  if (line.length > 40 || !/^\d/.test(line)) return null;
  const match = /^(\d{1,4}:\d{1,2}:\d{1,2}\.\d{1,3})\s*,\s*(\d{1,4}:\d{1,2}:\S{1,8})$/.exec(line);
  if (!match) return null;
  const start = parseClock(match[1] ?? '');
  const end = parseClock(match[2] ?? '');
  return start === null && end === null ? null : { start, end, inline: '' };
}

export interface ScannedCues {
  cues: Cue[];
  /** What stands after `WEBVTT` on the first line. */
  header: string;
  /** Lines before the first caption. */
  preamble: string[];
}

/**
 * Reads captions line by line. Blank lines between captions may be missing, numbers too; blank lines inside a caption
 * belong to it. Never throws.
 *
 * @param isWebVtt whether `NOTE`, `STYLE` and `REGION` blocks exist
 */
export function scanCues(
  lines: readonly string[],
  isWebVtt: boolean,
  parseTiming: (line: string) => Timing | null,
  skipped: SkippedTally,
): ScannedCues {
  const cues: Cue[] = [];
  const preamble: string[] = [];
  let header = '';
  let last = lines.length - 1;
  while (last >= 0 && lines[last]?.trim() === '') last--;
  let current: Cue | null = null;
  let pendingId: string | null = null;
  let lastNumber = 0;
  let isAfterBlank = true;
  let isComment = false;
  let isHeader = false;
  for (let i = 0; i <= last; i++) {
    const line = (lines[i] ?? '').trim();
    if (line === '') {
      isAfterBlank = true;
      isComment = false;
      isHeader = false;
      continue;
    }
    if (cues.length === 0 && isWebVtt && header === '' && !isHeader && /^WEBVTT(?:\s|$)/i.test(line)) {
      header = line.slice(6).replace(/^[\s:–-]+/, '');
      isHeader = true;
      continue;
    }
    const timing = parseTiming(line) ?? brokenTiming(line, i === last, skipped, i + 1);
    if (timing === 'truncated') continue;
    if (timing && i === last && timing.inline === '') {
      skipped.add('cue.truncated', i + 1);
      continue;
    }
    if (timing) {
      current = {
        line: i + 1,
        id: pendingId,
        start: timing.start,
        end: timing.end,
        text: timing.inline === '' ? [] : [timing.inline],
      };
      cues.push(current);
      pendingId = null;
      isComment = isHeader = isAfterBlank = false;
      continue;
    }
    if (isComment || isHeader) continue;
    if (isWebVtt && isAfterBlank && /^(?:NOTE(?:\s|$)|STYLE$|REGION$)/.test(line)) {
      isComment = true;
      skipped.add('note.comment', i + 1);
      continue;
    }
    const isNumber = /^\d{1,7}$/.test(line);
    const next = (lines[i + 1] ?? '').trim();
    if (next !== '' && (parseTiming(next) !== null || looksLikeBrokenTiming(next))) {
      const isNextNumber =
        isNumber &&
        (isAfterBlank ||
          current === null ||
          Number(line) === lastNumber + 1 ||
          Number(line) === cues.length + 1);
      const isNamed = isAfterBlank && (current === null || current.text.length > 0);
      if (isNextNumber || isNamed || /^[\w{}-]{8,}\/\d+-\d+$/.test(line)) {
        if (isNumber) lastNumber = Number(line);
        pendingId = line;
        isAfterBlank = false;
        continue;
      }
    }
    if (isNumber && isAfterBlank && lastNumber > 0 && Number(line) === lastNumber + 1) {
      // A number whose timing is missing: the file ends here or somebody deleted the line.
      if (i === last) skipped.add('cue.truncated', i + 1);
      lastNumber++;
      isAfterBlank = false;
      continue;
    }
    if (current) current.text.push(line);
    else preamble.push(line);
    isAfterBlank = false;
  }
  return { cues, header, preamble };
}

/** A line that was meant as a timing but whose times do not read, e.g. `00:00:07.000 --> 00:00:1d.890`. */
function looksLikeBrokenTiming(line: string): boolean {
  return line.includes('-->') && /^[\d:.,[]/.test(line) && line.length < 120;
}

function brokenTiming(
  line: string,
  isLast: boolean,
  skipped: SkippedTally,
  at: number,
): Timing | 'truncated' | null {
  if (isLast && /^\d{1,4}:[\d:.,]*\s*(?:-{0,2}>?)?[\d:.,\s]*$/.test(line) && line.length < 40) {
    skipped.add('cue.truncated', at);
    return 'truncated';
  }
  return looksLikeBrokenTiming(line) ? { start: null, end: null, inline: '' } : null;
}

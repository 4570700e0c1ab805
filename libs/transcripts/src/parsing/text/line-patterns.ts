import { parseClock } from '../clock';
import { labelPrefix, tidyLabel } from '../labels';

/** A time as lines of transcripts write it, with optional hours, fraction and am/pm. */
const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const RANGE = String.raw`${TIME}(?:\s*(?:-{1,2}>?|–|—|to|→)\s*${TIME})?`;

const STAMP_ONLY = new RegExp(`^[\\[(<]?(${RANGE})[\\])>]?[:.]?$`);
const TIME_FIRST = new RegExp(`^(?:[\\[(<](${RANGE})[\\])>]|(${RANGE}))\\s*[-–—:|]?\\s+(\\S.*)$`);
const NAME_THEN_TIME = new RegExp(
  `^(\\S.{0,80}?)(\\s{2,}|\\t|\\s*[-–—|,•]\\s*|\\s+)([\\[(]?)(${RANGE})[\\])]?\\s*(:?)\\s*$`,
);
const NAME_TIME_TEXT = new RegExp(
  `^([^:\\d\\[(][^:]{0,60}?)\\s*(?:[\\[(](${RANGE})[\\])]\\s*[:\\-–—]?|\\s(${RANGE})\\s*:)\\s+(\\S.*)$`,
);
const SPOKEN_TIME =
  /^(.{1,80}?)\s+(?:\d+ hours? )?(?:\d+ minutes? )?\d+ seconds?\s*(\d{1,3}:\d{2}(?::\d{2})?)$/;

export interface Times {
  start: number | null;
  end: number | null;
}

/** `00:01:26`, `[1:26]`, `0:03 - 0:09` alone on a line. */
export function stampLine(line: string): Times | null {
  if (line.length > 40 || !/\d:\d\d/.test(line)) return null;
  const match = STAMP_ONLY.exec(line);
  return match?.[1] ? times(match[1]) : null;
}

export interface HeaderLine extends Times {
  label: string;
  /** Two or more spaces, a tab, brackets or a dash stand between name and time: hardly ever a sentence. */
  isStrong: boolean;
}

/** `Sidney  55:21`, `Ana Lopez [00:12]:`, `Ana – 0:03`, `Ana Lopez 3 minutes 12 seconds3:12` alone on a line. */
export function headerLine(line: string): HeaderLine | null {
  if (line.length > 130 || !/\d:\d\d/.test(line)) return null;
  const spoken = SPOKEN_TIME.exec(line);
  const match = spoken ? null : NAME_THEN_TIME.exec(line);
  const name = spoken?.[1] ?? match?.[1];
  const clock = spoken?.[2] ?? match?.[4];
  if (name === undefined || clock === undefined) return null;
  const label = tidyLabel(name);
  const found = times(clock);
  if (label === null || found === null || /\d:\d/.test(label)) return null;
  const isStrong =
    spoken !== null || match?.[3] !== '' || match?.[5] === ':' || /\s{2}|\t|[-–—|•]/.test(match?.[2] ?? '');
  return { label, ...found, isStrong };
}

export interface TimedLine extends Times {
  rest: string;
  isBracketed: boolean;
}

/** `[00:12] rest`, `00:12 rest`, `(0:12 - 0:15) rest`. */
export function timeFirstLine(line: string): TimedLine | null {
  if (!/^[[(<]?\d{1,3}:\d\d/.test(line)) return null;
  const match = TIME_FIRST.exec(line);
  if (!match?.[3]) return null;
  const found = times(match[1] ?? match[2] ?? '');
  return found ? { ...found, rest: match[3], isBracketed: match[1] !== undefined } : null;
}

/** `Ana (00:12): text`, `Ana 00:12: text`, `Ana<tab>00:12<tab>text`. */
export function nameTimeText(line: string): (Times & { label: string; rest: string }) | null {
  const head = line.slice(0, 110);
  if (!/\d:\d\d/.test(head)) return null;
  const tabs = line.split('\t');
  if (tabs.length >= 3) {
    const cells = tabs.map((cell) => cell.trim());
    const at = cells.findIndex((cell) => stampLine(cell) !== null);
    const rest = cells
      .slice(Math.max(at, 1) + 1)
      .join(' ')
      .trim();
    const label = at === 1 ? tidyLabel(cells[0] ?? '') : at === 0 ? tidyLabel(cells[1] ?? '') : null;
    const found = at >= 0 ? stampLine(cells[at] ?? '') : null;
    if (label !== null && found && rest !== '') return { label, ...found, rest };
  }
  const match = NAME_TIME_TEXT.exec(head.length < line.length ? head : line);
  if (!match?.[1] || !match[4]) return null;
  const label = tidyLabel(match[1]);
  const found = times(match[2] ?? match[3] ?? '');
  if (label === null || found === null) return null;
  return { label, ...found, rest: match[4] + line.slice(head.length) };
}

/** `Client - text` with a dash; `Name<tab>text`. */
export function dashLabel(line: string): { label: string; rest: string } | null {
  const match = /^([^\t:–—]{1,60}?)(?:\s+[-–—]\s+|\t+)(\S.*)$/.exec(line.slice(0, 400));
  if (!match?.[1] || !match[2]) return null;
  const label = tidyLabel(match[1]);
  return label === null ? null : { label, rest: match[2] + line.slice(400) };
}

/** `(Name)` or `[Name]` alone on a line. */
export function bracketLabel(line: string): string | null {
  const match = /^(?:\(([^()]{1,60})\)|\[([^[\]]{1,60})\])$/.exec(line);
  const inner = match?.[1] ?? match?.[2];
  return inner === undefined ? null : tidyLabel(inner);
}

/** `Name: text`, as `labelPrefix`, also where `[00:12]` stands between. */
export { labelPrefix };

function times(range: string): Times | null {
  const found = range.match(new RegExp(TIME, 'g')) ?? [];
  const start = clockOf(found[0] ?? '');
  return start === null ? null : { start, end: found[1] === undefined ? null : clockOf(found[1]) };
}

/** Seconds; a time of day (`10:03 AM`, `2:15:09 pm`) counts from midnight and is made relative later. */
function clockOf(text: string): number | null {
  const half = /\s?([AaPp])\.?[Mm]\.?$/.exec(text);
  if (!half) return parseClock(text);
  const bare = text.slice(0, half.index);
  const seconds = parseClock(bare.split(':').length === 2 ? `${bare}:00` : bare);
  if (seconds === null) return null;
  const isAfternoon = half[1]?.toLowerCase() === 'p';
  return (seconds % 43_200) + (isAfternoon ? 43_200 : 0);
}

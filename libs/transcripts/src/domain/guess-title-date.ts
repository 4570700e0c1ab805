const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** Sessions before this year are not what a coach uploads; numbers that read as such dates are something else. */
const EARLIEST_YEAR = 2005;
/** How far ahead of today's year a date may lie: one, for clocks and time zones around New Year. */
const YEARS_AHEAD = 1;

/** Longest heading line looked at for a title or date. */
const LONGEST_HEADING = 160;

const DATE_FORMS: readonly { pattern: RegExp; read: (m: RegExpExecArray) => string | null }[] = [
  { pattern: /(?<!\d)(\d{4})[-_./](\d{1,2})[-_./](\d{1,2})(?!\d)/, read: (m) => isoDate(m[1], m[2], m[3]) },
  { pattern: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/, read: (m) => isoDate(m[1], m[2], m[3]) },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s._-]+${MONTH}\\.?,?[\\s._-]+(\\d{4})(?!\\d)`,
      'i',
    ),
    read: (m) => isoDate(m[3], month(m[2]), m[1]),
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\.?[\\s._-]+(\\d{1,2})(?:st|nd|rd|th)?,?[\\s._-]+(\\d{4})(?!\\d)`, 'i'),
    read: (m) => isoDate(m[3], month(m[1]), m[2]),
  },
  // 12.03.2026 is day first wherever it is written with full stops; with slashes only a number above 12 tells.
  { pattern: /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/, read: (m) => isoDate(m[3], m[2], m[1]) },
  { pattern: /(?<!\d)(\d{1,2})[-_/](\d{1,2})[-_/](\d{4})(?!\d)/, read: (m) => ambiguous(m[3], m[1], m[2]) },
];

/**
 * The day of the session as `YYYY-MM-DD`: from the file's name, else from what the source states, else from its first
 * lines. Only plausible dates; `03/04/2026` is not guessed at.
 */
export function guessDate(
  fileName: string | null,
  stated: string | number | null,
  heading: readonly string[],
): string | null {
  return (
    (fileName === null ? null : findDate(baseName(fileName))) ?? statedDate(stated) ?? headingDate(heading)
  );
}

/** The title of the session: from the file's name where it says one, else from what the source states. */
export function guessTitle(
  fileName: string | null,
  stated: string | null,
  heading: readonly string[],
): string | null {
  const base = fileName === null ? '' : baseName(fileName);
  const named = titleOf(base);
  // "zoom_0" says less than what stands in the file; "Session with Ana" was chosen by somebody.
  if (named !== null && /\s/.test(base) && /\s/.test(named)) return named;
  return (stated === null ? null : titleOf(stated)) ?? headingTitle(heading) ?? named;
}

function statedDate(stated: string | number | null): string | null {
  if (stated === null) return null;
  if (typeof stated === 'string') {
    const found = findDate(stated.slice(0, 60));
    if (found !== null || !/^\d{10,13}$/.test(stated)) return found;
  }
  const number = Number(stated);
  const date = new Date(number > 1e11 ? number : number * 1000);
  if (Number.isNaN(date.getTime())) return null;
  return isoDate(String(date.getUTCFullYear()), String(date.getUTCMonth() + 1), String(date.getUTCDate()));
}

function headingDate(heading: readonly string[]): string | null {
  for (const line of heading.slice(0, 15)) {
    const found = line.length <= LONGEST_HEADING ? findDate(line) : null;
    if (found !== null) return found;
  }
  return null;
}

function findDate(text: string): string | null {
  for (const { pattern, read } of DATE_FORMS) {
    const match = pattern.exec(text);
    const date = match ? read(match) : null;
    if (date !== null) return date;
  }
  return null;
}

function month(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function ambiguous(
  year: string | undefined,
  first: string | undefined,
  second: string | undefined,
): string | null {
  const a = Number(first);
  const b = Number(second);
  if (a > 12) return isoDate(year, second, first);
  if (b > 12 || a === b) return isoDate(year, first, second);
  return null;
}

function isoDate(
  year: string | undefined,
  monthText: string | undefined,
  day: string | undefined,
): string | null {
  const y = Number(year);
  const m = Number(monthText);
  const d = Number(day);
  if (y < EARLIEST_YEAR || y > new Date().getUTCFullYear() + YEARS_AHEAD || m < 1 || m > 12 || d < 1)
    return null;
  if (d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function baseName(fileName: string): string {
  const name = fileName.slice(-255).replace(/^.*[\\/](?=[^\\/]*$)/s, '');
  return name.replace(
    /(?:\.(?:transcript|cc|captions?|en|de|fr|es|otter_ai|vtt|srt|sbv|txt|docx|pdf|json|jsonl|md))+$/i,
    '',
  );
}

/** Words that meeting tools put before or after a title. */
const TOOL_WORDS =
  /(?:^|[\s\-–—.(|])(?:audio transcript|meeting (?:recording|transcript)|notes by gemini|recording|transcript(?:ion)?|transkript|captions?|subtitles|otter[. ]?ai|otter|fireflies(?:\.ai)?|zoom|teams|google meet|final|copy|download(?:ed)?|export(?:ed)?|untitled|document|file|new|raw|edited|meeting started)$|^(?:audio transcript|meeting (?:recording|transcript)|transcript(?:ion)? (?:of|for)|transcript(?:ion)?|recording|copy of|otter[. ]?ai|otter|fireflies|zoom|teams|google meet|export|download|document|file|untitled|meeting started)(?=[\s\-–—.:|]|$)/i;

function titleOf(text: string): string | null {
  let title = text;
  for (const { pattern } of DATE_FORMS) title = title.replace(pattern, ' ');
  title = title.replace(/_/g, ' ');
  title = trimEdges(
    title
      .replace(/\bGMT\s*-?\s*\d{6}\b/g, ' ')
      .replace(/\bat\s+(?=\d{1,2}[: h]\d{2}\b)/gi, ' ')
      .replace(
        /(?:^|[\s,(T-])\d{1,2}[:. ]\d{2}(?:[:. ]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:GMT|UTC|[A-Z]{3,4})(?:[+-]\d{1,2})?\)?)?(?=$|[\s),-])/gi,
        ' ',
      )
      .replace(/[-\s]\d{6}(?=-|\s|$)/g, ' ')
      .replace(/\bGMT\b/g, ' ')
      .replace(/\(\s*\d*\s*\)|\[\s*\]/g, ' '),
  );
  for (let before = ''; before !== title;) {
    before = title;
    title = trimEdges(title.replace(TOOL_WORDS, ' '));
  }
  // A dash left without its neighbour: "Ana - - Coaching".
  title = title.replace(/(?:\s[-–—]){2,}\s/g, ' – ');
  if (title.length > 120 || !/\p{L}{2}/u.test(title)) return null;
  // Identifiers are not titles.
  if (/^[\da-f-]{16,}$/i.test(title) || /^[^\s-]{24,}$/.test(title)) return null;
  if (!/\s/.test(title)) title = title.replace(/-+/g, ' ');
  return title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function trimEdges(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s\-–—.,:|()[\]]+|[\s\-–—.,:|([]+$/g, '');
}

const NO_TITLE =
  /^(?:attendees|invited|participants|speakers?|summary|details|notes|keywords|summary keywords|transcript(?:ion)?|📖 transcript|📝 notes|date|time|duration|kind|language|note|meeting records)\b/i;

function headingTitle(heading: readonly string[]): string | null {
  for (const line of heading.slice(0, 6)) {
    const plain = line.replace(/^\P{L}+/u, '').trim();
    if (plain.length > LONGEST_HEADING || plain === '' || NO_TITLE.test(plain) || /^\d+\s?[hms]\b/.test(line))
      continue;
    const stated = /^(?:title|meeting|session|topic)\s*:\s*(.+)$/i.exec(plain)?.[1] ?? plain;
    if (stated.includes(',') && stated.split(',').length > 3) continue;
    if (
      /[.!?]$/.test(stated) ||
      /^\S+:\s/.test(stated) ||
      /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,/i.test(stated)
    )
      continue;
    const title = titleOf(stated);
    if (title !== null) return title;
  }
  return null;
}

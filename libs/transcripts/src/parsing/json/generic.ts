import { roundMilliseconds } from '../clock';
import { countWords } from '../../domain/words';
import type { JsonReading } from './json-reader';
import {
  asArray,
  asNumber,
  asObject,
  asText,
  firstText,
  instant,
  isObject,
  objects,
  seconds,
  speakerLabel,
  type JsonObject,
} from './values';

const TEXT_KEYS = [
  'text',
  'transcript',
  'content',
  'sentence',
  'utterance',
  'message',
  'caption',
  'words',
  'body',
  'value',
  'text_clean',
  'textClean',
];
const SPEAKER_KEYS = [
  'speaker',
  'speaker_name',
  'speakerName',
  'speaker_label',
  'speakerLabel',
  'speaker_type',
  'speakerType',
  'name',
  'participant',
  'participant_name',
  'user',
  'username',
  'author',
  'from',
  'role',
  'who',
  'label',
  'speaker_id',
  'speakerId',
];
const START_KEYS = [
  'start',
  'start_time',
  'startTime',
  'start_seconds',
  'startSeconds',
  'start_ts',
  'start_timestamp',
  'begin',
  'timestamp',
  'time',
  'offset',
  'ts',
  't',
];
const END_KEYS = [
  'end',
  'end_time',
  'endTime',
  'end_seconds',
  'endSeconds',
  'end_ts',
  'end_timestamp',
  'stop',
  'finish',
];
const START_MS_KEYS = ['start_ms', 'startMs', 'timestamp_ms', 'timestampMs', 'offset_ms', 'begin_ms'];
const END_MS_KEYS = ['end_ms', 'endMs', 'stop_ms'];

/** How deep a list of spoken parts is looked for. */
const DEEPEST = 5;

/**
 * Any other JSON with a list of `{speaker, text, start, end}`, whatever its fields are called.
 *
 * @returns `null` when there is no such list
 */
export function readGeneric(root: unknown): JsonReading | null {
  const list = findList(root, 0);
  if (!list) return null;
  const reading: JsonReading = { segments: [], unreadable: 0, empty: 0 };
  const holder = asObject(root);
  reading.title = firstText(holder, ['title', 'meeting_title', 'meetingTitle', 'topic', 'subject', 'name']);
  reading.date = firstText(holder, [
    'date',
    'start_time',
    'startTime',
    'started_at',
    'created_at',
    'createdAt',
    'recorded_at',
    'recording_start',
  ]);
  const unit = guessUnit(list);
  const rows = list.map((item) => (isObject(item) ? item : null));
  const origin = rows.reduce<number | null>(
    (first, row) => first ?? (row ? instantOf(row, START_KEYS) : null),
    null,
  );
  if (origin !== null) reading.date ??= origin * 1000;
  for (const row of rows) {
    if (row === null) {
      reading.unreadable++;
      continue;
    }
    const text = textOf(row);
    if (text === null) {
      reading.empty++;
      continue;
    }
    reading.segments.push({
      label: labelOf(row),
      text,
      start: timeOf(row, START_KEYS, START_MS_KEYS, unit, origin),
      end: timeOf(row, END_KEYS, END_MS_KEYS, unit, origin),
    });
  }
  return reading;
}

/** The longest list of objects with words, and a speaker or a time, within a few levels. */
function findList(value: unknown, depth: number): unknown[] | null {
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) {
    const sample = objects(value.slice(0, 200));
    const fitting = sample.filter(
      (item) => textOf(item) !== null && (labelOf(item) !== null || hasTime(item)),
    );
    if (fitting.length > 0 && fitting.length >= Math.min(value.length, 200) * 0.5) return value;
  }
  let best: unknown[] | null = null;
  const inner = Array.isArray(value)
    ? value.slice(0, 50)
    : isObject(value)
      ? Object.values(value).slice(0, 50)
      : [];
  for (const child of inner) {
    if (typeof child !== 'object' || child === null) continue;
    const found = findList(child, depth + 1);
    if (found && (best === null || found.length > best.length)) best = found;
  }
  return best;
}

function textOf(row: JsonObject): string | null {
  for (const key of TEXT_KEYS) {
    const value = row[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (key === 'words' && Array.isArray(value)) {
      const joined = value
        .map((word) =>
          typeof word === 'string'
            ? word
            : (firstText(asObject(word), ['punctuated_word', 'text', 'word']) ?? ''),
        )
        .join(' ')
        .trim();
      if (joined !== '') return joined;
    }
  }
  return null;
}

function labelOf(row: JsonObject): string | null {
  for (const key of SPEAKER_KEYS) {
    const value = row[key];
    const inner = isObject(value)
      ? firstText(value, ['name', 'displayName', 'display_name', 'label', 'id'])
      : value;
    const label = speakerLabel(inner);
    if (label !== null) return label;
  }
  return null;
}

function hasTime(row: JsonObject): boolean {
  return [...START_KEYS, ...START_MS_KEYS].some(
    (key) => key in row && (seconds(row[key]) !== null || instant(row[key]) !== null),
  );
}

function instantOf(row: JsonObject, keys: readonly string[]): number | null {
  for (const key of keys) {
    const at = instant(row[key]);
    if (at !== null) return at;
  }
  return null;
}

function timeOf(
  row: JsonObject,
  keys: readonly string[],
  msKeys: readonly string[],
  unit: number,
  origin: number | null,
): number | null {
  for (const key of msKeys) {
    const number = asNumber(row[key]);
    if (number !== null && number >= 0) return roundMilliseconds(number / 1000);
  }
  for (const key of keys) {
    if (origin !== null) {
      const at = instant(row[key]);
      if (at !== null) return roundMilliseconds(Math.max(0, at - origin));
    }
    const time = seconds(row[key]);
    if (time !== null) return asNumber(row[key]) === null ? time : roundMilliseconds(time * unit);
  }
  return null;
}

/** Slowest believable speech, in words per second over a whole recording, for a unit of seconds. */
const SLOWEST_SPEECH = 0.02;

/**
 * 0.001 when whole numbers are so large that, read as seconds, people would speak a word a minute; else 1. Only lists
 * of unknown origin need this guess.
 */
function guessUnit(list: readonly unknown[]): number {
  let words = 0;
  let latest = 0;
  for (const row of objects(list)) {
    words += countWords(textOf(row) ?? '');
    for (const key of [...START_KEYS, ...END_KEYS]) {
      const number = asNumber(row[key]);
      if (number === null || instant(row[key]) !== null) continue;
      if (!Number.isInteger(number)) return 1;
      latest = Math.max(latest, number);
    }
  }
  return latest >= 1000 && words / latest < SLOWEST_SPEECH ? 0.001 : 1;
}

/** Text that a JSON file holds whole: `{"text": "…"}`, `{"transcript": "…"}`. */
export function wholeText(root: unknown): string | null {
  if (typeof root === 'string') return asText(root);
  const body = asObject(root);
  return (
    firstText(body, ['transcript', 'text', 'transcription', 'content', 'vtt', 'srt']) ??
    nested(asArray(body.results)[0] ?? body.data)
  );
}

function nested(value: unknown): string | null {
  const inner = asObject(value);
  const text = firstText(inner, ['transcript', 'text', 'content']);
  return text ?? firstText(asObject(asArray(inner.alternatives)[0]), ['transcript']);
}

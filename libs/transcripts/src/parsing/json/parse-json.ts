import { TranscriptError } from '../../domain/transcript-error';
import type { Segment } from '../../domain/types';
import { splitLines, squeeze } from '../lines';
import { dropInvisible } from '../markup';
import { isNonSpeech } from '../non-speech';
import type { ParsedContent } from '../parsed-content';
import type { SkippedTally } from '../skipped-tally';
import { readGeneric, wholeText } from './generic';
import type { JsonReader, JsonReading } from './json-reader';
import { attendee, meetRest, recall, vexa } from './meeting-bots';
import { fireflies, rev, subsrt } from './note-takers';
import { assemblyAi, deepgram, whisper } from './speech-services';
import { asObject, isObject } from './values';

const READERS: readonly JsonReader[] = [
  recall,
  attendee,
  meetRest,
  subsrt,
  fireflies,
  rev,
  deepgram,
  assemblyAi,
  vexa,
  whisper,
];
/** Fields in which services wrap their answer. */
const WRAPPERS = [
  'data',
  'result',
  'results',
  'transcript',
  'transcripts',
  'transcription',
  'response',
  'payload',
  'body',
  'output',
];

/** Whether text was meant as JSON, by its first characters: `[00:12] Ana: …` and `[music]` were not. */
export function looksLikeJson(text: string): boolean {
  const start = text.slice(0, 2000).trimStart();
  return /^\{\s*(?:"|\}|$)/.test(start) || /^\[\s*(?:[{["\]]|$)/.test(start);
}

/**
 * Reads JSON and JSON lines of any of the known services, or a generic list.
 *
 * @param readText reads a transcript that the JSON holds as one string
 * @throws TranscriptError `transcript.invalid_json`, `transcript.unknown_json`
 */
export function parseJson(
  text: string,
  skipped: SkippedTally,
  readText: (text: string) => ParsedContent,
): ParsedContent {
  const { root, isLines } = decode(text, skipped);
  for (const candidate of candidates(root)) {
    const reader = READERS.find((one) => one.matches(candidate));
    if (!reader) continue;
    return finish(reader.format, reader.read(candidate), root, skipped);
  }
  const generic = readGeneric(root);
  if (generic) return finish(isLines ? 'jsonl' : 'generic_json', generic, root, skipped);
  const whole = wholeText(root);
  if (whole !== null && whole.length >= 20) return readText(whole);
  throw new TranscriptError('transcript.unknown_json');
}

/** The value itself, then what its usual wrappers hold. */
function* candidates(root: unknown): Generator<unknown> {
  yield root;
  if (!isObject(root)) return;
  for (const key of WRAPPERS) {
    const inner = root[key];
    if (typeof inner !== 'object' || inner === null) continue;
    yield inner;
    for (const deeper of WRAPPERS) {
      const value = asObject(inner)[deeper];
      if (typeof value === 'object' && value !== null) yield value;
    }
  }
}

function decode(text: string, skipped: SkippedTally): { root: unknown; isLines: boolean } {
  try {
    return { root: JSON.parse(text) as unknown, isLines: false };
  } catch {
    const rows: unknown[] = [];
    let broken = 0;
    let firstBroken = 0;
    for (const [index, line] of splitLines(text).entries()) {
      if (line.trim() === '') continue;
      try {
        const row: unknown = JSON.parse(line);
        if (!isObject(row)) throw new SyntaxError('not an object');
        rows.push(row);
      } catch {
        broken++;
        firstBroken ||= index + 1;
        if (broken > 3 && broken > rows.length) break;
      }
    }
    if (rows.length === 0 || broken > rows.length) throw new TranscriptError('transcript.invalid_json');
    skipped.add('item.unreadable', firstBroken, broken);
    return { root: rows, isLines: true };
  }
}

function finish(
  sourceFormat: string,
  reading: JsonReading,
  root: unknown,
  skipped: SkippedTally,
): ParsedContent {
  skipped.add('item.unreadable', null, reading.unreadable);
  skipped.add('item.no_text', null, reading.empty);
  skipped.add('item.draft', null, reading.drafts ?? 0);
  const segments: Segment[] = [];
  for (const [index, segment] of reading.segments.entries()) {
    const text = squeeze(dropInvisible(segment.text));
    if (text === '') skipped.add('item.no_text', index + 1);
    else if (isNonSpeech(text)) skipped.add('speech.none', index + 1);
    else {
      const isBackwards = segment.start !== null && segment.end !== null && segment.end < segment.start;
      if (isBackwards) skipped.add('cue.backwards_time', index + 1);
      segments.push({ ...segment, text, end: isBackwards ? null : segment.end });
    }
  }
  const title =
    reading.title ?? (typeof asObject(root).title === 'string' ? String(asObject(root).title) : null);
  return {
    sourceFormat,
    segments: reading.isUnordered ? inOrder(segments) : segments,
    title: title !== null && title.length <= 200 ? title : null,
    date: reading.date ?? null,
    heading: [],
  };
}

/** Sorted by start; segments without a time stay behind the one they follow. */
function inOrder(segments: Segment[]): Segment[] {
  let last = 0;
  const keyed = segments.map((segment) => {
    last = segment.start ?? last;
    return { segment, at: last };
  });
  return keyed.sort((a, b) => a.at - b.at).map(({ segment }) => segment);
}

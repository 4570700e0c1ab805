import { roundMilliseconds } from '../clock';
import type { Segment } from '../../domain/types';
import type { JsonReading, JsonReader } from './json-reader';
import { segmentsOfWords, type TimedWord } from './timed-words';
import {
  asArray,
  asObject,
  asText,
  firstText,
  instant,
  isObject,
  milliseconds,
  objects,
  seconds,
  speakerLabel,
  type JsonObject,
} from './values';

/**
 * Recall.ai: `[{participant: {id, name, is_host, email?}, words: [{text, start_timestamp: {relative, absolute},
 * end_timestamp}]}]`. `relative` is seconds; `absolute` may be text, number, null or missing. The older form has
 * `speaker` and plain numbers. (Recall.ai docs, "Transcript schema".)
 */
export const recall: JsonReader = {
  format: 'recall_json',
  matches: (root) => {
    const [first] = objects(recallEntries(root));
    return (
      first !== undefined &&
      Array.isArray(first.words) &&
      ('participant' in first || ('speaker' in first && hasWordTimes(first.words)))
    );
  },
  read: (root) => {
    const entries = recallEntries(root);
    let origin: number | null = null;
    for (const entry of objects(entries)) {
      for (const word of objects(entry.words)) {
        const at = instant(asObject(word.start_timestamp).absolute);
        if (at !== null && (origin === null || at < origin)) origin = at;
      }
    }
    const reading: JsonReading = {
      segments: [],
      unreadable: 0,
      empty: 0,
      date: origin === null ? null : origin * 1000,
    };
    for (const entry of entries) {
      if (!isObject(entry)) {
        reading.unreadable++;
        continue;
      }
      const participant = asObject(entry.participant);
      const id = asText(participant.id) ?? asText(entry.speaker_id);
      const label =
        asText(participant.name) ?? speakerLabel(entry.speaker) ?? (id === null ? null : `Participant ${id}`);
      const base: Omit<Segment, 'text' | 'start' | 'end'> = { label };
      if (participant.is_host === true || entry.is_host === true) base.isHost = true;
      const email = asText(participant.email) ?? asText(asObject(participant.extra_data).email);
      if (email !== null) base.email = email;
      const words: TimedWord[] = objects(entry.words).map((word) => ({
        text: firstText(word, ['text', 'word']) ?? '',
        start: stamp(word.start_timestamp ?? word.start_time, origin),
        end: stamp(word.end_timestamp ?? word.end_time, origin),
      }));
      const segments = segmentsOfWords(words, base);
      if (segments.length === 0) reading.empty++;
      for (const segment of segments) reading.segments.push(segment);
    }
    reading.isUnordered = true;
    return reading;
  },
};

function recallEntries(root: unknown): unknown[] {
  // Real-time events, one per line: {event: "transcript.data", data: {data: {words, participant}}}
  return asArray(root)
    .filter((item) => !/partial/.test(asText(asObject(item).event) ?? ''))
    .map((item) => {
      const data = asObject(asObject(item).data);
      return isObject(data.data) ? data.data : item;
    });
}

function hasWordTimes(words: unknown): boolean {
  return objects(words).some((word) => 'start_timestamp' in word || 'start_time' in word);
}

function stamp(value: unknown, origin: number | null): number | null {
  if (!isObject(value)) return seconds(value);
  const relative = seconds(value.relative);
  if (relative !== null) return relative;
  const absolute = instant(value.absolute);
  return absolute === null || origin === null ? null : roundMilliseconds(absolute - origin);
}

/**
 * Attendee: `[{speaker_name, timestamp_ms, duration_ms, transcription}]` in milliseconds; `transcription` may be text
 * or an object with `transcript` and `words`. (Attendee docs, "Get transcript".)
 */
export const attendee: JsonReader = {
  format: 'attendee_json',
  matches: (root) =>
    objects(root).some(
      (item) => 'transcription' in item && ('timestamp_ms' in item || 'speaker_name' in item),
    ),
  read: (root) => {
    const reading: JsonReading = { segments: [], unreadable: 0, empty: 0, isUnordered: true };
    const items = asArray(root);
    const first = Math.min(
      ...objects(items)
        .slice(0, 1000)
        .map((item) => milliseconds(item.timestamp_ms) ?? Infinity),
    );
    // Some installations write the time of day instead of the time in the recording.
    const origin = first > 9e8 && Number.isFinite(first) ? first : 0;
    if (origin > 0) reading.date = origin * 1000;
    for (const item of items) {
      if (!isObject(item)) {
        reading.unreadable++;
        continue;
      }
      const said = item.transcription;
      const text = asText(said) ?? firstText(asObject(said), ['transcript', 'text']);
      if (text === null) {
        reading.empty++;
        continue;
      }
      const at = milliseconds(item.timestamp_ms);
      const start = at === null ? null : roundMilliseconds(Math.max(0, at - origin));
      const length = milliseconds(item.duration_ms);
      const segment: Segment = {
        label: speakerLabel(item.speaker_name) ?? participantOf(item),
        text,
        start,
        end: start === null || length === null ? null : roundMilliseconds(start + length),
      };
      if (item.speaker_is_host === true) segment.isHost = true;
      reading.segments.push(segment);
    }
    return reading;
  },
};

function participantOf(item: JsonObject): string | null {
  const id = firstText(item, ['speaker_uuid', 'speaker_user_uuid', 'speaker_id']);
  return id === null ? null : `Participant ${id.slice(0, 8)}`;
}

/** Vexa: `{segments: [{start, end, text, language, speaker, completed}]}` in seconds; drafts have `completed: false`. */
export const vexa: JsonReader = {
  format: 'vexa_json',
  matches: (root) => {
    if (!isObject(root)) return false;
    const [first] = objects(root.segments);
    return (
      first !== undefined &&
      ('completed' in first || 'native_meeting_id' in root || 'absolute_start_time' in first)
    );
  },
  read: (root) => {
    const reading: JsonReading = {
      segments: [],
      unreadable: 0,
      empty: 0,
      date: asText(asObject(root).start_time),
      isUnordered: true,
    };
    const items = asArray(asObject(root).segments);
    const finished = new Set(
      objects(items)
        .filter((item) => item.completed !== false)
        .map((item) => `${asText(item.speaker)}@${asText(item.start)}`),
    );
    for (const item of items) {
      if (!isObject(item)) {
        reading.unreadable++;
        continue;
      }
      const text = asText(item.text);
      if (text === null) reading.empty++;
      else if (item.completed === false && finished.has(`${asText(item.speaker)}@${asText(item.start)}`))
        reading.drafts = (reading.drafts ?? 0) + 1;
      else {
        const start = seconds(item.start ?? item.start_time);
        reading.segments.push({
          label: speakerLabel(item.speaker),
          text,
          start,
          end: seconds(item.end ?? item.end_time),
        });
      }
    }
    return reading;
  },
};

/**
 * Google Meet REST: `{transcriptEntries: [{name, participant, text, languageCode, startTime, endTime}]}`. `participant`
 * is a resource name; it becomes `Participant 1`, … unless the file lists the participants too.
 */
export const meetRest: JsonReader = {
  format: 'meet_json',
  matches: (root) =>
    objects(meetEntries(root)).some(
      (item) => 'participant' in item && 'text' in item && ('startTime' in item || 'languageCode' in item),
    ),
  read: (root) => {
    const names = new Map<string, string>();
    for (const person of objects(asObject(root).participants)) {
      const name = asText(person.name);
      const user = ['signedinUser', 'anonymousUser', 'phoneUser']
        .map((key) => asText(asObject(person[key]).displayName))
        .find((text) => text !== null);
      if (name !== null && user) names.set(name, user);
    }
    const items = meetEntries(root);
    const starts = objects(items)
      .map((item) => instant(item.startTime))
      .filter((at) => at !== null);
    const origin = starts.reduce((least, at) => Math.min(least, at), starts[0] ?? 0);
    const reading: JsonReading = {
      segments: [],
      unreadable: 0,
      empty: 0,
      date: starts.length > 0 ? origin * 1000 : null,
      isUnordered: true,
    };
    for (const item of items) {
      if (!isObject(item)) {
        reading.unreadable++;
        continue;
      }
      const text = asText(item.text);
      if (text === null) {
        reading.empty++;
        continue;
      }
      const participant = asText(item.participant);
      if (participant !== null && !names.has(participant))
        names.set(participant, `Participant ${names.size + 1}`);
      const at = (value: unknown): number | null => {
        const time = instant(value);
        return time === null ? null : roundMilliseconds(time - origin);
      };
      reading.segments.push({
        label: participant === null ? null : (names.get(participant) ?? null),
        text,
        start: at(item.startTime),
        end: at(item.endTime),
      });
    }
    return reading;
  },
};

function meetEntries(root: unknown): unknown[] {
  return Array.isArray(root) ? root : asArray(asObject(root).transcriptEntries ?? asObject(root).entries);
}

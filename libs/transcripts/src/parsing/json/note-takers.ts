import type { Segment } from '../../domain/types';
import { labelForm, labelPrefix, tidyLabel } from '../labels';
import { stripMarkup } from '../markup';
import type { JsonReader, JsonReading } from './json-reader';
import {
  asArray,
  asNumber,
  asObject,
  asText,
  firstText,
  isObject,
  milliseconds,
  objects,
  seconds,
  speakerLabel,
  type JsonObject,
} from './values';

/**
 * Fireflies: `{title, date, sentences: [{index, speaker_name, speaker_id, text, raw_text, start_time, end_time}]}`,
 * seconds with fraction; wrapped as `{data: {transcript: …}}` by its API; its download is a bare list with `sentence`,
 * `startTime`, `endTime`. (Fireflies API docs, "Sentence".)
 */
export const fireflies: JsonReader = {
  format: 'fireflies_json',
  matches: (root) =>
    objects(firefliesSentences(root)).some(
      (item) =>
        ('speaker_name' in item || 'speaker_id' in item) &&
        ('raw_text' in item || 'sentence' in item || ('start_time' in item && 'text' in item)),
    ),
  read: (root) => {
    const transcript = firefliesTranscript(root);
    const reading: JsonReading = {
      segments: [],
      unreadable: 0,
      empty: 0,
      title: asText(transcript.title),
      date: asNumber(transcript.date) ?? firstText(transcript, ['dateString', 'date']),
    };
    for (const item of firefliesSentences(root)) {
      if (!isObject(item)) {
        reading.unreadable++;
        continue;
      }
      const text = firstText(item, ['text', 'raw_text', 'sentence']);
      if (text === null) {
        reading.empty++;
        continue;
      }
      const id = asText(item.speaker_id);
      reading.segments.push({
        label: asText(item.speaker_name) ?? (id === null ? null : `Speaker ${id}`),
        text,
        start: seconds(item.start_time ?? item.startTime),
        end: seconds(item.end_time ?? item.endTime),
      });
    }
    return reading;
  },
};

function firefliesTranscript(root: unknown): JsonObject {
  const data = asObject(asObject(root).data);
  if (isObject(data.transcript)) return data.transcript;
  const inner = asObject(root).transcript;
  return isObject(inner) ? inner : asObject(root);
}

function firefliesSentences(root: unknown): unknown[] {
  return Array.isArray(root) ? root : asArray(firefliesTranscript(root).sentences);
}

/**
 * Rev: `{monologues: [{speaker, elements: [{type: "text", value, ts, end_ts}, {type: "punct", value}]}]}`; punctuation
 * elements carry the spaces. (Rev AI docs, "Transcript object".)
 */
export const rev: JsonReader = {
  format: 'rev_json',
  matches: (root) => Array.isArray(asObject(root).monologues),
  read: (root) => {
    const names = new Map<string, string>();
    for (const speaker of objects(asObject(root).speakers)) {
      const id = asText(speaker.id);
      const name = asText(speaker.name);
      if (id !== null && name !== null) names.set(id, name);
    }
    const reading: JsonReading = { segments: [], unreadable: 0, empty: 0 };
    for (const item of asArray(asObject(root).monologues)) {
      if (!isObject(item)) {
        reading.unreadable++;
        continue;
      }
      let text = '';
      let start: number | null = null;
      let end: number | null = null;
      let before = '';
      for (const element of objects(item.elements)) {
        const value = typeof element.value === 'string' ? element.value : (asText(element.value) ?? '');
        // Two words without a punctuation element between them.
        if (before === 'text' && element.type === 'text' && !value.startsWith(' ')) text += ' ';
        text += value;
        before = asText(element.type) ?? '';
        start ??= seconds(element.ts);
        end = seconds(element.end_ts) ?? end;
      }
      text = text.trim();
      const id = asText(item.speaker);
      const name =
        asText(asObject(item.speaker_info).display_name) ??
        asText(item.speaker_name) ??
        (id === null ? null : names.get(id));
      if (text === '') reading.empty++;
      else reading.segments.push({ label: name ?? speakerLabel(item.speaker), text, start, end });
    }
    return reading;
  },
};

/**
 * Captions as the `subsrt` converter writes them: `[{type: "caption", index, start, end, duration, content, text}]` in
 * milliseconds; `content` may begin with `>> NAME:`.
 */
export const subsrt: JsonReader = {
  format: 'subsrt_json',
  matches: (root) =>
    objects(root).some(
      (item) => item.type === 'caption' && ('content' in item || 'text' in item) && 'start' in item,
    ),
  read: (root) => {
    const reading: JsonReading = { segments: [], unreadable: 0, empty: 0 };
    let speaker: string | null = null;
    for (const item of asArray(root)) {
      if (!isObject(item)) {
        reading.unreadable++;
        continue;
      }
      if (item.type !== 'caption') continue;
      const content = stripMarkup(firstText(item, ['content', 'text']) ?? '').trim();
      const chevrons = /^>{2,}\s*/.exec(content);
      const bare = content.slice(chevrons?.[0].length ?? 0);
      const prefix = labelPrefix(bare);
      const form = prefix === null ? 'no' : labelForm(prefix.label);
      const isLabelled = prefix !== null && (chevrons ? form !== 'no' : form === 'role' || form === 'name');
      if (isLabelled) speaker = tidyLabel(prefix.label);
      else if (chevrons) speaker = null;
      const text = (isLabelled ? prefix.rest : bare).replace(/\s+/g, ' ').trim();
      if (text === '') {
        reading.empty++;
        continue;
      }
      const segment: Segment = {
        label: speaker,
        text,
        start: milliseconds(item.start),
        end: milliseconds(item.end),
      };
      if (chevrons && !isLabelled) segment.newTurn = true;
      reading.segments.push(segment);
    }
    return reading;
  },
};

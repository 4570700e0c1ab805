import type { Segment } from '../../domain/types';
import type { JsonReader, JsonReading } from './json-reader';
import { segmentsOfWords } from './timed-words';
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
 * AssemblyAI: `{utterances: [{speaker: "A", text, start, end}]}` in milliseconds; without speaker labels only `words`
 * or `text`. (AssemblyAI API reference, "Transcript".)
 */
export const assemblyAi: JsonReader = {
  format: 'assemblyai_json',
  matches: (root) => {
    if (!isObject(root)) return false;
    const isTheirs =
      'audio_duration' in root ||
      'acoustic_model' in root ||
      'audio_url' in root ||
      'language_model' in root ||
      'speech_model' in root;
    const utterances = objects(root.utterances);
    if (utterances.length > 0) {
      const isPlain = utterances.every((item) => 'text' in item && 'speaker' in item);
      // Their times are whole milliseconds; a fraction of a second tells somebody else's list.
      return (
        isPlain &&
        (isTheirs ||
          utterances.every(
            (item) =>
              Number.isInteger(asNumber(item.start) ?? 0) && Number.isInteger(asNumber(item.end) ?? 0),
          ))
      );
    }
    return isTheirs && (Array.isArray(root.words) || typeof root.text === 'string');
  },
  read: (root) => {
    const body = asObject(root);
    const reading: JsonReading = { segments: [], unreadable: 0, empty: 0 };
    const utterances = asArray(body.utterances);
    if (utterances.length > 0)
      return readList(utterances, reading, (item) => speakerLabel(item.speaker), milliseconds);
    const words = objects(body.words).map((word) => ({
      text: asText(word.text) ?? '',
      start: milliseconds(word.start),
      end: milliseconds(word.end),
    }));
    reading.segments = segmentsOfWords(words, { label: null });
    const text = asText(body.text);
    if (reading.segments.length === 0 && text !== null)
      reading.segments.push({ label: null, text, start: null, end: null });
    return reading;
  },
};

/**
 * Deepgram: `results.utterances[]` or `results.channels[].alternatives[0].paragraphs.paragraphs[]`, seconds, speaker
 * numbers. (Deepgram API reference, "Pre-recorded audio".)
 */
export const deepgram: JsonReader = {
  format: 'deepgram_json',
  matches: (root) => {
    const results = asObject(asObject(root).results);
    return (
      Array.isArray(results.channels) || objects(results.utterances).some((item) => 'transcript' in item)
    );
  },
  read: (root) => {
    const results = asObject(asObject(root).results);
    const reading: JsonReading = {
      segments: [],
      unreadable: 0,
      empty: 0,
      date: asText(asObject(asObject(root).metadata).created),
      isUnordered: true,
    };
    const channels = objects(results.channels);
    const isSplit = channels.length > 1;
    const label = (item: JsonObject, channel: unknown): string | null =>
      item.speaker !== undefined && item.speaker !== null && !isSplit
        ? speakerLabel(item.speaker)
        : isSplit
          ? `Channel ${asText(channel) ?? '0'}`
          : null;
    const utterances = asArray(results.utterances);
    if (utterances.length > 0) {
      return readList(
        utterances,
        reading,
        (item) => label(item, asArray(item.channel)[0] ?? item.channel),
        seconds,
      );
    }
    for (const [index, channel] of channels.entries()) {
      const best = asObject(asArray(channel.alternatives)[0]);
      const paragraphs = objects(asObject(best.paragraphs).paragraphs);
      for (const paragraph of paragraphs) {
        const text = objects(paragraph.sentences)
          .map((sentence) => asText(sentence.text) ?? '')
          .join(' ')
          .trim();
        if (text === '') reading.empty++;
        else
          reading.segments.push({
            label: label(paragraph, index),
            text,
            start: seconds(paragraph.start),
            end: seconds(paragraph.end),
          });
      }
      if (paragraphs.length === 0) addDeepgramWords(best, (item) => label(item, index), reading.segments);
    }
    return reading;
  },
};

function addDeepgramWords(
  best: JsonObject,
  label: (item: JsonObject) => string | null,
  out: Segment[],
): void {
  const words = objects(best.words);
  let run: JsonObject[] = [];
  const flush = (): void => {
    const [first] = run;
    if (!first) return;
    const timed = run.map((word) => ({
      text: firstText(word, ['punctuated_word', 'word']) ?? '',
      start: seconds(word.start),
      end: seconds(word.end),
    }));
    for (const segment of segmentsOfWords(timed, { label: label(first) })) out.push(segment);
    run = [];
  };
  for (const word of words) {
    if (run[0] && asText(run[0].speaker) !== asText(word.speaker)) flush();
    run.push(word);
  }
  flush();
  const text = asText(best.transcript);
  if (words.length === 0 && text !== null) out.push({ label: label({}), text, start: null, end: null });
}

/**
 * Whisper `verbose_json`: `{language, duration, text, segments: [{id, start, end, text, words?}]}` in seconds, nobody
 * named; WhisperX and OpenAI's diarised form add `speaker`; whisper.cpp writes `transcription[].offsets` in
 * milliseconds.
 */
export const whisper: JsonReader = {
  format: 'whisper_json',
  matches: (root) => {
    if (!isObject(root)) return false;
    if (objects(root.transcription).some((item) => isObject(item.offsets) || isObject(item.timestamps)))
      return true;
    return objects(root.segments).some((item) => 'text' in item && 'start' in item && 'end' in item);
  },
  read: (root) => {
    const body = asObject(root);
    const reading: JsonReading = { segments: [], unreadable: 0, empty: 0 };
    const cpp = asArray(body.transcription);
    if (cpp.length > 0) {
      const timed = cpp.map((item) =>
        isObject(item)
          ? { ...item, start: asObject(item.offsets).from, end: asObject(item.offsets).to }
          : item,
      );
      return readList(timed, reading, (item) => speakerLabel(item.speaker), milliseconds);
    }
    return readList(asArray(body.segments), reading, (item) => speakerLabel(item.speaker), seconds);
  },
};

function readList(
  items: readonly unknown[],
  reading: JsonReading,
  label: (item: JsonObject) => string | null,
  time: (value: unknown) => number | null,
): JsonReading {
  for (const item of items) {
    if (!isObject(item)) {
      reading.unreadable++;
      continue;
    }
    const text = firstText(item, ['text', 'transcript']);
    if (text === null) reading.empty++;
    else reading.segments.push({ label: label(item), text, start: time(item.start), end: time(item.end) });
  }
  return reading;
}

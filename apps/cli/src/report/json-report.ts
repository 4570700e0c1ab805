import type { Analysis } from './analysis';

/** Names of fields in snake case, at any depth; values as they are. */
export function toWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => toWire(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [snake(key), toWire(item)]));
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The analysis as one JSON document; see the README for its shape. */
export function jsonReport(analysis: Analysis): string {
  const { transcript, roles, coded, shift, insight } = analysis;
  const { signals, ...scores } = shift;
  const utterances = coded.utterances.map((utterance, i) => {
    const source = roles.utterances[i];
    return {
      sequenceNumber: utterance.sequenceNumber,
      speakerType: source?.speakerType ?? null,
      speakerLabel: source?.speakerLabel ?? null,
      start: utterance.start,
      end: utterance.end,
      text: utterance.text,
      textRaw: source?.textRaw ?? utterance.text,
      codes: utterance.codes,
      emotion: utterance.emotion,
    };
  });
  const document = {
    sourceFormat: transcript.sourceFormat,
    speakers: roles.speakers,
    speakersNote: roles.note,
    skipped: transcript.skipped,
    guessedTitle: transcript.guessedTitle,
    guessedDate: transcript.guessedDate,
    utterances,
    signals,
    shift: scores,
    insight: { ...insight.sections, metadata: insight.metadata, dropped: insight.dropped },
  };
  return `${JSON.stringify(toWire(document), null, 2)}\n`;
}

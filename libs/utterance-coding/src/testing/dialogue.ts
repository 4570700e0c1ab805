import type { CodableUtterance, SpeakerType } from '../domain/types';

/** Utterances from pairs of speaker and text, numbered from 1, without times. */
export function dialogue(...lines: readonly (readonly [SpeakerType, string])[]): CodableUtterance[] {
  return lines.map(([speakerType, text], i) => ({
    sequenceNumber: i + 1,
    speakerType,
    text,
    start: null,
    end: null,
  }));
}

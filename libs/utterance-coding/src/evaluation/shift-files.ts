import { readFileSync } from 'node:fs';
import type { CodableUtterance } from '../domain/types';

/**
 * Reads a transcript of the SHIFT annotation, `utterance_id|speaker|text` per line with ids from 0 and speakers
 * `coach` and `client`. Utterance id k becomes sequence number k + 1.
 */
export function readShiftTranscript(file: string): CodableUtterance[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [id, speaker, ...text] = line.split('|');
      return {
        sequenceNumber: Number(id) + 1,
        speakerType: speaker === 'coach' || speaker === 'client' ? speaker : 'other',
        text: text.join('|').trim(),
        start: null,
        end: null,
      };
    });
}

import type { StoredUtterance } from '../domain/records';
import type { SpeakerRole } from '../domain/types';

export interface UtteranceRow {
  id: string;
  sequence_number: number;
  speaker_label: string;
  speaker_type: SpeakerRole | null;
  text_clean: string;
  text_raw: string;
  start_seconds: number | null;
  end_seconds: number | null;
}

export const UTTERANCE_COLUMNS = `u.id, u.sequence_number, u.speaker_label, u.speaker_type, u.text_clean, u.text_raw,
  u.start_seconds, u.end_seconds`;

export const toUtterance = (row: UtteranceRow): StoredUtterance => ({
  id: row.id,
  sequenceNumber: row.sequence_number,
  speakerLabel: row.speaker_label,
  speakerType: row.speaker_type,
  textClean: row.text_clean,
  textRaw: row.text_raw,
  start: row.start_seconds,
  end: row.end_seconds,
});

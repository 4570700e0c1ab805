/** Transcripts as read from a file or pasted text, before and after speakers are known. */

export type SpeakerRole = 'coach' | 'client' | 'other';

/** One speech segment as the source gives it. Times in seconds from the start of the recording. */
export interface Segment {
  /** Speaker label as written in the source; `null` where the source names nobody. */
  label: string | null;
  text: string;
  start: number | null;
  end: number | null;
  /** Source facts that help to tell coach from client. */
  isHost?: boolean;
  email?: string | null;
  /** True where the source marks a change of speaker (`>>`, a leading dash) without naming the next one. */
  newTurn?: boolean;
}

/** Something the source held that is not speech or could not be read; counted and shown, never silent. */
export interface SkippedPart {
  /** Machine code, e.g. `cue.invalid_timing`, `cue.empty`, `note.comment`, `page.boilerplate`. */
  code: string;
  /** One plain sentence for the coach. */
  message: string;
  count: number;
  /** 1-based line (text formats) or item index (JSON) of the first occurrence, if known. */
  firstAt: number | null;
}

export interface ParsedTranscript {
  /** e.g. `zoom_vtt`, `teams_vtt`, `webvtt`, `srt`, `sbv`, `teams_docx`, `otter_txt`, `plain_text`, `recall_json`, … */
  sourceFormat: string;
  segments: Segment[];
  skipped: SkippedPart[];
  /** Guessed from content or file name, to be confirmed by the coach. */
  guessedTitle: string | null;
  /** `YYYY-MM-DD` */
  guessedDate: string | null;
}

export interface Speaker {
  label: string;
  role: SpeakerRole | null;
  /** 0..1 */
  confidence: number;
  /** Number of utterances. */
  utteranceCount: number;
}

/** Seed 000's `SessionUtterance` plus the raw text and the end time. */
export interface Utterance {
  /** 1-based. */
  sequenceNumber: number;
  speakerLabel: string;
  speakerType: SpeakerRole | null;
  /** Text with fillers and stutters softened; the text every analysis and quote works on. */
  textClean: string;
  textRaw: string;
  start: number | null;
  end: number | null;
}

/** Who could be speaking: helps to map labels to roles. */
export interface People {
  coachName: string | null;
  coachEmail: string | null;
  clientName: string | null;
  clientEmail: string | null;
}

export interface AssembledTranscript {
  sourceFormat: string;
  utterances: Utterance[];
  speakers: Speaker[];
  /** True when any speaker's role is uncertain: nothing is analysed until the coach confirms. */
  needsConfirmation: boolean;
  skipped: SkippedPart[];
  guessedTitle: string | null;
  guessedDate: string | null;
}

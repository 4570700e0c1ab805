/** What a refused transcript means to the caller: a bad file, one too big to read, a kind we do not read, or no room now. */
export type TranscriptErrorKind = 'invalid' | 'too_large' | 'unsupported' | 'unavailable';

interface ErrorEntry {
  kind: TranscriptErrorKind;
  message: string;
}

/** Largest transcript accepted, in bytes (10 MB). */
export const MAX_TRANSCRIPT_BYTES = 10 * 1024 * 1024;

const CATALOGUE = {
  'transcript.empty': {
    kind: 'invalid',
    message:
      'There is nothing in this transcript. Export it again from your meeting tool and upload the new file.',
  },
  'transcript.too_large': {
    kind: 'too_large',
    message:
      'This transcript is larger than 10 MB. Upload the text transcript rather than the recording, or split it into parts.',
  },
  'transcript.too_many_parts': {
    kind: 'too_large',
    message:
      'This transcript has more separate parts than one session can have. Split it into one file per session.',
  },
  'transcript.zip_bomb': {
    kind: 'too_large',
    message:
      'This document unpacks to far more than a transcript could hold, so it was not opened. Save the transcript as a new document or as plain text.',
  },
  'transcript.encrypted_pdf': {
    kind: 'invalid',
    message: 'This PDF is protected by a password. Save a copy without the password and upload that.',
  },
  'transcript.encrypted_docx': {
    kind: 'invalid',
    message:
      'This Word document is protected by a password. Save a copy without the password and upload that.',
  },
  'transcript.scanned_pdf': {
    kind: 'unsupported',
    message:
      'This PDF holds pictures of pages but no text. Export the transcript as text, or run text recognition on the PDF first.',
  },
  'transcript.corrupt_docx': {
    kind: 'invalid',
    message:
      'This Word document is damaged or incomplete. Download or export it once more and upload the new file.',
  },
  'transcript.corrupt_pdf': {
    kind: 'invalid',
    message: 'This PDF is damaged or incomplete. Download or export it once more and upload the new file.',
  },
  'transcript.unsupported_type': {
    kind: 'unsupported',
    message:
      'This kind of file is not a transcript JourneyLoop can read. Upload a txt, vtt, srt, sbv, docx, pdf or json file.',
  },
  'transcript.invalid_json': {
    kind: 'invalid',
    message: 'This JSON file is damaged or cut off. Export it once more and upload the new file.',
  },
  'transcript.unknown_json': {
    kind: 'unsupported',
    message:
      'This JSON file holds no list of spoken parts that JourneyLoop knows. Export the transcript as text, vtt or docx instead.',
  },
  'transcript.no_speech': {
    kind: 'invalid',
    message:
      'This file was read, but nobody says anything in it. Check that the transcript was recorded and export it again.',
  },
  'transcript.binary': {
    kind: 'unsupported',
    message: 'This file is not text. Upload the transcript itself as txt, vtt, srt, sbv, docx, pdf or json.',
  },
  'transcript.unknown_encoding': {
    kind: 'unsupported',
    message: 'The letters in this file could not be read. Save it as UTF-8 text and upload it again.',
  },
  'transcript.memory_exceeded': {
    kind: 'too_large',
    message:
      'Reading this file took too much memory, so it was stopped. Save the transcript as plain text and upload that.',
  },
  'transcript.timeout': {
    kind: 'too_large',
    message:
      'Reading this file took too long, so it was stopped. Save the transcript as plain text and upload that.',
  },
  'transcript.busy': {
    kind: 'unavailable',
    message: 'Too many transcripts are being read just now. Wait a minute and upload this one again.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type TranscriptErrorCode = keyof typeof CATALOGUE;

/** Every code a transcript can be refused with. */
export const TRANSCRIPT_ERROR_CODES = Object.keys(CATALOGUE) as TranscriptErrorCode[];

/**
 * A transcript that cannot be read. `message` is one plain sentence for the coach that says what to do; it never
 * holds words of the transcript.
 */
export class TranscriptError extends Error {
  readonly kind: TranscriptErrorKind;

  constructor(
    readonly code: TranscriptErrorCode,
    message?: string,
  ) {
    super(message ?? CATALOGUE[code].message);
    this.name = 'TranscriptError';
    this.kind = CATALOGUE[code].kind;
  }
}

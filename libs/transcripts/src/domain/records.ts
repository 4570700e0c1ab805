import type { CodedSession } from '@app/utterance-coding';
import type { Page } from '@app/platform';
import type { AssembledTranscript, SkippedPart, Speaker, Utterance } from './types';

export type TranscriptSource = 'file_upload' | 'text_input' | 'url_import';

/** A stored transcript without its utterances. */
export interface TranscriptRecord {
  id: string;
  sessionId: string;
  source: TranscriptSource;
  sourceFormat: string;
  fileName: string | null;
  utteranceCount: number;
  wordCount: number;
  speakers: Speaker[];
  skipped: SkippedPart[];
  needsConfirmation: boolean;
  createdAt: Date;
}

export interface NewTranscript {
  sessionId: string;
  source: TranscriptSource;
  fileName: string | null;
  /** SHA-256 of the bytes or text that came in: the same content twice is the same transcript. */
  contentHash: Buffer;
  assembled: AssembledTranscript;
}

export interface StoredUtterance extends Utterance {
  id: string;
}

/** An utterance with what the coder said of it, where it was coded. */
export interface CodedUtteranceView extends StoredUtterance {
  codes: { code: string; certainty: number }[];
  emotion: { label: string; certainty: number; valence: number; intensity: number } | null;
}

/** Storing and loading of transcripts, inside an open tenant scope. */
export abstract class TranscriptRepository {
  abstract findBySession(sessionId: string): Promise<TranscriptRecord | null>;
  abstract findByHash(sessionId: string, contentHash: Buffer): Promise<TranscriptRecord | null>;
  /** The session of this client whose transcript has this content, if any. */
  abstract sessionWithContent(clientId: string, contentHash: Buffer): Promise<string | null>;
  /** Stores the transcript in place of the session's earlier one, which goes with all that hangs below it. */
  abstract replace(transcript: NewTranscript): Promise<TranscriptRecord>;
  abstract confirm(transcriptId: string, speakers: Speaker[]): Promise<void>;
  /** Gives utterances, by sequence number, another speaker label. */
  abstract relabel(transcriptId: string, labels: ReadonlyMap<number, string>): Promise<void>;
  abstract utterances(transcriptId: string): Promise<StoredUtterance[]>;
  abstract coding(transcriptId: string, coderVersion: string): Promise<CodedSession['utterances'] | null>;
  abstract saveCoding(transcriptId: string, session: CodedSession): Promise<void>;
}

/** The hot reads of a transcript, as explicit SQL. */
export abstract class TranscriptReads {
  abstract utterancePage(
    sessionId: string,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<CodedUtteranceView>>;
  abstract text(sessionId: string): Promise<string | null>;
}

import { guessDate, guessTitle } from '../domain/guess-title-date';
import { MAX_TRANSCRIPT_BYTES, TranscriptError } from '../domain/transcript-error';
import type { ParsedTranscript } from '../domain/types';
import { detectCues, parseCueLines } from './cues/parse-cues';
import { cleanText, decodeText } from './decode-text';
import { detectType, refuseOle } from './detect-type';
import { readDocx } from './document/read-docx';
import { readPdf } from './document/read-pdf';
import { looksLikeJson, parseJson } from './json/parse-json';
import { splitLines } from './lines';
import type { ParsedContent } from './parsed-content';
import { SkippedTally } from './skipped-tally';
import { parseText, type TextSource } from './text/parse-text';

/** Most separate parts one transcript may have; an hour's captions are about a thousand. */
const MAX_SEGMENTS = 400_000;

/**
 * Reads a transcript of any supported format. The format is told by content; the file's name only helps to guess title
 * and date and to tell a damaged Word document from another archive.
 *
 * @param bytes at most 10 MB
 * @throws TranscriptError with its own code for everything that cannot be read
 */
export async function parseTranscript(bytes: Uint8Array, fileName: string | null): Promise<ParsedTranscript> {
  if (bytes.byteLength === 0) throw new TranscriptError('transcript.empty');
  if (bytes.byteLength > MAX_TRANSCRIPT_BYTES) throw new TranscriptError('transcript.too_large');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const skipped = new SkippedTally();
  switch (detectType(bytes)) {
    case 'zip':
      return finish(readLines(await readDocx(buffer, fileName), 'docx', skipped), fileName, skipped);
    case 'pdf':
      return finish(readLines(await readPdf(buffer, skipped), 'pdf', skipped), fileName, skipped);
    case 'ole':
      throw refuseOle(bytes);
    case 'text':
      return finish(readText(decodeText(bytes, skipped), skipped), fileName, skipped);
  }
}

/**
 * Reads pasted text in any of the text formats.
 *
 * @throws TranscriptError as `parseTranscript`
 */
export function parsePastedText(text: string): ParsedTranscript {
  if (Buffer.byteLength(text) > MAX_TRANSCRIPT_BYTES) throw new TranscriptError('transcript.too_large');
  const skipped = new SkippedTally();
  return finish(readText(cleanText(text, skipped), skipped), null, skipped);
}

function readText(text: string, skipped: SkippedTally): ParsedContent {
  if (text.trim() === '') throw new TranscriptError('transcript.empty');
  if (looksLikeJson(text))
    return parseJson(text, skipped, (inner) => readLines(splitLines(inner), 'text', skipped));
  return readLines(splitLines(text), 'text', skipped);
}

function readLines(lines: readonly string[], source: TextSource, skipped: SkippedTally): ParsedContent {
  const family = detectCues(lines);
  const cues = family === null ? null : parseCueLines(lines, family, skipped);
  if (cues) {
    if (source === 'pdf') cues.sourceFormat = 'pdf';
    if (source === 'docx') cues.sourceFormat = 'teams_docx';
    return cues;
  }
  // A caption header with no caption below it: whatever else stands there.
  return parseText(family === 'vtt' ? withoutHeader(lines) : lines, source, skipped);
}

function withoutHeader(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let isDropping = false;
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '') isDropping = false;
    else if (/^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/i.test(trimmed)) isDropping = true;
    kept.push(isDropping ? '' : line);
  }
  return kept;
}

function finish(content: ParsedContent, fileName: string | null, skipped: SkippedTally): ParsedTranscript {
  if (content.segments.length === 0) throw new TranscriptError('transcript.no_speech');
  if (content.segments.length > MAX_SEGMENTS) throw new TranscriptError('transcript.too_many_parts');
  return {
    sourceFormat: content.sourceFormat,
    segments: content.segments,
    skipped: skipped.list(),
    guessedTitle: guessTitle(fileName, content.title, content.heading),
    guessedDate: guessDate(fileName, content.date, content.heading),
  };
}

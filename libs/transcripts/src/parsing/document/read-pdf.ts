import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TranscriptError } from '../../domain/transcript-error';
import type { SkippedTally } from '../skipped-tally';
import { loadPdfJs } from './load-pdfjs';
import { dropRunningLines, pageLines, type TextRun } from './page-layout';
import type { PageLine } from './page-parts';

const MAX_PAGES = 2000;
/** Most characters a PDF's text may have; ten times a day of speech. */
const MAX_CHARACTERS = 20_000_000;
/** A complete PDF ends with a marker; how far from the end it may stand, since some mail systems append bytes. */
const TRAILER_WINDOW = 64 * 1024;

/**
 * The text lines of a PDF in reading order, without headers, footers and page numbers.
 *
 * @throws TranscriptError `transcript.encrypted_pdf`, `transcript.corrupt_pdf`, `transcript.scanned_pdf`,
 *   `transcript.too_large`
 */
export async function readPdf(bytes: Buffer, skipped: SkippedTally): Promise<string[]> {
  const tail = bytes.subarray(Math.max(0, bytes.length - TRAILER_WINDOW));
  if (!tail.includes('%%EOF') && !tail.includes('startxref'))
    throw new TranscriptError('transcript.corrupt_pdf');
  const pdfjs = loadPdfJs();
  const task = pdfjs.getDocument({
    // pdf.js takes the array over; the caller keeps its own.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise.catch((cause: unknown) => {
      const name = cause instanceof Error ? cause.name : '';
      throw new TranscriptError(
        name === 'PasswordException' ? 'transcript.encrypted_pdf' : 'transcript.corrupt_pdf',
      );
    });
    return await linesOf(document, skipped);
  } finally {
    await task.destroy();
  }
}

async function linesOf(document: PDFDocumentProxy, skipped: SkippedTally): Promise<string[]> {
  if (document.numPages > MAX_PAGES)
    throw new TranscriptError(
      'transcript.too_large',
      'This PDF has more pages than a transcript could fill. Upload only the pages of one session.',
    );
  const pages: PageLine[][] = [];
  let height = 0;
  let characters = 0;
  let unreadable = 0;
  for (let number = 1; number <= document.numPages; number++) {
    let page: PDFPageProxy;
    let runs: TextRun[];
    try {
      page = await document.getPage(number);
      runs = await textRuns(page);
      const [x0 = 0, y0 = 0, x1 = 612, y1 = 792] = page.view;
      height = Math.max(height, y1 - y0);
      pages.push(pageLines(runs, x1 - x0));
    } catch {
      unreadable++;
      skipped.add('page.unreadable', number);
      continue;
    }
    for (const run of runs) characters += run.text.length;
    if (characters > MAX_CHARACTERS) throw new TranscriptError('transcript.too_large');
    if (runs.length === 0) skipped.add('page.no_text', number);
    page.cleanup();
  }
  if (characters === 0)
    throw new TranscriptError(unreadable > 0 ? 'transcript.corrupt_pdf' : 'transcript.scanned_pdf');
  const { pages: kept, dropped } = dropRunningLines(pages, height);
  skipped.add('page.boilerplate', null, dropped);
  return joinHyphens(kept.flatMap((page) => page.map((line) => line.text)));
}

async function textRuns(page: PDFPageProxy): Promise<TextRun[]> {
  const content = await page.getTextContent();
  const runs: TextRun[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const transform = item.transform as number[];
    const height = item.height || Math.abs(transform[3] ?? 0) || 10;
    runs.push({ text: item.str, x: transform[4] ?? 0, y: transform[5] ?? 0, width: item.width, height });
  }
  return runs;
}

/** A word parted at a line's end: the next line goes on with a small letter. */
function joinHyphens(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const before = out[out.length - 1];
    if (before !== undefined && /\p{L}{2}-$/u.test(before.slice(-4)) && /^\p{Ll}/u.test(line)) {
      const space = line.indexOf(' ');
      out[out.length - 1] = before + (space === -1 ? line : line.slice(0, space));
      if (space !== -1) out.push(line.slice(space + 1));
    } else out.push(line);
  }
  return out;
}

import { TranscriptError } from '../../domain/transcript-error';
import { unsupported } from '../detect-type';
import { documentLines } from './document-xml';
import { openZip, readEntry, type ZipListing } from './zip-entries';

const MAIN_PART = /^\/?word\/document\d*\.xml$/i;

/**
 * The text lines of a Word document.
 *
 * @throws TranscriptError `transcript.corrupt_docx`, `transcript.zip_bomb`, `transcript.encrypted_docx`,
 *   `transcript.unsupported_type` for a zip that is something else
 */
export async function readDocx(bytes: Buffer, fileName: string | null): Promise<string[]> {
  let listing: ZipListing;
  try {
    listing = await openZip(bytes);
  } catch (cause) {
    if (cause instanceof TranscriptError) throw cause;
    const isWord =
      /\.docx$/i.test(fileName ?? '') || bytes.includes('word/') || bytes.includes('[Content_Types].xml');
    throw isWord ? new TranscriptError('transcript.corrupt_docx') : unsupported('archive');
  }
  try {
    const main = [...listing.entries.values()].find((entry) => MAIN_PART.test(entry.fileName));
    if (!main) throw refuseOther(listing, fileName);
    const xml = await readEntry(listing, main);
    return documentLines(decodeXml(xml));
  } catch (cause) {
    if (cause instanceof TranscriptError) throw cause;
    throw new TranscriptError('transcript.corrupt_docx');
  } finally {
    listing.zip.close();
  }
}

function decodeXml(xml: Buffer): string {
  if (xml[0] === 0xff && xml[1] === 0xfe) return new TextDecoder('utf-16le').decode(xml);
  if (xml[0] === 0xfe && xml[1] === 0xff) return new TextDecoder('utf-16be').decode(xml);
  return new TextDecoder('utf-8').decode(xml);
}

function refuseOther(listing: ZipListing, fileName: string | null): TranscriptError {
  const has = (prefix: string): boolean =>
    [...listing.entries.keys()].some((name) => name.startsWith(prefix));
  if (has('xl/')) return otherDocument('a spreadsheet');
  if (has('ppt/')) return otherDocument('a presentation');
  if (has('mimetype') || has('content.xml')) return otherDocument('an OpenDocument file');
  if (has('word/') || /\.docx$/i.test(fileName ?? '')) return new TranscriptError('transcript.corrupt_docx');
  return unsupported('archive');
}

function otherDocument(what: string): TranscriptError {
  return new TranscriptError(
    'transcript.unsupported_type',
    `This is ${what}, not a transcript JourneyLoop can read. Save the transcript as docx, txt or vtt and upload that.`,
  );
}

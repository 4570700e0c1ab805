import { TranscriptError } from '../domain/transcript-error';

export type FileKind = 'pdf' | 'zip' | 'ole' | 'text';

const SENTENCE = {
  media:
    'This is an audio or video recording. Upload its written transcript: your meeting tool can export one as vtt, txt or docx.',
  image: 'This is a picture. Upload the transcript as text, vtt, docx or pdf.',
  program: 'This is a program, not a transcript. Upload a txt, vtt, srt, sbv, docx, pdf or json file.',
  archive: 'This is a compressed archive. Unpack it and upload the transcript inside.',
  rtf: 'This is a rich text (rtf) document. Save it as docx or plain text and upload that.',
  html: 'This is a web page. Copy its text and paste it, or export the transcript as vtt, txt or docx.',
  xml: 'This is an XML file. Export the transcript as vtt, srt, txt or docx instead.',
  other:
    'This kind of file is not a transcript JourneyLoop can read. Upload a txt, vtt, srt, sbv, docx, pdf or json file.',
} as const;

/** Leading bytes (latin-1) of files that are certainly not transcripts. */
const REFUSED: readonly (readonly [offset: number, magic: string, what: keyof typeof SENTENCE])[] = [
  [0, '\x89PNG\r\n', 'image'],
  [0, '\xff\xd8\xff', 'image'],
  [0, 'GIF87a', 'image'],
  [0, 'GIF89a', 'image'],
  [0, 'II*\0', 'image'],
  [0, 'MM\0*', 'image'],
  [4, 'ftyphei', 'image'],
  [4, 'ftypmif1', 'image'],
  [4, 'ftypavif', 'image'],
  [8, 'WEBP', 'image'],
  [4, 'ftyp', 'media'],
  [8, 'WAVE', 'media'],
  [8, 'AVI ', 'media'],
  [0, 'ID3', 'media'],
  [0, '\xff\xfb', 'media'],
  [0, '\xff\xf3', 'media'],
  [0, '\xff\xf2', 'media'],
  [0, '\xff\xf1', 'media'],
  [0, 'OggS', 'media'],
  [0, 'fLaC', 'media'],
  [0, '#!AMR', 'media'],
  [0, '\x1aE\xdf\xa3', 'media'],
  [0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'media'],
  [0, '\x7fELF', 'program'],
  [0, '\xca\xfe\xba\xbe', 'program'],
  [0, '\xcf\xfa\xed\xfe', 'program'],
  [0, '\xce\xfa\xed\xfe', 'program'],
  [0, '\0asm', 'program'],
  [0, '\x1f\x8b', 'archive'],
  [0, '7z\xbc\xaf', 'archive'],
  [0, 'Rar!', 'archive'],
  [0, 'BZh9', 'archive'],
  [0, '\xfd7zXZ', 'archive'],
  [0, '\x28\xb5\x2f\xfd', 'archive'],
  [257, 'ustar', 'archive'],
  [0, 'SQLite format 3', 'other'],
  [0, '{\\rtf', 'rtf'],
];

/**
 * Tells the kind of a file by its first bytes; names and extensions lie too often.
 *
 * @throws TranscriptError `transcript.unsupported_type` for pictures, recordings, programs, archives and web pages
 */
export function detectType(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString(
    'latin1',
  );
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06') || head.startsWith('PK\x07\x08'))
    return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'ole';
  const pdf = head.indexOf('%PDF-');
  // Readers accept junk before the mark; a transcript that merely mentions it has words there.
  if (pdf === 0 || (pdf > 0 && !/[a-zA-Z]{3}/.test(head.slice(0, pdf)))) return 'pdf';
  for (const [offset, magic, what] of REFUSED) {
    if (head.startsWith(magic, offset)) throw unsupported(what);
  }
  if (head.startsWith('MZ') && head.includes('\0')) throw unsupported('program');
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') throw unsupported('image');
  const start = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase();
  if (start.startsWith('<!doctype html') || /^<(?:html|head|body|meta|div|p|table)[\s>]/.test(start))
    throw unsupported('html');
  if (start.startsWith('<?xml') || /^<(?:tt|svg)[\s>]/.test(start)) throw unsupported('xml');
  return 'text';
}

export function unsupported(what: keyof typeof SENTENCE): TranscriptError {
  return new TranscriptError('transcript.unsupported_type', SENTENCE[what]);
}

/** An OLE container: Word before 2007, or a Word document locked with a password. */
export function refuseOle(bytes: Uint8Array): TranscriptError {
  const locked = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(locked)) {
    return new TranscriptError('transcript.encrypted_docx');
  }
  return new TranscriptError(
    'transcript.unsupported_type',
    'This is a document in an old Office format. Save it as docx or plain text and upload that.',
  );
}

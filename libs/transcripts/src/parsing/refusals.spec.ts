import { TranscriptError, TRANSCRIPT_ERROR_CODES } from '../domain/transcript-error';
import { buildDocx } from '../testing/build-docx';
import { buildPdf } from '../testing/build-pdf';
import { buildZip } from '../testing/build-zip';
import { parsePastedText, parseTranscript } from './parse-transcript';

const TALK = ['Coach: How was your week?', 'Client: Long, and better than the last.'];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SPACES = Buffer.alloc(70 * 1024 * 1024, 32);

const REFUSED: [what: string, bytes: () => Buffer, name: string, code: string][] = [
  ['an empty file', () => Buffer.alloc(0), 'a.vtt', 'transcript.empty'],
  ['a blank file', () => Buffer.from('\ufeff \r\n\t\r\n'), 'a.txt', 'transcript.empty'],
  ['more than 10 MB', () => Buffer.alloc(10 * 1024 * 1024 + 1, 97), 'a.txt', 'transcript.too_large'],
  [
    'a caption file with notes only',
    () => Buffer.from('WEBVTT\n\nNOTE nothing here\n'),
    'a.vtt',
    'transcript.no_speech',
  ],
  [
    'a caption file with sounds only',
    () => Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n[music]\n'),
    'a.srt',
    'transcript.no_speech',
  ],
  ['a document without words', () => buildDocx(['', '']), 'a.docx', 'transcript.no_speech'],
  ['half a Word document', () => buildDocx(TALK).subarray(0, 400), 'a.docx', 'transcript.corrupt_docx'],
  [
    'half a Word document without its name',
    () => buildDocx(TALK).subarray(0, 400),
    'upload',
    'transcript.corrupt_docx',
  ],
  ['a damaged Word document', () => damage(buildDocx(TALK)), 'a.docx', 'transcript.corrupt_docx'],
  [
    'a Word document of other parts',
    () => buildZip([{ name: 'word/styles.xml', data: Buffer.from('x') }]),
    'a.docx',
    'transcript.corrupt_docx',
  ],
  [
    'a Word document that unpacks to 70 MB',
    () => buildZip([{ name: 'word/document.xml', data: SPACES }]),
    'a.docx',
    'transcript.zip_bomb',
  ],
  [
    'a Word document that lies about its size',
    () => buildZip([{ name: 'word/document.xml', data: SPACES, claimedSize: 5000 }]),
    'a.docx',
    'transcript.zip_bomb',
  ],
  [
    'an archive that claims to unpack to 400 MB',
    () => buildZip([{ name: 'a.txt', data: Buffer.from('x'), claimedSize: 400 * 1024 * 1024 }]),
    'a.zip',
    'transcript.zip_bomb',
  ],
  [
    'a locked Word document',
    () => buildZip([{ name: 'word/document.xml', data: Buffer.from('x'), encrypted: true }]),
    'a.docx',
    'transcript.encrypted_docx',
  ],
  [
    'a Word document with a password',
    () => Buffer.from([...OLE, ...Buffer.alloc(600), ...Buffer.from('EncryptedPackage', 'utf16le')]),
    'a.docx',
    'transcript.encrypted_docx',
  ],
  ['a PDF with a password', () => buildPdf([TALK], { encrypted: true }), 'a.pdf', 'transcript.encrypted_pdf'],
  ['a scanned PDF', () => buildPdf([[], []]), 'a.pdf', 'transcript.scanned_pdf'],
  ['half a PDF', () => buildPdf([TALK]).subarray(0, 500), 'a.pdf', 'transcript.corrupt_pdf'],
  ['a PDF of rubbish', () => Buffer.from('%PDF-1.7\nrubbish\n%%EOF'), 'a.pdf', 'transcript.corrupt_pdf'],
  [
    'an old Word document',
    () => Buffer.from([...OLE, ...Buffer.alloc(600)]),
    'a.doc',
    'transcript.unsupported_type',
  ],
  [
    'a spreadsheet',
    () => buildZip([{ name: 'xl/workbook.xml', data: Buffer.from('x') }]),
    'a.xlsx',
    'transcript.unsupported_type',
  ],
  [
    'an archive',
    () => buildZip([{ name: 'a.vtt', data: Buffer.from('x') }]),
    'a.zip',
    'transcript.unsupported_type',
  ],
  [
    'a picture',
    () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    'a.vtt',
    'transcript.unsupported_type',
  ],
  [
    'a recording',
    () => Buffer.from('\0\0\0 ftypisom\0\0\x02\0', 'latin1'),
    'a.mp4',
    'transcript.unsupported_type',
  ],
  ['a program', () => Buffer.from('MZ\x90\0\x03\0', 'latin1'), 'a.txt', 'transcript.unsupported_type'],
  ['rich text', () => Buffer.from('{\\rtf1\\ansi Coach: Hello}'), 'a.txt', 'transcript.unsupported_type'],
  [
    'a web page',
    () => Buffer.from('<!DOCTYPE html><p>Coach: Hello</p>'),
    'a.txt',
    'transcript.unsupported_type',
  ],
  [
    'bytes that are not text',
    () => Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 37) % 256)),
    'a.txt',
    'transcript.binary',
  ],
  [
    'letters of an unknown alphabet',
    () => Buffer.from(Array.from({ length: 400 }, (_, i) => (i % 8 === 7 ? 32 : 0xe0 + (i % 30)))),
    'a.txt',
    'transcript.unknown_encoding',
  ],
  [
    'half a JSON file',
    () => Buffer.from('{"segments": [{"start": 1, "end": 2, "te'),
    'a.json',
    'transcript.invalid_json',
  ],
  [
    'JSON of something else',
    () => Buffer.from('{"name": "demo", "version": "1.0.0", "scripts": {"start": "x"}}'),
    'a.json',
    'transcript.unknown_json',
  ],
  ['an empty JSON list', () => Buffer.from('[]'), 'a.json', 'transcript.unknown_json'],
  [
    'a known JSON without words',
    () => Buffer.from('{"monologues": [{"speaker": 0, "elements": []}]}'),
    'a.json',
    'transcript.no_speech',
  ],
  ['millions of lines', () => Buffer.from('a\n'.repeat(2_000_000)), 'a.txt', 'transcript.too_many_parts'],
];

function damage(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.lastIndexOf('word/document.xml', copy.indexOf('PK\x01\x02', 0, 'latin1')) + 30;
  copy.fill(0xff, at, at + 40);
  return copy;
}

describe('refusals', () => {
  it.each(REFUSED)('refuses %s', async (_what, bytes, name, code) => {
    const error: unknown = await parseTranscript(bytes(), name).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(TranscriptError);
    expect((error as TranscriptError).code).toBe(code);
  });

  it('refuses pasted text beyond 10 MB and blank text', () => {
    expect(() => parsePastedText('ä'.repeat(6 * 1024 * 1024))).toThrow(
      expect.objectContaining({ code: 'transcript.too_large' }) as Error,
    );
    expect(() => parsePastedText(' \n ')).toThrow(
      expect.objectContaining({ code: 'transcript.empty' }) as Error,
    );
  });

  it.each(TRANSCRIPT_ERROR_CODES)('%s says in whole sentences what to do', (code) => {
    const { message, kind } = new TranscriptError(code);
    expect(message).toMatch(
      /^[A-Z][^.]*(?:\.|: )[^]*\b(?:upload|export|save|split|wait|paste|check)\b[^]*\.$/i,
    );
    expect(['invalid', 'too_large', 'unsupported', 'unavailable']).toContain(kind);
  });
});

import { TranscriptError } from '../domain/transcript-error';
import type { SkippedTally } from './skipped-tally';

/** Share of control characters above which bytes are not text. */
const MOST_CONTROL = 0.02;
/** Share of NUL bytes above which bytes are UTF-16 or not text at all. */
const MOST_NUL = 0.05;
/** Share of letters outside ASCII above which Windows-1252 is the wrong reading of the bytes. */
const MOST_HIGH_LETTERS = 0.4;

/**
 * Decodes text bytes as UTF-8, UTF-16 (with or without byte order mark) or Windows-1252, whichever they are, and
 * removes byte order marks and control characters.
 *
 * @throws TranscriptError `transcript.binary`, `transcript.unknown_encoding`
 */
export function decodeText(bytes: Uint8Array, skipped: SkippedTally): string {
  return cleanText(decode(bytes, skipped), skipped);
}

/** Removes what no transcript means: byte order marks, NUL and other control characters (counted). */
export function cleanText(text: string, skipped: SkippedTally): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0;
  if (control > 8 && control > text.length * MOST_CONTROL) throw new TranscriptError('transcript.binary');
  skipped.add('text.control_characters', null, control);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (control === 0) return start === 0 ? text : text.slice(start);
  // eslint-disable-next-line no-control-regex -- as above
  return text.slice(start).replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');
}

function decode(bytes: Uint8Array, skipped: SkippedTally): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = utf16WithoutMark(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeDamagedUtf8(bytes, skipped);
  }
}

/** Latin text in UTF-16 has a NUL in every other byte; which one tells the byte order. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  if (even + odd > Math.max(2, sample.length * MOST_NUL)) throw new TranscriptError('transcript.binary');
  return null;
}

/**
 * Not valid UTF-8: either UTF-8 with a few broken bytes (a file cut in the middle of a character) or an older
 * single-byte encoding. More whole multi-byte characters than broken ones means UTF-8.
 */
function decodeDamagedUtf8(bytes: Uint8Array, skipped: SkippedTally): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < lenient.length; i++) {
    const c = lenient.charCodeAt(i);
    if (c === 0xfffd) broken++;
    else if (c > 0x7f) whole++;
  }
  if (whole > broken * 2 || (broken <= 3 && lenient.endsWith('\ufffd'))) {
    const text = lenient.replace(/\ufffd+$/, '');
    skipped.add('text.unreadable_characters', null, broken);
    return text;
  }
  const text = decodeWindows1252(bytes);
  let letters = 0;
  let high = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x7f) high++;
    else if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) letters++;
  }
  if (high > 8 && high > (letters + high) * MOST_HIGH_LETTERS) throw unreadable(text);
  return text;
}

/** What Windows-1252 has where ISO 8859-1 has control characters, from 0x80 on. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node's own decoder reads these bytes as ISO 8859-1, which turns typographic quotes into control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
}

function unreadable(text: string): TranscriptError {
  // eslint-disable-next-line no-control-regex -- control characters tell a foreign alphabet from machine code
  const control = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  const isBinary = control > text.length * MOST_CONTROL;
  return new TranscriptError(isBinary ? 'transcript.binary' : 'transcript.unknown_encoding');
}

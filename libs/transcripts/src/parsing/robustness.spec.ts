import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../domain/assemble';
import { TranscriptError } from '../domain/transcript-error';
import { buildDocx } from '../testing/build-docx';
import { buildPdf } from '../testing/build-pdf';
import { parseTranscript } from './parse-transcript';

const PEOPLE = {
  coachName: 'Maria Lindqvist',
  coachEmail: null,
  clientName: 'Ben Okafor',
  clientEmail: null,
};
const FOLDER = join(__dirname, 'fixtures');
const TALK = [
  'Coach: How was your week?',
  'Client: Long, and better than the last one.',
  'Coach: What helped?',
];

const FILES: Record<string, Buffer> = {
  ...Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name))])),
  'built.docx': buildDocx(TALK),
  'built.pdf': buildPdf([TALK, TALK]),
};

/** Utterances, or the code of a refusal; anything else that is thrown fails the test. */
async function outcome(bytes: Buffer, name: string): Promise<number | string> {
  try {
    const { utterances } = assemble(await parseTranscript(bytes, name), PEOPLE);
    const isTime = (time: number | null): boolean => time === null || (Number.isFinite(time) && time >= 0);
    const wrong = utterances.findIndex(
      (u, i) =>
        u.sequenceNumber !== i + 1 ||
        u.textRaw.trim() === '' ||
        u.textClean.trim() === '' ||
        !isTime(u.start) ||
        !isTime(u.end),
    );
    expect(wrong).toBe(-1);
    return utterances.length;
  } catch (error) {
    if (error instanceof TranscriptError) return error.code;
    throw error;
  }
}

/** Numbers that look random and are the same on every run. */
function* dice(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state >>> 8;
  }
}

describe('robustness', () => {
  it.each(Object.keys(FILES))('%s, cut off anywhere, is read or refused', async (name) => {
    const whole = FILES[name] ?? Buffer.alloc(0);
    const step = name.endsWith('.pdf') ? 97 : 47;
    for (let length = 1; length < whole.length; length += step) {
      const result = await outcome(whole.subarray(0, length), name);
      if (typeof result === 'number') expect(result).toBeGreaterThan(0);
    }
  });

  it.each(Object.keys(FILES))('%s with bytes changed is read or refused', async (name) => {
    const random = dice(name.length * 7919);
    for (let round = 0; round < 25; round++) {
      const copy = Buffer.from(FILES[name] ?? Buffer.alloc(0));
      for (let change = 0; change < 1 + round; change++)
        copy[random.next().value % copy.length] = random.next().value % 256;
      await outcome(copy, name);
    }
  });

  it('refuses random bytes or reads them, and never throws anything else', async () => {
    const random = dice(42);
    for (let round = 0; round < 200; round++) {
      const bytes = Buffer.from(
        Array.from({ length: random.next().value % 800 }, () => random.next().value % 256),
      );
      await outcome(bytes, 'upload');
    }
  });

  it('refuses random text or reads it, and never throws anything else', async () => {
    const random = dice(7);
    const scraps = [
      'WEBVTT\n',
      '\n',
      '\n\n',
      '1\n',
      '00:00:01.000 --> 00:00:02.000',
      ' --> ',
      '0:01',
      'Ana: ',
      '>> ',
      '<v Bo>',
      '</v>',
      '[',
      ']',
      '(',
      '{',
      '"text":',
      '}',
      '- ',
      ':',
      '\t',
      '  ',
      'hello',
      '?',
      '.',
      '&amp;',
      '<',
      '\u0000',
      '\ufeff',
      'ä',
      '你好',
      'um',
      'NOTE',
    ];
    for (let round = 0; round < 400; round++) {
      const text = Array.from(
        { length: random.next().value % 60 },
        () => scraps[random.next().value % scraps.length],
      ).join('');
      await outcome(Buffer.from(text), 'upload.txt');
    }
  });

  it('reads 10 MB of captions whole', async () => {
    const parts = ['WEBVTT\n\n'];
    let size = 0;
    let cues = 0;
    while (size < 10 * 1024 * 1024 - 400) {
      const at = cues * 3;
      const clock = `${String(Math.floor(at / 3600)).padStart(2, '0')}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
      const cue = `${++cues}\n${clock}.000 --> ${clock}.900\n${cues % 2 ? 'Maria Lindqvist' : 'Ben Okafor'}: This is what I was thinking of, number ${cues}. Shall we go on?\n\n`;
      parts.push(cue);
      size += cue.length;
    }
    expect(await outcome(Buffer.from(parts.join('')), 'long.vtt')).toBe(cues);
  });

  // Each of these would take hours with a reader whose work grows with the square of the input.
  it.each([
    ['one endless line', 'word '.repeat(400_000)],
    ['one endless caption', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'and so on\n'.repeat(200_000)}`],
    ['nothing but labels', 'a: '.repeat(700_000)],
    ['nothing but brackets', '[('.repeat(1_000_000)],
    ['nothing but tags left open', '<v '.repeat(700_000)],
    ['nothing but arrows', '0:00 --> '.repeat(200_000)],
    ['nothing but fillers', `Coach: ${'um, '.repeat(500_000)}`],
    ['nothing but stutters', `Coach: ${'I- I- '.repeat(300_000)}`],
    ['white space inside', `a${' '.repeat(2_000_000)}b`],
    ['deeply nested JSON', '[{"a":'.repeat(300_000)],
  ])('reads or refuses %s in one pass', async (_what, text) => {
    await outcome(Buffer.from(text), 'upload.txt');
  });
});

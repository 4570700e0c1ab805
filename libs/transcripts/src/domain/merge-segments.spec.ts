import { countWords } from './words';
import { MAX_TURN_WORDS, MERGE_PAUSE_SECONDS, mergeSegments } from './merge-segments';
import type { Segment } from './types';

const segment = (
  label: string | null,
  text: string,
  start: number | null = null,
  end: number | null = null,
): Segment => ({ label, text, start, end });
const texts = (segments: Segment[]) => mergeSegments(segments).map((part) => part.text);

describe('mergeSegments', () => {
  it('merges one speaker’s segments and keeps the first start and the last end', () => {
    expect(
      mergeSegments([segment('A', 'One.', 1, 2), segment('A', 'Two.', 2.5, 4), segment('B', 'Three.', 4, 5)]),
    ).toEqual([
      { label: 'A', text: 'One. Two.', start: 1, end: 4 },
      { label: 'B', text: 'Three.', start: 4, end: 5 },
    ]);
  });

  it('parts them at a pause of more than a few seconds', () => {
    const after = (pause: number) => texts([segment('A', 'One.', 0, 2), segment('A', 'Two.', 2 + pause, 9)]);
    expect(after(MERGE_PAUSE_SECONDS)).toEqual(['One. Two.']);
    expect(after(MERGE_PAUSE_SECONDS + 0.1)).toEqual(['One.', 'Two.']);
  });

  it('merges without times, and where segments overlap', () => {
    expect(texts([segment('A', 'One.'), segment('A', 'Two.')])).toEqual(['One. Two.']);
    expect(texts([segment('A', 'One.', 0, 5), segment('A', 'Two.', 4, 6)])).toEqual(['One. Two.']);
  });

  it('keeps a back-channel between two turns', () => {
    expect(texts([segment('A', 'I left.'), segment('B', 'Mm-hmm.'), segment('A', 'At last.')])).toEqual([
      'I left.',
      'Mm-hmm.',
      'At last.',
    ]);
  });

  it('does not part a paragraph from the next where the source gives starts only', () => {
    expect(texts([segment('A', 'One two three.', 0), segment('A', 'Four.', 9)])).toEqual([
      'One two three. Four.',
    ]);
    expect(texts([segment('A', 'One two three.', 0), segment('A', 'Four.', 90)])).toEqual([
      'One two three.',
      'Four.',
    ]);
  });

  it('joins only a sentence that runs on where nobody is named', () => {
    const captions = ['I wanted to', 'say no.', 'Did you?', 'Not yet'];
    expect(texts(captions.map((text, i) => segment(null, text, i, i + 0.9)))).toEqual([
      'I wanted to say no.',
      'Did you?',
      'Not yet',
    ]);
  });

  it('parts dialogue marks', () => {
    expect(texts([segment(null, 'and so'), { ...segment(null, 'on it went'), newTurn: true }])).toEqual([
      'and so',
      'on it went',
    ]);
  });

  it('cuts a monologue at sentence ends and loses no word', () => {
    const text = Array.from({ length: 200 }, (_, i) => `This is sentence number ${i}.`).join(' ');
    const parts = mergeSegments([segment('A', text, 0, 400)]);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map((part) => part.text).join(' ')).toBe(text);
    for (const part of parts) {
      expect(part.text).toMatch(/\.$/);
      expect(countWords(part.text)).toBeLessThanOrEqual(MAX_TURN_WORDS * 1.6);
    }
    expect(parts[0]?.start).toBe(0);
    expect(parts[parts.length - 1]?.end).toBe(400);
    for (let i = 1; i < parts.length; i++) expect(parts[i]?.start).toBeGreaterThan(parts[i - 1]?.start ?? 0);
  });

  it('cuts 40 minutes without labels, with or without punctuation, and keeps a question to itself', () => {
    const spoken = Array.from({ length: 6000 }, (_, i) => `word${i}`).join(' ');
    expect(texts([segment(null, spoken)]).length).toBeGreaterThan(50);
    expect(texts([segment(null, spoken)]).join(' ')).toBe(spoken);
    const asked =
      `${'I went there and came back again. '.repeat(30)}Did you? ${'Yes I did and it was good. '.repeat(30)}`.trim();
    expect(texts([segment(null, asked)]).some((text) => text.endsWith('Did you?'))).toBe(true);
  });

  it('joins Chinese and Japanese without a space and cuts them at their own full stop', () => {
    expect(texts([segment('A', '你好'), segment('A', '我很好。')])).toEqual(['你好我很好。']);
    const long = '我今天想谈谈工作。'.repeat(900);
    expect(texts([segment('A', long)]).join('')).toBe(long);
    expect(texts([segment('A', long)]).length).toBeGreaterThan(2);
  });
});

import { isQuestion } from './questions';
import { splitSentences } from './sentences';
import { contentWords, countWords, tokenize } from './words';

describe('tokenize', () => {
  it('gives lower-cased words and keeps apostrophes', () => {
    expect(tokenize('I’m sure — it’s 3.5 miles, OK?')).toEqual([
      "i'm",
      'sure',
      "it's",
      '3',
      '5',
      'miles',
      'ok',
    ]);
  });

  it('leaves transcribers’ remarks out', () => {
    expect(tokenize('Well [laughs] maybe (inaudible) later')).toEqual(['well', 'maybe', 'later']);
    expect(countWords('[inaudible 00:01:33]')).toBe(0);
  });

  it('keeps what speakers say in brackets', () => {
    expect(tokenize('my boss (the new one)')).toEqual(['my', 'boss', 'the', 'new', 'one']);
  });

  it('finds the words with content', () => {
    expect(contentWords('So I really want to talk about my garden')).toEqual(['talk', 'garden']);
  });
});

describe('splitSentences', () => {
  const texts = [
    'Hello there. How are you? Fine!',
    'Dr. Lee said 3.5 hours, e.g. on Monday. Then we left…',
    'He asked "Why now?" and I froze.\nI left.',
    '  spaced out  .  And again ',
    'no marks at all',
    'so '.repeat(150),
    '?!',
    '',
    'Wait... what?! 😀',
  ];

  it.each(texts)('gives verbatim parts of %j', (text) => {
    for (const sentence of splitSentences(text)) {
      expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      expect(sentence.text.trim()).toBe(sentence.text);
      expect(sentence.text).not.toBe('');
    }
  });

  it.each(texts)('loses no word of %j', (text) => {
    expect(splitSentences(text).flatMap((sentence) => tokenize(sentence.text))).toEqual(tokenize(text));
  });

  it('splits at the ends of sentences only', () => {
    const split = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);
    expect(split(texts[0]!)).toEqual(['Hello there.', 'How are you?', 'Fine!']);
    expect(split(texts[1]!)).toEqual(['Dr. Lee said 3.5 hours, e.g. on Monday.', 'Then we left…']);
    expect(split('It was me and I. Then he came.')).toEqual(['It was me and I.', 'Then he came.']);
  });

  it('cuts a long stretch without punctuation', () => {
    const lengths = splitSentences('we talked about it and went on '.repeat(40)).map(({ text }) =>
      countWords(text),
    );
    expect(lengths.length).toBeGreaterThan(3);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(60);
  });
});

describe('isQuestion', () => {
  it.each([
    'You did?',
    'what would you like to do',
    'so how did that feel for you',
    'okay and are you ready to start',
    'tell me more about the job',
    "what's next for you",
    "that was hard wasn't it",
  ])('finds %j', (text) => {
    expect(isQuestion(text)).toBe(true);
  });

  it.each([
    'When I am tired I snack.',
    'What I hear is a lot of care.',
    'That sounds heavy.',
    'You are wondering how to begin.',
    'Yeah.',
    '',
  ])('does not find one in %j', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
});

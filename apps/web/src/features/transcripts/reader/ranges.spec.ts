import { cut, rangeOf } from './ranges';

const text = 'I said yes before I had heard the question.';

describe('rangeOf', () => {
  it('finds a verbatim quote', () => {
    expect(rangeOf(text, 'before I had heard', 'growth')).toEqual({ start: 11, end: 29, kind: 'growth' });
  });

  it('finds nothing for other words, or none', () => {
    expect(rangeOf(text, 'Before I had heard', 'growth')).toBeNull();
    expect(rangeOf(text, '', 'growth')).toBeNull();
  });
});

describe('cut', () => {
  it('leaves a text without ranges whole', () => {
    expect(cut(text, [])).toEqual([{ text, kinds: [] }]);
  });

  it('keeps every letter, also where ranges overlap', () => {
    const pieces = cut(text, [
      { start: 2, end: 17, kind: 'excellence' },
      { start: 11, end: 29, kind: 'lit' },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces).toContainEqual({ text: 'before', kinds: ['excellence', 'lit'] });
    expect(pieces.at(-1)?.kinds).toEqual([]);
  });
});

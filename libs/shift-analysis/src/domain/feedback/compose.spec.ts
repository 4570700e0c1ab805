import { fill, quotedParts } from './compose';

describe('fill', () => {
  it('fills slots and refuses what it cannot fill', () => {
    expect(fill('You heard {said}.', { said: '“it hurts”' })).toBe('You heard “it hurts”.');
    expect(fill('You heard {said}, {when}.', { said: '“it hurts”' })).toBeNull();
    expect(fill('You heard {said}.', { said: '' })).toBeNull();
  });

  it('never doubles end marks', () => {
    expect(fill('You asked {move}.', { move: '“what now?”' })).toBe('You asked “what now?”');
    expect(fill('You asked {move}, and waited.', { move: '“what now?”' })).toBe(
      'You asked “what now?” and waited.',
    );
  });
});

describe('quotedParts', () => {
  it('finds every quotation', () => {
    expect(quotedParts('After “a b” came “c”.')).toEqual(['a b', 'c']);
    expect(quotedParts('nothing')).toEqual([]);
  });
});

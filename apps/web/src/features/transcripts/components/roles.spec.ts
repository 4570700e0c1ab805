import { completeChoice, swapped } from './roles';

describe('completeChoice', () => {
  it('gives the choice once coach and client are named', () => {
    expect(completeChoice({ A: 'coach', B: 'client', C: 'other' })).toEqual([
      { label: 'A', role: 'coach' },
      { label: 'B', role: 'client' },
      { label: 'C', role: 'other' },
    ]);
  });

  it.each([
    [{ A: null, B: 'client' } as const, 'A'],
    [{ A: 'client', B: 'client' } as const, 'coach'],
    [{ A: 'coach', B: 'other' } as const, 'client'],
  ])('says what is missing in %j', (roles, word) => {
    expect(completeChoice(roles)).toEqual(expect.stringContaining(word));
  });
});

describe('swapped', () => {
  it('exchanges coach and client and leaves the rest', () => {
    expect(swapped({ A: 'coach', B: 'client', C: 'other', D: null })).toEqual({
      A: 'client',
      B: 'coach',
      C: 'other',
      D: null,
    });
  });
});

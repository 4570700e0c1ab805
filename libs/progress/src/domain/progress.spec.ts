import { curveOf } from './curve';
import { freeSlug, slugOf } from './slug';
import { type Stated, suggestGoals } from './suggest-goals';
import { talk } from '../testing/talk';
import { holds } from './verify';

describe('curveOf', () => {
  const curve = (...deltas: number[]): number[] =>
    curveOf(
      deltas.map((delta, index) => ({
        sessionId: String(index),
        date: '2026-01-01',
        title: '',
        delta,
        observationCount: 1,
      })),
    ).map(({ progress }) => progress);

  it('adds up, and never leaves 0 to 1', () => {
    expect(curve(0.1, 0.2, -0.05)).toEqual([0.1, 0.3, 0.25]);
    expect(curve(-0.3, 0.1)).toEqual([0, 0.1]);
    expect(curve(0.9, 0.9, -0.1)).toEqual([0.9, 1, 0.9]);
    expect(curve()).toEqual([]);
  });
});

describe('slugs', () => {
  it('are plain, and numbered when taken', () => {
    expect(slugOf('Łódź & back: a “gap” year!')).toBe('odz-back-a-gap-year');
    expect(slugOf("Don't panic")).toBe('dont-panic');
    expect(slugOf('目標')).toBe('goal');
    expect(slugOf('a'.repeat(80))).toHaveLength(60);
    expect(freeSlug('gap', new Set(['gap', 'gap-2']))).toBe('gap-3');
  });
});

describe('suggestGoals', () => {
  const stated = (sessionId: string, quote: string): Stated => ({
    sessionId,
    quote,
    date: sessionId,
    observationId: `${sessionId}-${quote}`,
    stance: 'intent',
    quoteUtterance: 1,
    utteranceId: '',
  });
  const choir = [
    stated('1', 'I want to sing in a choir again.'),
    stated('2', 'I would like to find a choir.'),
    stated('3', 'I will ring the choir.'),
  ];
  const keys = (list: readonly Stated[], taken: string[] = []): string[] =>
    suggestGoals(list, new Set(taken), new Set()).map(({ key }) => key);

  it('suggests what is stated in three sessions, in the client’s words', () => {
    const [suggestion] = suggestGoals(choir, new Set(), new Set());
    expect(suggestion).toMatchObject({
      key: 'choir',
      sessionCount: 3,
      quote: 'I want to sing in a choir again.',
    });
    expect(suggestion?.statements).toHaveLength(3);
  });

  it('suggests nothing that is tracked, answered, said too rarely, or a person', () => {
    expect(keys(choir, ['choir'])).toEqual([]);
    expect(keys(choir.slice(1))).toEqual([]);
    expect(keys(['1', '2', '3'].map((id) => stated(id, 'I want to tell Bernard about it.')))).toEqual([]);
  });
});

describe('holds', () => {
  const session = talk('C: Hello there.', 'K: I rang the bank.');
  it('wants every utterance to exist and the quote to stand in it', () => {
    expect(holds(session, { utterances: [2], quote: 'rang the bank', quoteUtterance: 2 })).toBe(true);
    expect(holds(session, { utterances: [2], quote: 'called the bank', quoteUtterance: 2 })).toBe(false);
    expect(holds(session, { utterances: [1], quote: 'rang the bank', quoteUtterance: 2 })).toBe(false);
    expect(holds(session, { utterances: [2, 9], quote: 'rang the bank', quoteUtterance: 2 })).toBe(false);
    expect(holds(session, { utterances: [], quote: 'rang', quoteUtterance: 2 })).toBe(false);
  });
});

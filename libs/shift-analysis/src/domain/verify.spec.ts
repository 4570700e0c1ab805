import { sessionOf } from './testing/sessions';
import type { ShiftSignal } from './types';
import { verifySignals } from './verify';

const session = sessionOf([
  ['client', 'I keep the letter in a drawer.'],
  ['coach', 'What stops you from opening it?', 'question_open'],
]);

const signal: ShiftSignal = {
  kind: 'excellence',
  principle: 'hand_back_ownership',
  pattern: 'curiosity_over_advice',
  code: 'H+curiosity',
  utterances: [1, 2],
  quote: 'What stops you',
  quoteUtterance: 2,
  feedback: 'After “I keep the letter in a drawer” you stayed curious.',
  whyItMatters: 'It left room.',
  betterExample: null,
  certainty: 0.8,
};

describe('verifySignals', () => {
  it('keeps what stands in the transcript', () => {
    expect(verifySignals([signal], session)).toEqual({ signals: [signal], dropped: 0 });
  });

  it.each<[string, Partial<ShiftSignal>]>([
    ['a quote that differs in one letter', { quote: 'what stops you' }],
    ['a quote of another utterance', { quoteUtterance: 1 }],
    ['a quoted utterance that is not cited', { utterances: [1] }],
    ['an utterance that does not exist', { utterances: [1, 2, 9] }],
    ['no utterances', { utterances: [] }],
    ['an empty quote', { quote: ' ' }],
    [
      'words in the feedback that nobody said',
      { feedback: 'After “I burned the letter” you stayed curious.' },
    ],
    ['words in the example that nobody said', { betterExample: 'You said “never”. Why?' }],
  ])('drops and counts %s', (_, change) => {
    expect(verifySignals([{ ...signal, ...change }], session)).toEqual({ signals: [], dropped: 1 });
  });
});

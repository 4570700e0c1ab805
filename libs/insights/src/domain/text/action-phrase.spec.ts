import { actionPhrase, isAnaphoric } from './action-phrase';
import { namingOf } from './quotes';

const naming = namingOf('Nadia Farrow', 'Jo Blake');
const phrase = (spoken: string): string | null => actionPhrase(spoken, naming)?.phrase ?? null;

describe('actionPhrase', () => {
  it.each([
    ['call my landlord about the lease on Monday, because I promised', 'call their landlord about the lease'],
    ['just, um, block two hours for the report', 'block two hours for the report'],
    ['try to go for a walk and then we will see', 'go for a walk'],
    ["ask Dr. Lindqvist for a smaller dose and I'll write it down", 'ask Dr. Lindqvist for a smaller dose'],
    ['text you on Friday', 'text Jo'],
    ['ask my sister to come with me', 'ask their sister to come with Nadia'],
    ['say, "Let me think about it." And leave', 'say ‘Let me think about it’'],
    ['have to book the room', 'book the room'],
    ['be more patient with my son', 'be more patient with their son'],
    ['definitely need to set up a meeting with my manager', 'set up a meeting with their manager'],
  ])('%s', (spoken, expected) => {
    expect(phrase(spoken)).toBe(expected);
  });

  it.each([
    'do that',
    'see how it goes',
    'get sick of it',
    'the gym',
    'be late',
    'do something',
    'never tell him',
    'run one',
    '',
  ])('is no step: %s', (spoken) => {
    expect(phrase(spoken)).toBeNull();
  });

  it('keeps the time apart and knows an attempt', () => {
    expect(actionPhrase('try to swim twice a week', naming)).toEqual({
      phrase: 'swim twice a week',
      timeline: 'twice a week',
      attempt: true,
    });
    expect(actionPhrase('write two pages by Thursday', naming)).toEqual({
      phrase: 'write two pages',
      timeline: 'by Thursday',
      attempt: false,
    });
  });

  it('never leaves the client in the first person or the coach as "you"', () => {
    for (const spoken of [
      'tell my boss that I need my evenings',
      'show you my notes',
      'leave my phone with me',
    ]) {
      expect(phrase(spoken) ?? '').not.toMatch(/\b(?:I|me|my|you)\b/);
    }
  });

  it('cuts long plans at a boundary', () => {
    const long =
      'write the first part of the long letter to the old committee about the new rules for the garden that nobody read';
    expect(phrase(long)?.split(' ').length).toBeLessThanOrEqual(18);
    expect(phrase(long)).not.toMatch(/\b(?:the|of|to|for|that)$/);
  });
});

describe('isAnaphoric', () => {
  it.each(['do that', 'do it twice', 'give it a try', 'try this on Monday'])('%s', (spoken) => {
    expect(isAnaphoric(spoken)).toBe(true);
  });
  it('knows a step of its own', () => {
    expect(isAnaphoric('do the dishes')).toBe(false);
  });
});

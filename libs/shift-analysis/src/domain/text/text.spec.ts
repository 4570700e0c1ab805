import { voicedFeeling } from './feelings';
import { flipToYou } from './flip';
import { bestFragment, completeClauses, fragmentAround, locateCue } from './fragment';
import { plain, sentences, wordCount } from './plain';

describe('plain', () => {
  it.each([
    ["I-I'm, um, kind of scared!", "i'm scared"],
    ['You know, we’re gonna go. [laughs]', "we're going to go"],
    ["'Cause I wanna stop", 'because i want to stop'],
    ['That that was it', 'that was it'],
  ])('reads %p as %p', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('splits sentences and counts words', () => {
    expect(sentences('Right. What now? Go on…')).toEqual(['Right.', 'What now?', 'Go on…']);
    expect(sentences('no marks at all')).toEqual(['no marks at all']);
    expect(wordCount("it's half-past 9")).toBe(4);
  });
});

describe('voicedFeeling', () => {
  it.each([
    ['i am really scared of the interview', 'scared'],
    ['it was so embarrassing in front of them', 'embarrassing'],
    ['i sat in the car and cried', 'cried'],
  ])('hears the speaker’s own feeling in %p', (text, word) => {
    expect(voicedFeeling(text)?.feeling.word).toBe(word);
  });

  it.each([
    'she was angry with the neighbours',
    "i'm not worried about that",
    "that's a shame",
    "i'm afraid we have to stop",
    'we met at the cross on the hill',
    'the invoice is on the table',
  ])('hears none in %p', (text) => {
    expect(voicedFeeling(text)).toBeNull();
  });
});

describe('flipToYou', () => {
  it.each([
    ["I can't tell my sister", "you can't tell your sister"],
    ["I'm the one who stays late", "you're the one who stays late"],
    ['I was ashamed of myself', 'you were ashamed of yourself'],
    ['my boss never asks me', 'your boss never asks you'],
    ["I've put it off for months", "you've put it off for months"],
    ['it makes me sad', 'it makes you sad'],
    ['I just was too tired', 'you just were too tired'],
    ['I wanna stop by June', 'you want to stop by June'],
    ['i keep saying yes', 'you keep saying yes'],
  ])('turns %p into %p', (clause, expected) => {
    expect(flipToYou(clause)).toBe(expected);
  });

  it.each([
    'you told me to wait',
    'we never talk about it',
    "I don't know how to",
    'I was going to',
    'the thing with the car',
    'walking home alone',
    'what I mean is that',
    'I, I mean, she said "stay"',
    "I'm I am hollow",
    'I want',
  ])('refuses %p', (clause) => {
    expect(flipToYou(clause)).toBeNull();
  });
});

describe('fragments', () => {
  const SPOKEN = [
    "Well, um, I keep saying yes, and then I'm, I'm up at eleven and I hate it.",
    'I-I wanted to- to tell him but [crosstalk] the door was open, so I left the letter on the stairs.',
    'yeah so i went there and i saw the light was on and i could not go in because everyone was laughing',
    'Mm-hmm.',
    'No.',
  ];

  it('only ever returns parts of the text', () => {
    for (const text of SPOKEN) {
      const best = bestFragment(text);
      if (best) expect(text).toContain(best.text);
      for (const clause of completeClauses(text)) expect(text).toContain(clause);
    }
  });

  it('prefers clean speech and what is asked for', () => {
    expect(bestFragment(SPOKEN[0] ?? '', { cue: /\bhate\b/ })?.text).toContain('I hate it');
    expect(bestFragment(SPOKEN[1] ?? '')?.text).toBe('I left the letter on the stairs');
    expect(bestFragment(SPOKEN[2] ?? '', { maxWords: 8 })?.words).toBeLessThanOrEqual(8);
    expect(bestFragment(SPOKEN[3] ?? '')).toBeNull();
    expect(bestFragment(SPOKEN[4] ?? '')).toBeNull();
  });

  it('locates words across hesitations and contractions of speech', () => {
    const text = 'So what, um, are you gonna do about the, the lease? Tell me.';
    const place = locateCue(text, 'what are you going to do');
    expect(place && text.slice(place.start, place.end)).toBe('what, um, are you gonna do');
    expect(locateCue(text, 'not there')).toBeNull();
  });

  it('keeps a short question whole, with its mark', () => {
    const text = 'Right. What would make it easier to say no? We have time.';
    const place = locateCue(text, 'what would make it');
    expect(place && fragmentAround(text, place, 20)?.text).toBe('What would make it easier to say no?');
  });
});

import { bestTimePhrase } from './time-phrase';

describe('bestTimePhrase', () => {
  it.each([
    ["I'll call her on Sunday evening before dinner", 'on Sunday evening before dinner', 'moment'],
    ['by the end of next week I want it sent', 'by the end of next week', 'moment'],
    ['I can do that tomorrow morning', 'tomorrow morning', 'moment'],
    ['maybe in two weeks', 'in two weeks', 'moment'],
    ['Tonight. Only the name.', 'tonight', 'moment'],
    ['before we meet again', 'before we meet again', 'moment'],
    ['I will run three times a week', 'three times a week', 'rhythm'],
    ['on Tuesdays and Thursdays I leave early', 'on Tuesdays and Thursdays', 'rhythm'],
    ['every morning before work', 'every morning before work', 'rhythm'],
    ['ten minutes a day', 'ten minutes a day', 'rhythm'],
    ['I stop at 6pm', 'at 6pm', 'anchor'],
    ['after breakfast I sit down', 'after breakfast', 'anchor'],
  ])('%s', (text, phrase, kind) => {
    const found = bestTimePhrase(text);
    expect([found?.text, found?.kind]).toEqual([phrase, kind]);
  });

  it('prefers a day to a part of the day', () => {
    expect(bestTimePhrase('in the evening, probably on Friday')?.text).toBe('on Friday');
  });

  it.each([
    'I did it last week',
    'two days ago',
    'at the same time it scares me',
    'this time I mean it',
    'one of these days',
    '',
  ])('hears no plan in: %s', (text) => {
    expect(bestTimePhrase(text)).toBeNull();
  });
});

import {
  capitalise,
  lowerFirst,
  shortQuote,
  splitClauses,
  stripNoise,
  toSecondPerson,
  toThirdPerson,
} from './rephrase';
import { countWords } from './words';

const clauseTexts = (text: string): string[] => splitClauses(text).map((clause) => clause.text);

describe('splitClauses', () => {
  it('cuts at conjunctions that open a clause and keeps the conjunction aside', () => {
    const clauses = splitClauses('I want to say no, but I never do because it feels rude.');
    expect(clauses.map((c) => [c.connector, c.text])).toEqual([
      [null, 'I want to say no'],
      ['but', 'I never do'],
      ['because', 'it feels rude.'],
    ]);
  });
  it('works without punctuation', () => {
    expect(clauseTexts('i sit down to write and i open my email and then the morning is gone')).toEqual([
      'i sit down to write',
      'i open my email',
      'the morning is gone',
    ]);
  });
  it('leaves lists alone', () => {
    expect(clauseTexts('I bought bread and milk and some tea')).toEqual([
      'I bought bread and milk and some tea',
    ]);
  });
  it('is verbatim: every clause is where it says it is', () => {
    const text = 'Well\u2014I\u2019ve tried, so I know; it\u2019s hard - and I keep going. Right?';
    for (const clause of splitClauses(text)) expect(text.slice(clause.start, clause.end)).toBe(clause.text);
    expect(splitClauses(text).length).toBeGreaterThan(3);
  });
});

describe('stripNoise', () => {
  it.each([
    ['Well, um, I mean, I-I want to, you know, rest more, I guess.', 'I want to, rest more'],
    ['yeah so i i think it was the pressure you know', 'I think it was the pressure'],
    ['[laughs] And I just kind of froze.', 'I just froze.'],
    ['No I never said that', 'No I never said that'],
    ['Like, my team is tired', 'my team is tired'],
    ['', ''],
  ])('%s', (noisy, clean) => {
    expect(stripNoise(noisy)).toBe(clean);
  });
  it('does not touch content words that look like fillers', () => {
    expect(stripNoise('I like my job')).toBe('I like my job');
    expect(stripNoise('So far I have written two pages')).toContain('far I have written two pages');
  });
});

describe('toSecondPerson', () => {
  it.each([
    ["I'm afraid my team will leave me", "you're afraid your team will leave you"],
    ['I was late and I am sorry', 'you were late and you are sorry'],
    ["I really wasn't sure of myself", "you really weren't sure of yourself"],
    ["I've always thought it was mine", "you've always thought it was yours"],
    ['I\u2019d rather wait', "you'd rather wait"],
    ['im tired and ive had enough', "you're tired and you've had enough"],
    ['what am I doing', 'what are you doing'],
    ['she told me that I was wrong', 'she told you that you were wrong'],
    ['i just am not that person', 'you just are not that person'],
  ])('%s', (first, second) => {
    expect(toSecondPerson(first)).toEqual({ text: second, safe: true });
  });
  it.each([
    'I told you that last time',
    'we never talk about our plans',
    'he said "I am done"',
    'she told me I was wrong',
    'I was like, okay I quit',
    'I was tired and was late',
    'let me think about it',
  ])('says when it is not safe: %s', (text) => {
    expect(toSecondPerson(text).safe).toBe(false);
  });
});

describe('toThirdPerson', () => {
  it.each([
    ['I want to call my sister', 'they want to call their sister'],
    ["I'm proud of myself", "they're proud of themselves"],
    ['he gave me his seat and I was glad', 'he gave them his seat and they were glad'],
  ])('%s', (first, third) => {
    expect(toThirdPerson(first)).toEqual({ text: third, safe: true });
  });
  it('is not safe beside another "they"', () => {
    expect(toThirdPerson('I think they hate me').safe).toBe(false);
  });
  it('leaves words that only contain the letters', () => {
    expect(toThirdPerson('In my time the committee met me in Miami').text).toBe(
      'In their time the committee met them in Miami',
    );
  });
});

describe('shortQuote', () => {
  const text =
    'I went back to the office on Monday. Nobody had noticed, but I felt lighter and I kept walking.';
  it('gives whole sentences that fit', () => {
    expect(shortQuote(text, 10)).toBe('I went back to the office on Monday.');
  });
  it('keeps the asked-for place inside', () => {
    expect(shortQuote(text, 6, text.indexOf('felt'))).toBe('I felt lighter');
  });
  it('cuts between words when nothing else fits, and stays verbatim', () => {
    const quote = shortQuote(text, 3);
    expect(text).toContain(quote);
    expect(countWords(quote)).toBe(3);
  });
  it('gives a short text back as it is', () => {
    expect(shortQuote('  Fine. ', 5)).toBe('Fine.');
    expect(shortQuote('', 5)).toBe('');
  });
});

describe('small helpers', () => {
  it('changes the case of a first letter only where that is right', () => {
    expect(capitalise('rest more')).toBe('Rest more');
    expect(lowerFirst('The plan')).toBe('the plan');
    expect(lowerFirst('I am here')).toBe('I am here');
    expect(lowerFirst('Tomasz agreed')).toBe('Tomasz agreed');
  });
});

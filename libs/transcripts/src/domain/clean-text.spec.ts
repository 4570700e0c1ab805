import { cleanText, isEnglish } from './clean-text';

describe('cleanText', () => {
  it.each([
    ['Um, I think so.', 'I think so.'],
    ['I was, um, tired.', 'I was tired.'],
    ['So, um, I- I think the the plan is good.', 'So I think the plan is good.'],
    ['Apples, um, pears and uh oranges.', 'Apples, pears and oranges.'],
    ['I mean, uh, uh, uh, no.', 'I mean, no.'],
    ['What I need is time, um.', 'What I need is time.'],
    ['I think um. So uh what now?', 'I think. So what now?'],
    ['You know, er, it is hard.', 'You know, it is hard.'],
    ['I, uh—I left.', 'I—I left.'],
    ['th- the thing', 'the thing'],
    ["I-I-I didn't want- want to.", "I didn't want to."],
    ['Er, the the, um, the client', 'The client'],
    ['um yeah so I um I was like uh thinking', 'Yeah so I was like thinking'],
    ['Maybe. Um, but no.', 'Maybe. But no.'],
  ])('softens "%s"', (raw, clean) => {
    const result = cleanText(raw, true);
    expect(result.toLowerCase()).toBe(clean.toLowerCase());
    expect(result).not.toMatch(/, ,|\s[,.]|,\./);
  });

  it.each([
    'Mm-hmm.',
    'Um.',
    'Uh-huh, yes.',
    'Mm, I see.',
    'Is it, um?',
    'It was 10 mm wide.',
    'The ER was full.',
    'He said he had had enough, and that that was it.',
    'No no no, very very good.',
    'I told you you were right.',
    'We do do that, and it is what it is.',
    'It is so-so. Bye-bye.',
    'Get it, it helps.',
    'Well-being matters – a lot.',
  ])('leaves "%s" alone', (raw) => {
    expect(cleanText(raw, true)).toBe(raw);
  });

  it('changes nothing but white space in other languages', () => {
    expect(cleanText('Um 8 Uhr  kommt er, er die die Frage stellt.', false)).toBe(
      'Um 8 Uhr kommt er, er die die Frage stellt.',
    );
  });
});

describe('isEnglish', () => {
  it('tells English from languages in which fillers are words', () => {
    expect(isEnglish(['So what I want is to be able to say no, and I think that it is hard.'])).toBe(true);
    expect(isEnglish(['Um acht Uhr war er schon da, und er hat um Hilfe gebeten, weil er müde war.'])).toBe(
      false,
    );
    expect(isEnglish(['Eu tenho um amigo que é um bom ouvinte.', 'Ele tem um cão.'])).toBe(false);
    expect(isEnglish([])).toBe(false);
  });
});

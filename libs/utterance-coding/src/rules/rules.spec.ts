import { adviceCertainty } from './advice-rules';
import { clientRuleHits, withoutStumbles } from './client-rules';
import { affirmationCertainty, permissionCertainty } from './coach-rules';

describe('affirmation', () => {
  it.each([
    'I really appreciate your openness.',
    "You've come so far since May.",
    'Well done, that is a big step.',
    'That took courage.',
  ])('is found in %j', (text) => {
    expect(affirmationCertainty(text)).toBeGreaterThan(0.5);
  });
  it.each(['Great, what else?', 'That is not a good job description.', 'You feel proud.', 'Okay.'])(
    'is not found in %j',
    (text) => {
      expect(affirmationCertainty(text)).toBe(0);
    },
  );
});

describe('permission', () => {
  it.each([
    'Would it be okay if I shared a thought?',
    'can i offer something',
    'Do you mind if we pause there?',
    'Are you open to hearing another view?',
  ])('is found in %j', (text) => {
    expect(permissionCertainty(text)).toBeGreaterThan(0.5);
  });
  it.each(['Are you okay?', 'It is okay to be sad.', 'How can I help?', 'You may do as you like.'])(
    'is not found in %j',
    (text) => {
      expect(permissionCertainty(text)).toBe(0);
    },
  );
});

describe('advice', () => {
  it.each([
    'You should call him today.',
    'Well, you need to rest more.',
    'Just tell your boss no.',
    'I would suggest a smaller goal.',
    "Why don't you ask your sister?",
  ])('is found in %j', (text) => {
    expect(adviceCertainty(text)).toBeGreaterThan(0.5);
  });
  it.each([
    'You feel you should call him.',
    'They told you that you need to rest.',
    'What do you think you should do?',
    'Why don’t you tell me about it?',
    'You must be tired.',
    'Tell me more.',
    'Take me through your day.',
  ])('is not found in %j', (text) => {
    expect(adviceCertainty(text)).toBe(0);
  });
});

describe('what clients voice', () => {
  const flags = (text: string): string[] =>
    Object.entries(clientRuleHits(text))
      .filter(([, hits]) => hits > 0)
      .map(([name]) => name);

  it.each([
    ['emotion', 'I-I felt, um, really embarrassed.'],
    ['emotion', 'It is so frustrating.'],
    ['commitment', "I'll call the school tomorrow."],
    ['commitment', 'I am going to, you know, start walking on Monday.'],
    ['ambivalence', 'I want to leave, but I am scared to.'],
    ['ambivalence', 'Part of me wants it.'],
    ['insight', 'I just realised that I do this with everyone.'],
    ['struggle', "I just can't seem to say no."],
    ['struggle', 'It is really hard to get up.'],
  ])('finds %s in %j', (flag, text) => {
    expect(flags(text)).toContain(flag);
  });

  it.each([
    ['commitment', "I'm not going to call him."],
    ['commitment', 'If I call him, I will regret it.'],
    ['commitment', 'Will I call him?'],
    ['emotion', 'She was at the office by nine.'],
    ['struggle', 'It went well and was easy.'],
    ['ambivalence', 'I called him, but he was out.'],
  ])('does not find %s in %j', (flag, text) => {
    expect(flags(text)).not.toContain(flag);
  });

  it('reads through stumbles', () => {
    expect(withoutStumbles('I-I just, um, the- the thing')).toBe('I just the thing');
  });
});

import { talk } from '../testing/talk';
import { observe } from './observe';

const stances = (...lines: string[]): string[] =>
  observe(talk(...lines)).map(
    ({ stance, achieved, quoteUtterance }) => `${quoteUtterance} ${stance}${achieved ? ` ${achieved}` : ''}`,
  );

describe('observe', () => {
  it('hears a report of something done, and of something not done', () => {
    const found = stances(
      'C: How did it go with the landlord?',
      'K: So I rang him on Tuesday and I told him about the leak.',
      'C: And the gym?',
      'K: No, I haven’t been at all. I didn’t book the class.',
    );
    expect(found).toContain('2 outcome done');
    expect(found).toContain('4 outcome not_done');
  });

  it('hears half of it as half', () => {
    expect(
      stances(
        'C: How did the two calls go?',
        'K: I did it, well, half of it. I rang the bank and the other one is still to come.',
      ),
    ).toContain('2 outcome partly');
  });

  it('hears a plan, and never in words that are somebody else’s', () => {
    expect(
      stances(
        'C: What will you do?',
        'K: I’ll write to the committee by Friday and I will ask for an answer.',
      ),
    ).toContain('2 plan');
    expect(
      stances('C: What did she say?', 'K: She only said, "I’ll write to them by Friday."').join(),
    ).not.toContain('plan');
  });

  it('hears a plan beside the report it follows', () => {
    expect(
      stances(
        'C: How was the week?',
        'K: I went to bed on time three times this week. I will get back to running as well.',
      ),
    ).toEqual(['2 outcome done', '2 plan']);
  });

  it('does not take a question, a wish or an old story for a report', () => {
    const found = stances(
      'C: What comes up?',
      'K: If I told him, he would only laugh at me.',
      'C: Mm.',
      'K: When I was a child I told my mother everything.',
      'C: Right.',
      'K: Should I have told her about the money?',
    );
    expect(found.filter((entry) => entry.includes('outcome'))).toEqual([]);
  });

  it('quotes word for word, within bounds, from the client only', () => {
    const session = talk(
      'C: I told my own coach about it last week.',
      'K: Horrible. I feel so guilty about the whole thing and I can’t sleep, honestly, I just lie there.',
      'K: I want to be able to say no to my sister without writing her an essay about it afterwards.',
    );
    const found = observe(session);
    expect(found.length).toBeGreaterThan(1);
    for (const { quote, quoteUtterance, utterances, valence, intensity, certainty } of found) {
      expect(session.utterances[quoteUtterance - 1]?.text).toContain(quote);
      expect(session.utterances[quoteUtterance - 1]?.speakerType).toBe('client');
      expect(utterances).toEqual([quoteUtterance]);
      expect(Math.abs(valence)).toBeLessThanOrEqual(1);
      for (const share of [intensity, certainty]) expect(share >= 0 && share <= 1).toBe(true);
    }
    expect(observe(session)).toEqual(found);
  });

  it('finds nothing in nothing', () => {
    expect(observe(talk('C: Hello.', 'K: Hi.', 'K: Mm-hmm.'))).toEqual([]);
  });
});

import { talk } from '../testing/talk';
import { dueDate, dueOf } from './due';
import { observe } from './observe';
import { reportSimilarity, trackSteps } from './track-steps';
import { termsOf } from './text/terms';

describe('due', () => {
  // 2026-03-11 is a Wednesday.
  it.each([
    ['tonight', '2026-03-11'],
    ['tomorrow morning', '2026-03-12'],
    ['by Friday', '2026-03-13'],
    ['on Wednesday', '2026-03-18'],
    ['this week', '2026-03-15'],
    ['by the end of next week', '2026-03-22'],
    ['in four weeks', '2026-04-08'],
    ['within 3 days', '2026-03-14'],
  ])('reads "%s"', (phrase, day) => {
    const rule = dueOf(phrase);
    expect(rule && dueDate('2026-03-11', rule)).toBe(day);
  });

  it.each(['every Tuesday', 'each day', 'after stand-up', 'on Mondays'])(
    'knows that "%s" is no day',
    (phrase) => {
      expect(dueOf(phrase)).toBeNull();
    },
  );

  it('never falls before the session', () => {
    for (let day = 1; day <= 28; day += 1) {
      const from = `2026-02-${String(day).padStart(2, '0')}`;
      for (const phrase of ['tonight', 'by Monday', 'this week', 'next week']) {
        const rule = dueOf(phrase);
        expect(rule && dueDate(from, rule) >= from).toBe(true);
      }
    }
  });
});

describe('trackSteps', () => {
  const session = talk(
    'C: You should email the council tonight.',
    'K: Okay, sure.',
    'C: And what do you want to do?',
    'K: I’ll ask Bernard for the keys by Friday.',
  );

  it('tells the coach’s step from the client’s and quotes the one who named it', () => {
    const items = trackSteps(session, [
      {
        text: 'Email the council',
        timePhrase: 'tonight',
        commitment: 'low',
        quotes: ['You should email the council tonight.', 'Okay, sure.'],
        utterances: [1, 2],
      },
      {
        text: 'Ask Bernard for the keys',
        timePhrase: 'by Friday',
        commitment: 'high',
        quotes: ['I’ll ask Bernard for the keys by Friday.'],
        utterances: [4],
      },
    ]);
    expect(items.map(({ saidBy, quoteUtterance, due }) => [saidBy, quoteUtterance, due])).toEqual([
      ['coach', 1, { days: 0, weekday: null }],
      ['client', 4, { days: 1, weekday: 5 }],
    ]);
  });
});

describe('reportSimilarity', () => {
  const report = (step: string, ...lines: string[]): number =>
    Math.max(0, ...observe(talk(...lines)).map((outcome) => reportSimilarity(termsOf(step), outcome)));

  it('knows a report by what it is about', () => {
    expect(
      report(
        'Ask Bernard for the keys to the shed',
        'C: How was it?',
        'K: So I asked Bernard for the keys, on Friday.',
      ),
    ).toBeGreaterThan(0.5);
    expect(
      report('Ask Bernard for the keys to the shed', 'C: And Bernard?', 'K: No, I didn’t talk to Bernard.'),
    ).toBeGreaterThan(0);
  });

  it('does not take another report for it, nor a plan for a report', () => {
    expect(
      report(
        'Ask Bernard for the keys to the shed',
        'C: How was it?',
        'K: So I rang the dentist and I booked the appointment on Friday.',
      ),
    ).toBe(0);
    expect(
      report('Ask Bernard for the keys to the shed', 'C: What next?', 'K: I will ask Bernard for the keys.'),
    ).toBe(0);
  });
});

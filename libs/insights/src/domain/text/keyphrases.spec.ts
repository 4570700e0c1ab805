import { codedSession, type Said } from '../../testing/coded-session';
import { viewSession } from '../session-view';
import { findThemes } from './keyphrases';

const themes = (lines: readonly Said[], names: readonly string[] = []): string[] =>
  findThemes(viewSession(codedSession(lines)), names).map((theme) => theme.phrase);

const SESSION: readonly Said[] = [
  ['coach', 'What is on your mind, Nadia?'],
  [
    'client',
    'My new manager, um, you know, wants a lot of things. A lot of things. The performance review is in May.',
  ],
  ['coach', 'The performance review worries you.'],
  [
    'client',
    'I never say no. I mean, I should say no, but my manager asks and I freeze. I feel guilty about it.',
  ],
  ['coach', 'Tell me more about the guilt.'],
  [
    'client',
    'I feel guilty when the team works late. Saying no would mean the performance review goes badly.',
  ],
  ['coach', 'And what does your manager know about the team?'],
  ['client', 'The team is tired. My manager knows the team is tired. I could say no to the Thursday call.'],
];

describe('findThemes', () => {
  it('names what the session turns around', () => {
    const found = themes(SESSION, ['Nadia']);
    expect(found).toContain('saying no');
    expect(found.some((theme) => theme.includes('performance review'))).toBe(true);
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found.length).toBeLessThanOrEqual(5);
  });

  it('leaves out noise, names, time and one-off words', () => {
    const found = themes(SESSION, ['Nadia']).join(' ');
    expect(found).not.toMatch(/\b(?:thing|things|lot|nadia|know|mean|thursday|late|um)\b/);
  });

  it('does not name two variants of one thing', () => {
    const found = themes([
      ...SESSION,
      ['client', 'Performance reviews again. The reviews are a nightmare, and the review form is worse.'],
      ['client', 'My reviews, the review, every review.'],
    ]);
    expect(found.filter((theme) => theme.includes('review'))).toHaveLength(1);
  });

  it('finds nothing in nothing', () => {
    expect(themes([])).toEqual([]);
    expect(
      themes([
        ['client', 'Yes.'],
        ['coach', 'Okay.'],
      ]),
    ).toEqual([]);
  });

  it('works without punctuation and case', () => {
    const flat = SESSION.map(([speaker, text]): Said => [speaker, text.toLowerCase().replace(/[.,?]/g, '')]);
    expect(themes(flat)).toContain('saying no');
  });
});

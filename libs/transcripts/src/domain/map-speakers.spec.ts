import { CERTAIN, mapSpeakers, type SpokenPart } from './map-speakers';
import type { People, Segment } from './types';

const PEOPLE: People = {
  coachName: 'María Lindqvist',
  coachEmail: 'maria@example.org',
  clientName: 'Ben Okafor',
  clientEmail: 'ben.okafor@example.org',
};
const NOBODY: People = { coachName: null, coachEmail: null, clientName: null, clientEmail: null };

/** A session in which the first label asks and the second tells. */
function session(coach: string, client: string, turns = 15, punctuated = true): SpokenPart[] {
  const asked = punctuated
    ? 'What would you like to do about your week?'
    : 'what would you like to do about your week';
  const told = punctuated
    ? 'I thought about my work and I saw that I had said yes.'
    : 'i thought about my work and i saw that i had said yes';
  return Array.from({ length: turns * 2 }, (_, i) =>
    i % 2 === 0 ? { label: coach, text: asked } : { label: client, text: told },
  );
}

const roles = (parts: SpokenPart[], people: People, segments: Segment[] = []) => {
  const { speakers, needsConfirmation } = mapSpeakers(parts, segments, people);
  return { ...Object.fromEntries(speakers.map((s) => [s.label, s.role])), needsConfirmation };
};

describe('mapSpeakers', () => {
  it.each([
    ['Maria Lindqvist', 'Ben Okafor'],
    ['MARIA LINDQVIST', 'okafor, ben'],
    ['Maria', 'Ben'],
    ["Maria's iPhone", 'Ben O.'],
    ['Maria Lindqvist (she/her)', 'Ben Okafor (Acme Ltd)'],
    ['Maria (Coach)', 'Ben (Client)'],
    ['Coach', 'Client'],
    ['Therapist', 'Patient'],
    ['COACH', 'Coachee'],
    ['maria@example.org', 'Ben Okafor'],
    ['Maria Lindqvist', 'Speaker 2'],
    ['Maria Lindqvist', 'iPhone (2)'],
    ['Maria L', 'ben.okafor'],
  ])('is certain of %s and %s', (coach, client) => {
    expect(roles(session(coach, client), PEOPLE)).toEqual({
      [coach]: 'coach',
      [client]: 'client',
      needsConfirmation: false,
    });
  });

  it('knows a speaker by the e-mail address the source gives', () => {
    const segment: Segment = { label: 'M. L.', text: 'x', start: 0, end: 1, email: 'Maria@Example.org' };
    expect(roles(session('M. L.', 'Ben'), PEOPLE, [segment])).toEqual({
      'M. L.': 'coach',
      Ben: 'client',
      needsConfirmation: false,
    });
  });

  it.each([
    ['a stranger where the client’s name is known', 'Maria Lindqvist', 'Tom Ableton', PEOPLE],
    ['another surname', 'Maria Castellano', 'Ben', PEOPLE],
    ['names nobody knows', 'Priya', 'Tom', NOBODY],
    ['numbers', 'Speaker 0', 'Speaker 1', PEOPLE],
    ['a role word that contradicts the name', 'Maria (Client)', 'Ben (Coach)', PEOPLE],
    ['a short form of the name', 'Speaker 0', 'Benj', { ...PEOPLE, clientName: 'Benjamin Okafor' }],
    ['coach and client of one first name', 'Maria', 'Speaker 1', { ...PEOPLE, clientName: 'Maria Rossi' }],
    ['two labels for the coach', 'Maria Lindqvist', 'Maria', PEOPLE],
  ])('asks about %s', (_what, coach, client, people) => {
    expect(roles(session(coach, client), people).needsConfirmation).toBe(true);
  });

  it.each([true, false])(
    'guesses by who asks, with or without punctuation (%s), and still asks',
    (punctuated) => {
      const { speakers, needsConfirmation } = mapSpeakers(
        session('Speaker 1', 'Speaker 0', 15, punctuated),
        [],
        NOBODY,
      );
      expect(speakers.map((s) => [s.label, s.role])).toEqual([
        ['Speaker 1', 'coach'],
        ['Speaker 0', 'client'],
      ]);
      expect(needsConfirmation).toBe(true);
      for (const speaker of speakers) {
        expect(speaker.confidence).toBeGreaterThan(0.7);
        expect(speaker.confidence).toBeLessThan(CERTAIN);
      }
    },
  );

  it('takes the host who also asks for the coach', () => {
    const host: Segment = { label: 'Speaker 1', text: 'x', start: 0, end: 1, isHost: true };
    expect(roles(session('Speaker 1', 'Speaker 0'), NOBODY, [host])).toEqual({
      'Speaker 1': 'coach',
      'Speaker 0': 'client',
      needsConfirmation: false,
    });
    expect(roles(session('Speaker 0', 'Speaker 1'), NOBODY, [host]).needsConfirmation).toBe(true);
  });

  it('sets note-takers aside', () => {
    const parts = [...session('Maria', 'Ben'), { label: 'Fireflies.ai Notetaker Maria', text: 'Recording.' }];
    expect(roles(parts, PEOPLE)).toEqual({
      Maria: 'coach',
      Ben: 'client',
      'Fireflies.ai Notetaker Maria': 'other',
      needsConfirmation: false,
    });
  });

  it('asks about a third person, and guesses from how much they say', () => {
    const couple = [...session('Maria', 'Ben'), ...session('Maria', 'Ada')];
    expect(roles(couple, PEOPLE)).toEqual({
      Maria: 'coach',
      Ben: 'client',
      Ada: 'client',
      needsConfirmation: true,
    });
    expect(roles([...session('Maria', 'Ben'), { label: 'Ada', text: 'Tea?' }], PEOPLE)).toMatchObject({
      Ada: 'other',
      needsConfirmation: true,
    });
  });

  it('is certain of two clients who are called so', () => {
    const parts = [...session('Coach', 'Client 1'), ...session('Coach', 'Client 2')];
    expect(roles(parts, NOBODY)).toEqual({
      Coach: 'coach',
      'Client 1': 'client',
      'Client 2': 'client',
      needsConfirmation: false,
    });
  });

  it('asks where only one person speaks or nobody is named', () => {
    expect(roles([{ label: 'Maria', text: 'Hello there.' }], PEOPLE)).toEqual({
      Maria: 'coach',
      needsConfirmation: true,
    });
    expect(roles([{ label: 'Unknown speaker', text: 'Hello there.' }], PEOPLE)).toEqual({
      'Unknown speaker': null,
      needsConfirmation: true,
    });
    expect(
      roles([...session('Maria', 'Ben'), { label: 'Unknown speaker', text: 'Hm.' }], PEOPLE)
        .needsConfirmation,
    ).toBe(true);
  });
});

import 'reflect-metadata';
import { assemble, type People, type Segment } from '@app/transcripts';
import { chooseRoles, firstNameIn, SpeakerNotFound } from './speakers';

const NOBODY: People = { coachName: null, coachEmail: null, clientName: null, clientEmail: null };

function transcript(
  labels: [string | null, string | null],
  people: People = NOBODY,
): ReturnType<typeof assemble> {
  const segments: Segment[] = [
    { label: labels[0], text: 'What would you like to look at today?', start: null, end: null },
    {
      label: labels[1],
      text: 'I want to sleep again. I lie awake and go through the whole day, every night.',
      start: null,
      end: null,
    },
    { label: labels[0], text: 'What goes through your mind?', start: null, end: null },
    {
      label: labels[1],
      text: 'Everything I did not finish, and what my team will think of that.',
      start: null,
      end: null,
    },
  ];
  return assemble(
    { sourceFormat: 'plain_text', segments, skipped: [], guessedTitle: null, guessedDate: null },
    people,
  );
}

describe('chooseRoles', () => {
  it('takes what the transcript is certain of, without a note', () => {
    const roles = chooseRoles(transcript(['Coach', 'Client']), null, null);
    expect(roles.note).toBeNull();
    expect(roles.utterances.map((utterance) => utterance.speakerType)).toEqual([
      'coach',
      'client',
      'coach',
      'client',
    ]);
    expect(roles.clientName).toBeNull();
  });
  it('guesses and says so', () => {
    const roles = chooseRoles(transcript(['Speaker 1', 'Speaker 2']), null, null);
    expect(roles.utterances[0]?.speakerType).toBe('coach');
    expect(roles.note).toContain('Speaker 1');
  });
  it('obeys a name against the guess', () => {
    const roles = chooseRoles(transcript(['Nadia Farrow', 'Jo Blake']), 'Jo', null);
    expect(roles.speakers.map((speaker) => [speaker.label, speaker.role])).toEqual([
      ['Nadia Farrow', 'client'],
      ['Jo Blake', 'coach'],
    ]);
    expect(roles).toMatchObject({ note: null, coachName: 'Jo', clientName: 'Nadia' });
  });
  it('obeys the name of the client as well', () => {
    const roles = chooseRoles(transcript(['Nadia Farrow', 'Jo Blake']), null, 'nadia farrow');
    expect(roles.speakers.find((speaker) => speaker.role === 'client')?.label).toBe('Nadia Farrow');
    expect(roles.speakers.find((speaker) => speaker.role === 'coach')?.label).toBe('Jo Blake');
  });
  it('knows a full name by the first name a transcript uses', () => {
    const roles = chooseRoles(transcript(['Dana', 'Ruth']), 'Ruth Callaghan', null);
    expect(roles.speakers.map(({ label, role }) => [label, role])).toEqual([
      ['Dana', 'client'],
      ['Ruth', 'coach'],
    ]);
  });

  it('refuses a name that nobody carries', () => {
    expect(() => chooseRoles(transcript(['Nadia Farrow', 'Jo Blake']), 'Quentin', null)).toThrow(
      SpeakerNotFound,
    );
  });
  it('says when speakers cannot be told apart', () => {
    expect(chooseRoles(transcript([null, null]), null, null).note).toContain('could not be told apart');
  });
});

describe('firstNameIn', () => {
  it.each([
    ['Nadia Farrow', 'Nadia'],
    ['Farrow, Nadia', 'Nadia'],
    ['Nadia (Client)', 'Nadia'],
    ['Speaker 1', null],
    ['Coach', null],
    ['nadia@example.org', null],
  ])('%s', (label, name) => {
    expect(firstNameIn(label)).toBe(name);
  });
});

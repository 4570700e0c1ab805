import { applyRoles, assemble, reassignUtterances } from './assemble';
import type { ParsedTranscript } from './types';

const PARSED: ParsedTranscript = {
  sourceFormat: 'plain_text',
  segments: [
    { label: 'Maria', text: 'What, um, would you like to to talk about?', start: 0, end: 3 },
    { label: 'Ben', text: 'I- I want to stop saying yes to the the team.', start: 3, end: 7 },
    { label: 'Ben', text: 'That is what I think.', start: 7.5, end: 9 },
    { label: null, text: 'Mm-hmm.', start: 9, end: 10 },
  ],
  skipped: [{ code: 'speech.none', message: 'Some parts describe sounds.', count: 1, firstAt: 4 }],
  guessedTitle: 'A title',
  guessedDate: '2026-03-12',
};
const PEOPLE = {
  coachName: 'Maria Lindqvist',
  coachEmail: null,
  clientName: 'Ben Okafor',
  clientEmail: null,
};

describe('assemble', () => {
  const result = assemble(PARSED, PEOPLE);

  it('numbers utterances, keeps the raw text beside the clean one, and passes on what was found', () => {
    expect(result.utterances).toEqual([
      {
        sequenceNumber: 1,
        speakerLabel: 'Maria',
        speakerType: 'coach',
        textClean: 'What would you like to to talk about?',
        textRaw: 'What, um, would you like to to talk about?',
        start: 0,
        end: 3,
      },
      {
        sequenceNumber: 2,
        speakerLabel: 'Ben',
        speakerType: 'client',
        textClean: 'I want to stop saying yes to the team. That is what I think.',
        textRaw: 'I- I want to stop saying yes to the the team. That is what I think.',
        start: 3,
        end: 9,
      },
      {
        sequenceNumber: 3,
        speakerLabel: 'Unknown speaker',
        speakerType: null,
        textClean: 'Mm-hmm.',
        textRaw: 'Mm-hmm.',
        start: 9,
        end: 10,
      },
    ]);
    expect(result).toMatchObject({
      sourceFormat: 'plain_text',
      needsConfirmation: true,
      skipped: PARSED.skipped,
      guessedTitle: 'A title',
      guessedDate: '2026-03-12',
    });
    expect(result.speakers.map((s) => s.utteranceCount)).toEqual([1, 1, 1]);
  });

  it('applies confirmed roles, also swapped ones, and leaves the given list as it is', () => {
    const swapped = applyRoles(result.utterances, [
      { label: 'Maria', role: 'client' },
      { label: 'Ben', role: 'coach' },
    ]);
    expect(swapped.map((u) => u.speakerType)).toEqual(['client', 'coach', null]);
    expect(result.utterances.map((u) => u.speakerType)).toEqual(['coach', 'client', null]);
  });

  it('gives single utterances another speaker', () => {
    const moved = reassignUtterances(result.utterances, new Map([[3, 'Maria']]));
    expect(moved.map((u) => [u.speakerLabel, u.speakerType])).toEqual([
      ['Maria', 'coach'],
      ['Ben', 'client'],
      ['Maria', null],
    ]);
    expect(applyRoles(moved, result.speakers)[2]?.speakerType).toBe('coach');
  });
});

import { guessDate, guessTitle } from './guess-title-date';

describe('title and date of a session', () => {
  it.each([
    ['GMT20260312-150312_Recording.transcript.vtt', null, '2026-03-12'],
    ['2026-03-12 Session with Ana.docx', 'Session with Ana', '2026-03-12'],
    ['Session with Ana - 2026_03_12 10_00 GMT - Notes by Gemini.docx', 'Session with Ana', '2026-03-12'],
    ['Session with Ana (2026-03-12 at 10_02 GMT+1) - Transcript.docx', 'Session with Ana', '2026-03-12'],
    ['Ana and Maria-20260312_100312-Meeting Recording.vtt', 'Ana and Maria', '2026-03-12'],
    ['C:\\fakepath\\Ana 12 March 2026.txt', 'Ana', '2026-03-12'],
    ['Mar 12, 2026 - Intake call.pdf', 'Intake call', '2026-03-12'],
    ['Sitzung 12.03.2026.txt', 'Sitzung', '2026-03-12'],
    ['coaching 31-12-2025.txt', 'Coaching', '2025-12-31'],
    ['Ana 03-04-2026.txt', 'Ana', null],
    ['Ana 2026-02-30.txt', null, null],
    ['Ana 1899-02-03.txt', null, null],
    ['Room 20991231.txt', null, null],
    ['audio_transcript.vtt', null, null],
    ['8b0c2f4e-1f2a-4d0b-9a57-3f1f9b1f6a10.vtt', null, null],
    ['session_3_otter_ai.txt', 'Session 3', null],
  ])('reads %s', (name, title, date) => {
    expect(guessDate(name, null, [])).toBe(date);
    if (title !== null || date !== null) expect(guessTitle(name, null, [])).toBe(title);
  });

  it('prefers the name somebody gave the file, then what the source states, then its heading', () => {
    const heading = ['Ana and Maria - Transcript', 'Thu, Mar 12, 2026 10:03AM • 45:12'];
    expect(guessDate('2026-01-02 Talk.txt', '2026-05-06T10:00:00Z', heading)).toBe('2026-01-02');
    expect(guessDate('talk.txt', '2026-05-06T10:00:00Z', heading)).toBe('2026-05-06');
    expect(guessDate('talk.txt', null, heading)).toBe('2026-03-12');
    expect(guessDate(null, 1773309600000, [])).toBe('2026-03-12');
    expect(guessTitle('Our third talk.txt', 'Stated title', heading)).toBe('Our third talk');
    expect(guessTitle('talk.txt', 'Stated title', heading)).toBe('Stated title');
    expect(guessTitle(null, null, heading)).toBe('Ana and Maria');
    expect(guessTitle(null, null, ['Attendees', '29m 10s', 'Ben went home.'])).toBeNull();
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../domain/assemble';
import { parseTranscript } from './parse-transcript';

const NOBODY = { coachName: null, coachEmail: null, clientName: null, clientEmail: null };
const SAID = [
  'Good to see you again. What would you like to be different by the end of our hour?',
  'Um, I keep saying yes to things. I- I said yes to the the budget review on Friday.',
  'Mm-hmm.',
  "So here's the thing: nobody asked me twice.",
  'What stopped you from taking a day to think?',
  "I was worried they would think I can't cope.",
];
const EXACT = [2.1, 8, 14.9, 16, 20.5, 25.2];
const WHOLE = [2, 8, 14, 16, 20, 25];
const NAMES = ['Maria Lindqvist', 'Ben Okafor'] as const;
const CAPITALS = ['MARIA LINDQVIST', 'BEN OKAFOR'] as const;

interface Expected {
  format: string;
  labels: readonly [string, string];
  starts?: (number | null)[];
  /** `code:count` of what was skipped. */
  skipped?: string[];
  date?: string;
  title?: string;
}

/** Every sample holds the same six turns of one conversation. */
const SAMPLES: Record<string, Expected> = {
  'zoom.vtt': { format: 'zoom_vtt', labels: NAMES, starts: EXACT },
  'teams.vtt': { format: 'teams_vtt', labels: NAMES, starts: EXACT, skipped: ['note.comment:3'] },
  'webex.vtt': { format: 'webex_vtt', labels: NAMES, starts: EXACT },
  'labelled.srt': { format: 'srt', labels: NAMES, starts: EXACT, skipped: ['speech.none:1'] },
  'captions.sbv': { format: 'sbv', labels: CAPITALS, starts: EXACT },
  'otter.txt': { format: 'otter_txt', labels: NAMES, starts: WHOLE, skipped: ['page.boilerplate:1'] },
  'otter-with-summary.txt': {
    format: 'otter_txt',
    labels: NAMES,
    starts: WHOLE,
    skipped: ['page.boilerplate:1', 'header.text:6'],
    date: '2026-03-12',
    title: 'Session with Ben',
  },
  'meet.txt': {
    format: 'meet_txt',
    labels: NAMES,
    starts: [0, null, null, null, 20, null],
    skipped: ['notes.section:12', 'page.boilerplate:2', 'header.text:2'],
    date: '2026-03-12',
    title: 'Ben and Maria',
  },
  'recall.json': {
    format: 'recall_json',
    labels: NAMES,
    starts: EXACT,
    skipped: ['item.no_text:1'],
    date: '2026-03-12',
  },
  'fireflies.json': {
    format: 'fireflies_json',
    labels: NAMES,
    starts: EXACT,
    date: '2026-03-12',
    title: 'Ben and Maria',
  },
  'rev.json': { format: 'rev_json', labels: NAMES, starts: EXACT },
  'assemblyai.json': { format: 'assemblyai_json', labels: ['Speaker A', 'Speaker B'], starts: EXACT },
  'attendee.json': { format: 'attendee_json', labels: NAMES, starts: EXACT, skipped: ['item.no_text:1'] },
  'vexa.json': {
    format: 'vexa_json',
    labels: NAMES,
    starts: EXACT,
    skipped: ['item.draft:1'],
    date: '2026-03-12',
  },
  'deepgram-utterances.json': {
    format: 'deepgram_json',
    labels: ['Speaker 0', 'Speaker 1'],
    starts: EXACT,
    date: '2026-03-12',
  },
  'deepgram-paragraphs.json': {
    format: 'deepgram_json',
    labels: ['Speaker 0', 'Speaker 1'],
    starts: EXACT,
    date: '2026-03-12',
  },
  'meet-rest.json': {
    format: 'meet_json',
    labels: ['Participant 1', 'Participant 2'],
    starts: [0, 5.9, 12.8, 13.9, 18.4, 23.1],
    date: '2026-03-12',
  },
  'captions.json': { format: 'subsrt_json', labels: CAPITALS, starts: EXACT, skipped: ['speech.none:1'] },
  'generic.json': {
    format: 'generic_json',
    labels: NAMES,
    starts: EXACT,
    date: '2026-03-12',
    title: 'Ben and Maria',
  },
  'generic-milliseconds.json': { format: 'generic_json', labels: NAMES, starts: EXACT },
  'lines.jsonl': { format: 'jsonl', labels: NAMES, starts: EXACT },
  'coach-client.txt': {
    format: 'plain_text',
    labels: ['Coach', 'Client'],
    skipped: ['header.text:2'],
    date: '2026-03-12',
  },
  'dashes.txt': { format: 'plain_text', labels: ['Coach', 'Client'] },
  'stamped.txt': { format: 'plain_text', labels: NAMES, starts: WHOLE },
  'rev-style.txt': { format: 'otter_txt', labels: NAMES, starts: WHOLE },
  'brackets.txt': { format: 'plain_text', labels: ['Maria', 'Ben'] },
  'name-lines.txt': { format: 'plain_text', labels: NAMES },
  'name-then-time.txt': { format: 'plain_text', labels: NAMES, starts: WHOLE },
  'markdown.txt': {
    format: 'plain_text',
    labels: NAMES,
    skipped: ['header.text:1'],
    title: 'Session with Ben',
  },
  'utf16.txt': { format: 'plain_text', labels: NAMES },
  'windows-1252.txt': { format: 'plain_text', labels: ['Maria Sjöberg', 'Ben Müller'] },
};

const read = async (name: string) => parseTranscript(readFileSync(join(__dirname, 'fixtures', name)), name);

describe('formats', () => {
  it.each(Object.entries(SAMPLES))('reads %s', async (name, expected) => {
    const parsed = await read(name);
    const { utterances, guessedDate, guessedTitle, skipped } = assemble(parsed, NOBODY);
    expect(parsed.sourceFormat).toBe(expected.format);
    expect(utterances.map((u) => u.textRaw.replace(/’/g, "'"))).toEqual(SAID);
    expect(utterances.map((u) => u.speakerLabel)).toEqual([0, 1, 0, 1, 0, 1].map((i) => expected.labels[i]));
    expect(utterances.map((u) => u.start)).toEqual(expected.starts ?? SAID.map(() => null));
    expect(skipped.map((part) => `${part.code}:${part.count}`)).toEqual(expected.skipped ?? []);
    expect(guessedDate).toBe(expected.date ?? null);
    if (expected.title) expect(guessedTitle).toBe(expected.title);
    expect(utterances[1]?.textClean).toBe(
      'I keep saying yes to things. I said yes to the budget review on Friday.',
    );
  });

  it.each([
    ['whisper.json', 'whisper_json', EXACT],
    ['unlabelled-timed.txt', 'srt', EXACT],
    ['unlabelled.txt', 'plain_text', SAID.map(() => null)],
  ])('reads %s, which names nobody, without joining sentences', async (name, format, starts) => {
    const result = assemble(await read(name), NOBODY);
    expect(result.sourceFormat).toBe(format);
    expect(result.utterances.map((u) => u.textRaw)).toEqual(SAID);
    expect(result.utterances.map((u) => u.start)).toEqual(starts);
    expect(result.speakers).toEqual([
      { label: 'Unknown speaker', role: null, confidence: 0, utteranceCount: 6 },
    ]);
    expect(result.needsConfirmation).toBe(true);
  });

  it('reads captions that roll up, each line once', async () => {
    const { utterances, skipped } = assemble(await read('rolling.vtt'), NOBODY);
    expect(utterances.map((u) => u.textRaw)).toEqual(['what would you like from today', 'a way to say no']);
    expect(skipped).toEqual([expect.objectContaining({ code: 'cue.repeated', count: 2 })]);
  });

  it('reads what is there of a file that breaks off, and says so', async () => {
    const { utterances, skipped } = assemble(await read('cut-off.vtt'), NOBODY);
    expect(utterances.map((u) => u.textRaw)).toEqual(SAID.slice(0, 5));
    expect(skipped.map((part) => part.code)).toEqual(['cue.truncated']);
  });

  it('knows the host and the e-mail address that Recall gives', async () => {
    const { segments } = await read('recall.json');
    expect(segments[0]).toMatchObject({ isHost: true, email: 'maria@example.org' });
    expect(segments[1]?.isHost).toBeUndefined();
  });
});

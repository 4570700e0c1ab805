import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyseFile, type Analysis, AnalysisError } from './analysis';
import { buildReport } from './build-report';
import { jsonReport } from './json-report';
import { renderMarkdown } from './render-markdown';

const TALK = `WEBVTT

00:00:01.000 --> 00:00:04.000
Jo Blake: What would you like to take from today?

00:00:05.000 --> 00:00:12.000
Nadia Farrow: I want to stop working every evening. I'm exhausted, and I feel guilty about my daughter.

00:00:13.000 --> 00:00:16.000
Jo Blake: It is wearing you out, and you feel guilty on top of it.

00:00:17.000 --> 00:00:24.000
Nadia Farrow: Yes. I never thought about it like that. I keep going because I think I'm not good enough.

00:00:25.000 --> 00:00:28.000
Jo Blake: What is one step you would like to take this week?

00:00:29.000 --> 00:00:36.000
Nadia Farrow: I'll leave the laptop at the office on Tuesday, and I'll tell my team tomorrow.
`;

describe('analyseFile', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'analyze-'));
    file = join(folder, 'talk.vtt');
    await writeFile(file, TALK);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });
  const run = (name = file): Promise<Analysis> =>
    analyseFile({ file: name, coach: 'Jo', client: null, format: 'json' });

  it('writes JSON in snake case with the promised fields', async () => {
    const document = JSON.parse(jsonReport(await run())) as Record<string, unknown> & {
      utterances: Record<string, unknown>[];
      insight: Record<string, unknown>;
      shift: Record<string, unknown>;
    };
    expect(Object.keys(document)).toEqual(
      expect.arrayContaining([
        'source_format',
        'utterances',
        'signals',
        'shift',
        'insight',
        'skipped',
        'speakers',
      ]),
    );
    expect(document.utterances).toHaveLength(6);
    expect(document.utterances[1]).toMatchObject({
      sequence_number: 2,
      speaker_type: 'client',
      start: 5,
      end: 12,
    });
    expect(Object.keys(document.utterances[1] ?? {})).toEqual(
      expect.arrayContaining(['text', 'codes', 'emotion']),
    );
    expect(document.insight).toMatchObject({
      key_themes: expect.any(Array),
      action_items: expect.any(Array),
    });
    expect(document.shift).toHaveProperty('scores');
    const keys = JSON.stringify(document).match(/"[A-Za-z_]+":/g) ?? [];
    expect(keys.filter((key) => /[A-Z]/.test(key))).toEqual([]);
  });

  it('quotes nothing in the report that was not said', async () => {
    const analysis = await run();
    const said = analysis.coded.utterances.map((utterance) => utterance.text);
    for (const block of buildReport(analysis)) {
      if (block.kind === 'quote') expect(said.some((text) => text.includes(block.text))).toBe(true);
    }
    expect(renderMarkdown(buildReport(analysis))).toContain('Leave the laptop at the office');
  });

  it.each([
    ['no-such-file.vtt', 'file.not_found'],
    ['', 'file.is_a_folder'],
  ])('refuses %j with its code', async (name, code) => {
    await expect(run(join(folder, name))).rejects.toMatchObject({ code });
  });

  it('passes on why a transcript cannot be read', async () => {
    const empty = join(folder, 'empty.txt');
    await writeFile(empty, '');
    await expect(run(empty)).rejects.toBeInstanceOf(AnalysisError);
    await expect(run(empty)).rejects.toMatchObject({ code: 'transcript.empty' });
  });
});

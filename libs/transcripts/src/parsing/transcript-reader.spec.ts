import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TranscriptReader } from './transcript-reader';

const PEOPLE = { coachName: 'Maria Lindqvist', coachEmail: null, clientName: null, clientEmail: null };
const TALK = Buffer.from('Maria: How was your week?\nBen: Long.\n');

/** Workers that do in a real thread what a hostile file would make the real one do. */
const WORKERS = {
  echo: 'module.exports = async (task) => ({ transcript: { sourceFormat: typeof task.text, utterances: [], bytes: task.bytes?.byteLength } });',
  refuse:
    "module.exports = async () => ({ refused: { code: 'transcript.scanned_pdf', message: 'Said by the thread.' } });",
  crash: "module.exports = async () => { throw new TypeError('a defect'); };",
  hang: 'module.exports = () => { for (;;); };',
  heap: 'module.exports = () => { const all = []; for (;;) all.push(new Array(1000).fill(Math.random())); };',
  buffers:
    'module.exports = () => { const all = []; for (;;) all.push(Buffer.alloc(16 * 1024 * 1024, 1)); };',
};

describe('TranscriptReader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'transcript-reader-'));
  const worker = (name: keyof typeof WORKERS): string => {
    const file = join(folder, `${name}.cjs`);
    writeFileSync(file, WORKERS[name]);
    return file;
  };
  const open: TranscriptReader[] = [];
  const reader = (...options: ConstructorParameters<typeof TranscriptReader>): TranscriptReader => {
    const made = new TranscriptReader(...options);
    open.push(made);
    return made;
  };
  afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a file and pasted text', async () => {
    const here = reader({ workerFile: null });
    const file = await here.read(TALK, '2026-03-12 Session with Ben.txt', PEOPLE);
    expect(file.utterances.map((u) => [u.speakerLabel, u.speakerType, u.textClean])).toEqual([
      ['Maria', 'coach', 'How was your week?'],
      ['Ben', 'client', 'Long.'],
    ]);
    expect([file.guessedTitle, file.guessedDate]).toEqual(['Session with Ben', '2026-03-12']);
    expect((await here.readText(TALK.toString(), PEOPLE)).utterances).toEqual(file.utterances);
  });

  it('hands the thread a copy and leaves the caller its bytes', async () => {
    const bytes = Buffer.from(TALK);
    await expect(reader({ workerFile: worker('echo') }).read(bytes, null, PEOPLE)).resolves.toMatchObject({
      bytes: TALK.length,
    });
    expect(bytes.equals(TALK)).toBe(true);
  });

  it('keeps code and sentence of a refusal across the thread', async () => {
    await expect(reader({ workerFile: worker('refuse') }).read(TALK, null, PEOPLE)).rejects.toMatchObject({
      name: 'TranscriptError',
      code: 'transcript.scanned_pdf',
      kind: 'unsupported',
      message: 'Said by the thread.',
    });
  });

  it('does not pass a defect off as a refusal', async () => {
    await expect(reader({ workerFile: worker('crash') }).read(TALK, null, PEOPLE)).rejects.toThrow(
      'a defect',
    );
  });

  it('stops a file that takes too long, and reads the next one', async () => {
    const slow = reader({ workerFile: worker('hang'), timeoutMs: 300, maxThreads: 1 });
    await expect(slow.read(TALK, null, PEOPLE)).rejects.toMatchObject({
      code: 'transcript.timeout',
      kind: 'too_large',
    });
    await expect(slow.read(TALK, null, PEOPLE)).rejects.toMatchObject({ code: 'transcript.timeout' });
  });

  it('survives a thread that runs out of heap', async () => {
    const greedy = reader({ workerFile: worker('heap'), maxHeapMb: 24 });
    await expect(greedy.read(TALK, null, PEOPLE)).rejects.toMatchObject({
      code: 'transcript.memory_exceeded',
    });
  });

  it('stops a thread that fills memory outside its heap', async () => {
    const greedy = reader({ workerFile: worker('buffers'), maxGrowthMb: 200 });
    await expect(greedy.read(TALK, null, PEOPLE)).rejects.toMatchObject({
      code: 'transcript.memory_exceeded',
    });
  });

  it('refuses more than its queue holds', async () => {
    const busy = reader({ workerFile: worker('hang'), timeoutMs: 400, maxThreads: 1, maxQueue: 1 });
    const results = await Promise.allSettled([1, 2, 3].map(() => busy.read(TALK, null, PEOPLE)));
    const codes = results.map((result) =>
      result.status === 'rejected' ? (result.reason as { code: string }).code : 'read',
    );
    expect(codes).toEqual(['transcript.timeout', 'transcript.timeout', 'transcript.busy']);
  });

  it('refuses empty and oversized files before any thread starts', async () => {
    const here = reader({ workerFile: worker('hang') });
    await expect(here.read(Buffer.alloc(0), null, PEOPLE)).rejects.toMatchObject({
      code: 'transcript.empty',
    });
    await expect(here.read(Buffer.alloc(10 * 1024 * 1024 + 1), null, PEOPLE)).rejects.toMatchObject({
      code: 'transcript.too_large',
    });
    await expect(here.readText('a'.repeat(10 * 1024 * 1024 + 1), PEOPLE)).rejects.toMatchObject({
      code: 'transcript.too_large',
    });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaUnderCurve, bootstrapInterval, calibrationError, f1Scores } from '../evaluation/metrics';
import { decodeWeights, encodeWeights, tensorOf, toFloats } from '../model/weights-file';
import { readAnnomi, stripPunctuation } from './annomi';
import { fitPreference, fitTemperature } from './calibration';
import { assignFolds } from './folds';
import { readGoEmotions } from './goemotions';
import { fitLogistic } from './logistic';

describe('readAnnomi', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annomi-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('resolves several annotators by majority and keeps the order of utterances', () => {
    const header =
      'mi_quality,transcript_id,video_title,video_url,topic,utterance_id,interlocutor,timestamp,utterance_text,annotator_id,' +
      'therapist_input_exists,therapist_input_subtype,reflection_exists,reflection_subtype,question_exists,question_subtype,' +
      'main_therapist_behaviour,client_talk_type';
    const coach = (annotator: number, behaviour: string, question: string): string =>
      `low,7,t,https://v/1,x,0,therapist,00:00:01,"So, what now?",${annotator},False,,False,,${question === '' ? 'False' : 'True'},${question},${behaviour},`;
    const rows = [
      'low,7,t,https://v/1,x,1,client,00:00:02,No idea.,1,,,,,,,,sustain',
      coach(1, 'other', ''),
      coach(2, 'question', 'open'),
      coach(3, 'question', 'open'),
    ];
    writeFileSync(join(folder, 'a.csv'), [header, ...rows].join('\n'));
    const [dialogue] = readAnnomi(join(folder, 'a.csv'));
    expect(dialogue?.quality).toBe('low');
    expect(dialogue?.utterances.map(({ speakerType, text }) => [speakerType, text])).toEqual([
      ['coach', 'So, what now?'],
      ['client', 'No idea.'],
    ]);
    expect(dialogue?.labels[0]).toMatchObject({
      behaviour: 'question',
      question: 'open',
      reflection: null,
      annotators: 3,
    });
    expect(dialogue?.labels[0]?.behaviourVotes[0]).toBeCloseTo(2 / 3);
    expect(dialogue?.labels[1]).toMatchObject({ behaviour: null, talk: 'sustain' });
  });

  it('strips punctuation and case but not apostrophes', () => {
    expect(stripPunctuation("Well... I'm [laughs] okay-ish, right?")).toBe("well i'm okay ish right");
  });

  it('reads GoEmotions with several labels', () => {
    writeFileSync(join(folder, 'g.tsv'), 'What a day\t3,17\tid1\n\nbroken line\nFine\t27\tid2\n');
    expect(readGoEmotions(join(folder, 'g.tsv'))).toEqual([
      { text: 'What a day', labels: [3, 17] },
      { text: 'Fine', labels: [27] },
    ]);
  });
});

describe('fitLogistic', () => {
  it('finds the log-odds of a constant', () => {
    const w = fitLogistic({
      x: {
        rows: 4,
        columns: 1,
        starts: Int32Array.of(0, 1, 2, 3, 4),
        indexes: Int32Array.of(0, 0, 0, 0),
        values: Float32Array.of(1, 1, 1, 1),
      },
      targets: Float32Array.of(1, 0, 0, 1, 0, 1, 0, 1),
      classes: 2,
      weights: Float32Array.of(1, 1, 1, 1),
      l2: Float32Array.of(0),
    });
    expect(w[1]! - w[0]!).toBeCloseTo(Math.log(3), 2);
  });
});

describe('calibration', () => {
  it('cools certainties that are too high', () => {
    const bold = Array.from({ length: 100 }, () => [0.99, 0.01]);
    const labels = bold.map((_, i) => (i < 70 ? 0 : 1));
    expect(fitTemperature(bold, labels)).toBeGreaterThan(2);
  });

  it('prefers a rare class that is often the second guess', () => {
    const p = [
      ...Array.from({ length: 50 }, () => [0.9, 0.1]),
      ...Array.from({ length: 10 }, () => [0.55, 0.45]),
    ];
    const labels = p.map((_, i) => (i < 50 ? 0 : 1));
    const [first, second] = fitPreference(
      p,
      labels,
      p.map(() => true),
    );
    expect((second ?? 0) / (first ?? 1)).toBeGreaterThan(0.55 / 0.45);
  });
});

describe('metrics', () => {
  it('computes F1 per class and their mean', () => {
    const { macro, perClass, support } = f1Scores([0, 0, 1, 1], [0, 1, 1, 1], 2);
    expect(perClass[0]).toBeCloseTo(2 / 3);
    expect(perClass[1]).toBeCloseTo(0.8);
    expect(macro).toBeCloseTo((2 / 3 + 0.8) / 2);
    expect(support).toEqual([2, 2]);
  });

  it('computes the area under the curve with ties', () => {
    expect(areaUnderCurve([0.9, 0.5, 0.5, 0.1], [true, true, false, false])).toBeCloseTo(0.875);
    expect(areaUnderCurve([1], [true])).toBe(0.5);
  });

  it('computes the calibration error', () => {
    expect(calibrationError([0.8, 0.8, 0.8, 0.8, 0.8], [true, true, true, true, false])).toBeCloseTo(0);
    expect(calibrationError([0.9, 0.9], [false, true])).toBeCloseTo(0.4);
  });

  it('draws whole sources, always the same', () => {
    const items = Array.from({ length: 40 }, (_, i) => ({ source: String(i % 4), value: i % 4 }));
    const mean = (sample: readonly { value: number }[]): number =>
      sample.reduce((sum, { value }) => sum + value, 0) / sample.length;
    const interval = bootstrapInterval(items, ({ source }) => source, mean);
    expect(interval).toEqual(bootstrapInterval(items, ({ source }) => source, mean));
    expect(interval.low).toBeLessThan(1.5);
    expect(interval.high).toBeGreaterThan(1.5);
    // Four sources leave far more doubt than forty independent items would.
    expect(interval.high - interval.low).toBeGreaterThan(1);
  });
});

describe('folds and files', () => {
  it('never splits a source', () => {
    const sources = ['a', 'b', 'a', 'c', 'd', 'b'];
    const folds = assignFolds(sources, 3, 1);
    expect([...folds.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(assignFolds([...sources].reverse(), 3, 1)).toEqual(folds);
  });

  it('writes and reads weights with a rounding error of half a step', () => {
    const values = Float32Array.from({ length: 30 }, (_, i) => Math.sin(i) * (i % 3 === 0 ? 100 : 0.01));
    const file = decodeWeights(
      encodeWeights('v', { a: 1 }, [
        { name: 'x', type: 'i8', rows: 10, columns: 3, values },
        { name: 'h', type: 'i32', rows: 2, columns: 1, values: Int32Array.of(-5, 2 ** 31 - 1) },
      ]),
    );
    expect(file.meta).toEqual({ a: 1 });
    expect([...tensorOf(file, 'h').values]).toEqual([-5, 2 ** 31 - 1]);
    toFloats(tensorOf(file, 'x')).forEach((value, i) => {
      expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual((i % 3 === 0 ? 100 : 0.01) / 127 / 2 + 1e-6);
    });
    expect(() => decodeWeights(Buffer.from('nonsense'))).toThrow('Not a weights file');
  });
});

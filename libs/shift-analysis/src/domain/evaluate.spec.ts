import { evaluateShift } from './evaluate';
import type { ShiftLabel } from './evaluate';
import { scoresOf } from './evaluate-counting';
import { sessionOf } from './testing/sessions';

const session = sessionOf([
  ['coach', 'Hello. Where would you like to start today?', 'question_open'],
  ['client', "I'm scared of the review and I can't sleep.", 'emotion', 'struggle'],
  ['coach', 'It sounds as though you are really scared of that review.', 'reflection_complex'],
  ['client', "I am. I'll ring Jo tonight and ask her to sit in.", 'commitment'],
]);

const label = (
  annotator: string,
  coach: Record<string, string[]>,
  client: Record<string, string[]> = {},
): ShiftLabel => ({
  transcript: 1,
  annotator,
  coach,
  client,
});

describe('evaluateShift', () => {
  const labels = [
    label(
      'A',
      { '0': ['H+invite_decision'], '2': ['S+label_feeling'] },
      { '1': ['C_emotion'], '3': ['C_commitment'] },
    ),
    label('B', { '2': ['S+label_feeling'] }, { '1': ['C_emotion', 'C_struggle'], '3': ['C_commitment'] }),
    label('C', { '3': ['S+label_feeling'], '2': ['F+driver'] }, { '1': ['C_emotion'] }),
  ];
  const figures = evaluateShift([{ transcript: 1, session }], labels);

  it('judges what was found by any annotator and by the majority, one utterance either way', () => {
    expect(figures.per_code['S+label_feeling']).toEqual({
      precision: 1,
      precision_any: 1,
      recall: 1,
      f1: 1,
      n: 1,
      found: 1,
    });
    expect(figures.per_code['H+invite_decision']).toMatchObject({
      precision: 0,
      precision_any: 1,
      n: 0,
      found: 1,
    });
    expect(figures.signals_shown).toBe(2);
    expect(figures.precision_at_shown).toBe(0.5);
    expect(figures.precision_at_shown_any).toBe(1);
    expect(figures.majority_moments_found).toBe(1);
    expect(figures.principle_macro_f1).toBe(1);
  });

  it('measures one annotator by the other two', () => {
    // A: label is B's and C's (±1), invite is nobody's. B: label. C: label (±1), driver is nobody's.
    expect(figures.annotator_reference.precision_majority).toBeCloseTo((0.5 + 1 + 0.5) / 3);
  });

  it('scores client flags at the utterance itself', () => {
    expect(figures.client_flags['C_emotion']).toMatchObject({ precision: 1, recall: 1, n: 1 });
    expect(figures.client_flags['C_commitment']).toMatchObject({ precision: 1, recall: 1, n: 1 });
    expect(figures.client_flags['C_struggle']).toMatchObject({
      precision: 0,
      precision_any: 1,
      n: 0,
      found: 1,
    });
  });

  it('answers with zeros for no labelled dialogue', () => {
    expect(evaluateShift([{ transcript: 9, session }], labels)).toMatchObject({
      dialogues: 0,
      signals_shown: 0,
      precision_at_shown: 0,
      principle_macro_f1: 0,
    });
  });
});

const at = (id: number) => [{ code: 'S+x', ids: [id] }];

const scoresFor = (id: number) =>
  scoresOf([{ found: at(id), readings: [at(5), at(5), []] }], (mark) => mark.code);

describe('scoresOf', () => {
  it('counts a mark two utterances away as a miss', () => {
    expect(scoresFor(6)['S+x']).toMatchObject({ precision: 1, recall: 1 });
    expect(scoresFor(7)['S+x']).toMatchObject({ precision: 0, recall: 0, n: 1, found: 1 });
  });
});

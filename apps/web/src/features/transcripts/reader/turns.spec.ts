import type { Utterance } from '~/api/types';
import { emotionLine } from './emotion';
import { mergeTurns } from './turns';

function utterance(sequence: number, change: Partial<Utterance>): Utterance {
  return {
    id: `id-${sequence}`,
    sequence_number: sequence,
    speaker_type: 'coach',
    speaker_label: 'Ada',
    text_clean: 'Go on.',
    text_raw: 'Go on.',
    timestamp_min: null,
    timestamp_sec: null,
    start: null,
    end: null,
    codes: [],
    emotion: null,
    ...change,
  };
}

describe('mergeTurns', () => {
  it('gathers what one person says in a row, and keeps the order', () => {
    const turns = mergeTurns([
      utterance(1, { start: 3 }),
      utterance(2, {}),
      utterance(3, { speaker_type: 'client', speaker_label: 'Bo' }),
      utterance(4, {}),
    ]);
    expect(turns.map((turn) => turn.utterances.map(({ sequence_number }) => sequence_number))).toEqual([
      [1, 2],
      [3],
      [4],
    ]);
    expect(turns[0]?.start).toBe(3);
  });

  it('keeps two people of the same role apart', () => {
    const client = (sequence: number, label: string) =>
      utterance(sequence, { speaker_type: 'client', speaker_label: label });
    expect(mergeTurns([client(1, 'Bo'), client(2, 'Cy')])).toHaveLength(2);
  });
});

describe('emotionLine', () => {
  const said = (sequence: number, valence: number, intensity = 0.8) =>
    utterance(sequence, {
      speaker_type: 'client',
      emotion: { label: 'relief', certainty: 0.7, valence, intensity },
    });

  it('is not drawn where the words suggest nothing', () => {
    expect(emotionLine([utterance(1, {}), said(2, 0.1, 0.05)])).toBeNull();
  });

  it('moves with the client only, and without a break', () => {
    const line = emotionLine([said(1, -0.6), utterance(2, {}), said(3, 0.7)]);
    const steps = [1, 2, 3].map((sequence) => line?.get(sequence));
    expect(steps[0]?.to).toBeLessThan(0);
    expect(steps[1]).toMatchObject({ from: steps[0]?.to, to: steps[0]?.to, label: null });
    expect(steps[2]?.from).toBe(steps[1]?.to);
    expect(steps[2]?.to).toBeGreaterThan(steps[1]?.to ?? 0);
  });
});

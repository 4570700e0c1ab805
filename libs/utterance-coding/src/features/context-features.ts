import type { SpeakerType } from '../domain/types';

/** The first stage's judgement of one utterance. */
export interface FirstStage {
  speakerType: SpeakerType;
  /** Raw columns of the linear model (coach: see `COACH_COLUMNS`; client: talk). */
  columns: Float64Array;
  /** Probabilities: coach behaviour (4) or client talk (3). */
  probabilities: Float64Array;
}

const CLASSES = { coach: 4, client: 3 } as const;

/** Sums of the first stage's probabilities over a session, from which its style is told. */
export interface SessionSums {
  coach: Float64Array;
  client: Float64Array;
  coachTurns: number;
  clientTurns: number;
}

export function sumSession(stages: readonly (FirstStage | null)[]): SessionSums {
  const sums: SessionSums = {
    coach: new Float64Array(4),
    client: new Float64Array(3),
    coachTurns: 0,
    clientTurns: 0,
  };
  for (const stage of stages) {
    if (!stage || stage.speakerType === 'other') continue;
    const into = sums[stage.speakerType];
    stage.probabilities.forEach((p, k) => {
      into[k] = into[k]! + p;
    });
    if (stage.speakerType === 'coach') sums.coachTurns += 1;
    else sums.clientTurns += 1;
  }
  return sums;
}

/**
 * Inputs of the second stage for utterance `i`: its own judgement, those of the nearest turns of either speaker before
 * and after, the session's style without itself, its dense features and its emotions.
 */
export function contextFeatures(
  i: number,
  stages: readonly (FirstStage | null)[],
  sums: SessionSums,
  dense: Float32Array,
  emotions: Float64Array,
): Float32Array {
  const own = stages[i]!;
  const type = own.speakerType === 'coach' ? 'coach' : 'client';
  const other = type === 'coach' ? 'client' : 'coach';
  const out: number[] = Array.from(own.columns, (x) => Math.max(-4, Math.min(4, x)));
  for (const [speaker, step] of [
    [other, -1],
    [other, 1],
    [type, -1],
    [type, 1],
  ] as const) {
    const near = nearest(stages, i, step, speaker);
    if (near) out.push(...near.probabilities, 1);
    else out.push(...new Float64Array(CLASSES[speaker] + 1));
  }
  for (const speaker of ['coach', 'client'] as const) {
    const turns = speaker === 'coach' ? sums.coachTurns : sums.clientTurns;
    const without = speaker === type ? 1 : 0;
    sums[speaker].forEach((sum, k) => {
      const rest = without ? sum - own.probabilities[k]! : sum;
      // Five turns' worth of "nothing known" keeps short sessions near the middle.
      out.push((rest + 5 / CLASSES[speaker]) / (turns - without + 5));
    });
  }
  out.push(Math.log(Math.max(1, sums.coachTurns + sums.clientTurns)) / 5);
  return Float32Array.from([...out, ...dense, ...emotions]);
}

function nearest(
  stages: readonly (FirstStage | null)[],
  from: number,
  step: 1 | -1,
  speaker: SpeakerType,
): FirstStage | null {
  for (let i = from + step; i >= 0 && i < stages.length; i += step) {
    const stage = stages[i];
    if (stage && stage.speakerType === speaker) return stage;
  }
  return null;
}

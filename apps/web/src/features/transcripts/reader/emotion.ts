import type { Utterance } from '~/api/types';

/** One stretch of the emotion line: from where it came to where it goes, -1 (heavy) .. 1 (light). */
export interface EmotionStep {
  from: number;
  to: number;
  /** What the language of this utterance suggests; `null` where it suggests nothing of its own. */
  label: string | null;
}

/** The client's emotion line over the utterances. Where the coach speaks it goes on as it was. */
export function emotionLine(utterances: readonly Utterance[]): Map<number, EmotionStep> | null {
  const steps = new Map<number, EmotionStep>();
  let value = 0;
  let any = false;
  for (const { sequence_number, speaker_type, emotion } of utterances) {
    const own = speaker_type === 'client' ? emotion : null;
    const to = own ? value + (own.valence - value) * Math.max(0.35, own.intensity) : value;
    const clear = own !== null && own.label !== 'neutral' && own.intensity >= 0.3;
    if (clear) any = true;
    steps.set(sequence_number, {
      from: value,
      to,
      label: clear ? own.label.replaceAll('_', ' ') : null,
    });
    value = to;
  }
  return any ? steps : null;
}

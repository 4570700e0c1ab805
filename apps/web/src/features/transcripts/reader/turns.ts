import type { SpeakerRole, Utterance } from '~/api/types';

/** What one person says before another speaks: shown under one name. */
export interface Turn {
  key: string;
  speakerLabel: string;
  speakerType: SpeakerRole | null;
  start: number | null;
  utterances: Utterance[];
}

/** Consecutive utterances of one speaker, gathered. */
export function mergeTurns(utterances: readonly Utterance[]): Turn[] {
  const turns: Turn[] = [];
  for (const utterance of utterances) {
    const last = turns.at(-1);
    if (
      last &&
      last.speakerLabel === utterance.speaker_label &&
      last.speakerType === utterance.speaker_type
    ) {
      last.utterances.push(utterance);
    } else {
      turns.push({
        key: utterance.id,
        speakerLabel: utterance.speaker_label,
        speakerType: utterance.speaker_type,
        start: utterance.start,
        utterances: [utterance],
      });
    }
  }
  return turns;
}

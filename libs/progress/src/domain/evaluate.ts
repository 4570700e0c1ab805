import type { CodedSession } from '@app/utterance-coding';
import { observe } from './observe';
import type { Stance } from './types';

/** One annotator's reading of one dialogue; utterance ids count from 0. */
export interface StanceLabel {
  transcript: number;
  client: Record<string, string[]>;
}

export interface StanceFigures {
  precision: number;
  recall: number;
  f1: number;
  /** Utterances the majority flagged. */
  n: number;
}

/** Which client flags of the annotation guide a stance answers to. Outcomes have no flag. */
const FLAGS: Record<string, { stances: readonly Stance[]; flags: readonly string[] }> = {
  plan: { stances: ['plan'], flags: ['C_commitment'] },
  struggle: { stances: ['struggle'], flags: ['C_struggle', 'C_emotion'] },
  reflection: { stances: ['reflection'], flags: ['C_insight', 'C_contradiction', 'C_emotion'] },
  any: {
    stances: ['plan', 'struggle', 'reflection', 'intent'],
    flags: ['C_commitment', 'C_struggle', 'C_emotion', 'C_insight', 'C_contradiction'],
  },
};

/**
 * Observation stances against the client flags of annotated dialogues, same utterance, majority of annotators. An
 * observation has one stance where an utterance may carry several flags: recall of single stances is bounded by that.
 */
export function evaluateStances(
  dialogues: readonly { transcript: number; session: CodedSession }[],
  labels: readonly StanceLabel[],
): Record<string, StanceFigures> {
  const figures: Record<string, StanceFigures> = {};
  for (const [name, { stances, flags }] of Object.entries(FLAGS)) {
    let hits = 0;
    let shown = 0;
    let marked = 0;
    for (const { transcript, session } of dialogues) {
      const annotators = labels.filter((label) => label.transcript === transcript);
      const isMarked = (number: number): boolean =>
        annotators.filter(({ client }) =>
          (client[String(number - 1)] ?? []).some((flag) => flags.includes(flag)),
        ).length *
          2 >
        annotators.length;
      const found = new Set(
        observe(session)
          .filter(({ stance }) => stances.includes(stance))
          .map(({ quoteUtterance }) => quoteUtterance),
      );
      const truth = session.utterances.map(({ sequenceNumber }) => sequenceNumber).filter(isMarked);
      shown += found.size;
      marked += truth.length;
      hits += truth.filter((number) => found.has(number)).length;
    }
    const precision = shown === 0 ? 0 : hits / shown;
    const recall = marked === 0 ? 0 : hits / marked;
    figures[name] = {
      precision,
      recall,
      f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
      n: marked,
    };
  }
  return figures;
}

import { MOST_DELTA, type Observation } from '../types';
import { stem, termsOf } from './terms';

/** What something a client works towards is about: stems with their weight. */
export type Topic = ReadonlyMap<string, number>;

const TITLE_WEIGHT = 1;
const DESCRIPTION_WEIGHT = 0.8;
/** A name in a goal ("Callum") tells more than a common word. */
const NAME_BONUS = 0.4;
const CONTEXT_SHARE = 0.5;

/** Links below this similarity are not made. Chosen on hand-labelled links, see `docs/analysis.md`. */
export const LEAST_SIMILARITY = 0.6;

/** The topic of a goal or milestone, from its title and description. */
export function topicOf(title: string, description: string | null): Topic {
  const weights = new Map<string, number>();
  const names = new Set(
    [...`${title} . ${description ?? ''}`.matchAll(/(?<![.!?]\s{0,2})(?<!^)\b\p{Lu}\p{Ll}{2,}/gu)].map(
      (match) => stem(match[0].toLowerCase()),
    ),
  );
  const add = (text: string, weight: number): void => {
    for (const term of termsOf(text)) {
      if (!weights.has(term)) weights.set(term, weight + (names.has(term) ? NAME_BONUS : 0));
    }
  };
  add(title, TITLE_WEIGHT);
  if (description) add(description, DESCRIPTION_WEIGHT);
  return weights;
}

/**
 * How far a moment is about a topic, 0 .. 1: shared content stems, those of the utterance itself in full, those only
 * said around it by half. A moment whose own words share nothing is about it only when what surrounds it says so twice.
 */
export function similarity(topic: Topic, terms: readonly string[], contextTerms: readonly string[]): number {
  let own = 0;
  let around = 0;
  const seen = new Set<string>();
  for (const term of terms) {
    seen.add(term);
    own += topic.get(term) ?? 0;
  }
  for (const term of contextTerms) if (!seen.has(term)) around += topic.get(term) ?? 0;
  const score = own > 0 || around >= 1.5 ? own + CONTEXT_SHARE * around : 0;
  return Math.round((1 - Math.exp(-score)) * 1000) / 1000;
}

/** What one moment adds to or takes from a goal at full certainty and similarity, by what the client does with it. */
function stepOf({ stance, achieved, valence }: Pick<Observation, 'stance' | 'achieved' | 'valence'>): number {
  switch (stance) {
    case 'outcome':
      return achieved === 'done'
        ? 0.1
        : achieved === 'partly'
          ? 0.05
          : achieved === 'not_done'
            ? -0.05
            : valence * 0.05;
    case 'plan':
      return 0.03;
    case 'intent':
      return 0.01;
    case 'reflection':
      return 0.015;
    case 'struggle':
      return -0.025;
  }
}

/** The delta of a link, −0.10 .. 0.10 in steps of 0.001. */
export function deltaOf(
  observation: Pick<Observation, 'stance' | 'achieved' | 'valence' | 'certainty'>,
  similar: number,
): number {
  const raw = stepOf(observation) * observation.certainty * similar;
  return Math.max(-MOST_DELTA, Math.min(MOST_DELTA, Math.round(raw * 1000) / 1000));
}

/** Shared part of two sets of stems, against the smaller one: 0 .. 1. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const [smaller, larger] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  if (smaller.length === 0) return 0;
  return smaller.filter((term) => larger.has(term)).length / smaller.length;
}

import { termsOf } from './text/terms';
import type { Stance } from './types';

/** What a suggestion is drawn from: what the client says they want or plan, linked to no goal. */
export interface Stated {
  sessionId: string;
  /** `YYYY-MM-DD` of the session. */
  date: string;
  observationId: string;
  stance: Stance;
  quote: string;
  quoteUtterance: number;
  utteranceId: string;
}

export interface GoalSuggestion {
  /** The stem the statements share; names the suggestion for good. */
  key: string;
  /** The client's own words for it, the clearest statement. */
  quote: string;
  sessionCount: number;
  statements: Stated[];
}

/** A client "keeps" stating something from the third session on. */
export const FEWEST_STATED = 3;

/** Words written like a name within a sentence: people and places are no goals. */
const peopleIn = (quote: string): Set<string> =>
  new Set(
    [...quote.matchAll(/(?<=[\p{Ll},;] )\p{Lu}\p{Ll}+/gu)]
      .map((match) => match[0].toLowerCase())
      .filter((word) => !word.endsWith('day')),
  );

/**
 * Goals a client keeps stating that nobody tracks: stems that recur in wishes and plans over at least three sessions
 * and belong to no goal. `taken` holds the stems of the goals there are and of suggestions already answered.
 * Statements are given in order of time. Deterministic: ties go to the earlier and then to the alphabet.
 */
export function suggestGoals(
  statements: readonly Stated[],
  taken: ReadonlySet<string>,
  names: ReadonlySet<string>,
): GoalSuggestion[] {
  const byTerm = new Map<string, Stated[]>();
  for (const stated of statements) {
    for (const term of termsOf(stated.quote, peopleIn(stated.quote))) {
      if (taken.has(term) || names.has(term)) continue;
      byTerm.set(term, [...(byTerm.get(term) ?? []), stated]);
    }
  }
  const candidates = [...byTerm]
    .map(([key, list]) => ({ key, list, sessions: new Set(list.map(({ sessionId }) => sessionId)).size }))
    .filter(({ sessions }) => sessions >= FEWEST_STATED)
    .toSorted((a, b) => b.sessions - a.sessions || b.list.length - a.list.length || (a.key < b.key ? -1 : 1));
  const used = new Set<string>();
  const suggestions: GoalSuggestion[] = [];
  for (const { key, list, sessions } of candidates) {
    // One matter under two words ("swimming", "pool") is suggested once.
    if (list.filter(({ observationId }) => used.has(observationId)).length * 2 > list.length) continue;
    for (const { observationId } of list) used.add(observationId);
    const first = list.toSorted(
      (a, b) => (a.stance === 'intent' ? 0 : 1) - (b.stance === 'intent' ? 0 : 1),
    )[0];
    suggestions.push({ key, quote: first?.quote ?? '', sessionCount: sessions, statements: list });
  }
  return suggestions;
}

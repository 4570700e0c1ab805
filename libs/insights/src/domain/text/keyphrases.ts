import type { Line, SessionView } from '../session-view';
import { stem } from './content-words';
import { namedFeelings } from './feelings';
import { TOPICAL_NOUNS, TOPICS } from './theme-topics';
import { modifies, NounSense, tokensOf } from './noun-sense';
import { textRank } from './text-rank';

/** A theme: a readable noun phrase and the client's or coach's lines that speak of it. */
export interface Theme {
  phrase: string;
  stems: ReadonlySet<string>;
  /** Indices into `SessionView.lines`, ascending. */
  lines: number[];
  score: number;
  /** A matter people work on (a behaviour, a feeling, work, family …), not a thing that happened to be mentioned. */
  topical: boolean;
}

interface Phrase {
  words: string[];
  lines: Set<number>;
  count: number;
  weight: number;
}

/** Too general, or no noun phrase, to stand as a theme. */
const VAGUE = new Set([
  'distress',
  'being torn',
  'being stuck',
  'irritation',
  'joy',
  'calm',
  'energy',
  'weariness',
  'hope',
  'nervousness',
]);

/**
 * Three to five themes of a session as readable, lower-case noun phrases, the weightiest first; fewer, down to none,
 * when little is said twice. Candidates are runs of content words that end in a noun (known by how this session uses
 * the word), ranked by TextRank, frequency, spread over the session and the client's share; variants are merged.
 */
export function findThemes(view: SessionView, names: readonly (string | null)[], most = 5): Theme[] {
  const spoken = view.lines.filter((line) => !line.backchannel);
  if (spoken.length === 0) return [];
  const nameWords = new Set(names.flatMap((name) => name?.toLowerCase().split(/\s+/) ?? []));
  const perLine = spoken.map((line) => ({ line, clauses: tokensOf(line) }));
  const clauses = perLine.flatMap((entry) => entry.clauses);
  const sense = new NounSense(clauses);
  const ranks = textRank(clauses);
  const phrases = new Map<string, Phrase>();
  const add = (words: string[], line: Line, weight: number): void => {
    const key = words.map(stem).join(' ');
    const phrase = phrases.get(key) ?? { words, lines: new Set<number>(), count: 0, weight: 0 };
    // The form said most briefly reads best ("email" before "emails" only if it came first).
    phrase.lines.add(line.index);
    phrase.count += 1;
    phrase.weight += weight;
    phrases.set(key, phrase);
  };
  for (const { line, clauses: own } of perLine) {
    const weight = line.coach ? 0.6 : 1;
    for (const clause of own) {
      for (let i = 0; i < clause.length; i++) {
        for (let length = 1; length <= 3 && i + length <= clause.length; length++) {
          const run = clause.slice(i, i + length);
          if (run.some((token) => !token.candidate || nameWords.has(token.word))) break;
          const last = run.at(-1);
          if (!last || !sense.isNoun(last.word)) continue;
          if (length > 1 && run.slice(0, -1).some((token) => !modifies(token, sense))) continue;
          add(
            run.map((token) => token.word),
            line,
            weight,
          );
        }
      }
    }
    for (const [topic, pattern] of TOPICS) {
      for (const _ of line.lower.matchAll(pattern)) add(topic.split(' '), line, weight * 1.2);
    }
    for (const feeling of namedFeelings(line.lower)) {
      if (!line.coach && !VAGUE.has(feeling.noun)) add(feeling.noun.split(' '), line, weight);
    }
  }
  return pick([...phrases.values()], ranks, view, most);
}

function properNames(view: SessionView): Set<string> {
  const inside = new Map<string, number>();
  for (const line of view.lines) {
    for (const match of line.text.matchAll(/(?<=[\p{Ll},;]\s)(\p{Lu}[\p{L}]+)(?:['\u2019]s)?/gu)) {
      const word = (match[1] ?? '').toLowerCase();
      inside.set(word, (inside.get(word) ?? 0) + 1);
    }
  }
  for (const line of view.lines)
    for (const word of line.text.match(/\b\p{Ll}[\p{L}]+/gu) ?? []) inside.delete(word);
  return new Set(inside.keys());
}

interface Scored {
  text: string;
  stems: Set<string>;
  lines: number[];
  score: number;
  topical: boolean;
  solid: boolean;
}

function weigh(phrase: Phrase, ranks: ReadonlyMap<string, number>, view: SessionView): Scored {
  const text = phrase.words.join(' ');
  const lines = [...phrase.lines].sort((a, b) => a - b);
  const total = Math.max(1, view.lines.length);
  const quarters = new Set(lines.map((line) => Math.min(3, Math.floor((4 * line) / total)))).size;
  const clientShare = lines.filter((line) => view.lines[line]?.coach === false).length / lines.length;
  const rank =
    phrase.words.reduce((sum, word) => sum + (ranks.get(stem(word)) ?? 0.6), 0) / phrase.words.length;
  const behaviour = TOPIC_NAMES.has(text);
  const topical = behaviour || FEELING_NOUNS.has(text) || TOPICAL_NOUNS.has(phrase.words.at(-1) ?? '');
  const base =
    Math.log2(1 + phrase.weight) *
    Math.sqrt(Math.min(4, rank)) *
    (0.7 + 0.3 * quarters) *
    (0.4 + 0.6 * clientShare);
  return {
    text,
    stems: new Set(phrase.words.map(stem)),
    lines: clientShare > 0 ? lines : [],
    score: base * (phrase.words.length > 1 && !behaviour ? 1.3 : 1) * (behaviour ? 2.2 : topical ? 1.7 : 0.8),
    topical,
    // A passing thing needs to come back more often than a matter one works on.
    solid: topical || (phrase.words.length > 1 ? lines.length >= 3 : lines.length >= 5 && quarters >= 3),
  };
}

const TOPIC_NAMES = new Set(TOPICS.map(([topic]) => topic));
const FEELING_NOUNS = new Set(
  'anxiety worry fear overwhelm stress frustration anger resentment sadness grief loneliness shame embarrassment guilt disappointment discouragement hopelessness powerlessness hurt exhaustion dread pride excitement relief gratitude confidence'.split(
    ' ',
  ),
);

function pick(
  phrases: Phrase[],
  ranks: ReadonlyMap<string, number>,
  view: SessionView,
  most: number,
): Theme[] {
  const names = properNames(view);
  const scored = phrases
    .filter((phrase) => phrase.lines.size >= 2 && !phrase.words.some((word) => names.has(word)))
    .map((phrase) => weigh(phrase, ranks, view))
    .filter((phrase) => phrase.lines.length > 0)
    .sort((a, b) => b.score - a.score || a.text.localeCompare(b.text));
  const themes: Theme[] = [];
  const take = (phrase: Scored): void => {
    const related = themes.find((theme) => [...phrase.stems].some((part) => theme.stems.has(part)));
    if (related) {
      // A variant adds its lines to the theme that already stands for it.
      for (const line of phrase.lines) if (!related.lines.includes(line)) related.lines.push(line);
      related.lines.sort((a, b) => a - b);
    } else if (themes.length < most) {
      themes.push({
        phrase: phrase.text,
        stems: phrase.stems,
        lines: [...phrase.lines],
        score: phrase.score,
        topical: phrase.topical,
      });
    }
  };
  for (const phrase of scored) if (phrase.solid) take(phrase);
  // Short sessions return to little: three passing things are better than a single theme, if they came up three times.
  for (const phrase of scored)
    if (!phrase.solid && themes.length < 3 && phrase.lines.length >= 3) take(phrase);
  const best = themes[0]?.score ?? 0;
  return themes.filter((theme, i) => i < 3 || theme.score > best * 0.3);
}

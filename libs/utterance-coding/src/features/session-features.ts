import type { CodableUtterance } from '../domain/types';
import { denseFeatures, type TurnContext } from './dialogue-features';
import { HashList } from './hashing';
import { pushLetterRuns, pushMarkedRuns, pushNeighbours, pushWordRuns } from './ngrams';
import { toUnits, type TextUnits } from './units';

/** Everything the models read of one utterance. Hashes are distinct and ascending. */
export interface UtteranceFeatures {
  turn: TurnContext;
  /** The words themselves, in runs of one to three. */
  words: Int32Array;
  /** Runs of letters within the words. */
  letters: Int32Array;
  /** Words beside punctuation; read only when the session has punctuation. */
  marked: Int32Array;
  /** The neighbouring turns. */
  neighbours: Int32Array;
}

/**
 * Describes every utterance of a session in its context. The whole session is at hand, so the turn after an utterance
 * is used as well as the one before.
 */
export function describeSession(utterances: readonly CodableUtterance[]): UtteranceFeatures[] {
  const units = utterances.map((utterance) => toUnits(utterance.text));
  const list = new HashList();
  const letterCache = new Map<string, Int32Array>();
  const take = (fill: () => void): Int32Array => {
    list.clear();
    fill();
    return list.distinct();
  };
  return utterances.map((utterance, i) => {
    const own = units[i] as TextUnits;
    const turn: TurnContext = {
      speakerType: utterance.speakerType,
      units: own,
      before: neighbour(utterances, units, i, -1),
      after: neighbour(utterances, units, i, 1),
      recentContent: recentClientContent(utterances, units, i),
      position: utterances.length > 1 ? i / (utterances.length - 1) : 0,
      fromStart: i,
      fromEnd: utterances.length - 1 - i,
    };
    return {
      turn,
      words: take(() => pushWordRuns(own, list)),
      letters: take(() => pushLetterRuns(own, list, letterCache)),
      marked: take(() => pushMarkedRuns(own, list)),
      neighbours: take(() => pushNeighbours(turn.before, turn.after, list)),
    };
  });
}

/** Number features of a described utterance; see `denseFeatures`. */
export function denseOf(features: UtteranceFeatures, marks: boolean): Float32Array {
  return denseFeatures(features.turn, marks);
}

/**
 * Whether a session's punctuation can be relied on: at least one question mark among the coach's utterances, and
 * sentence marks at the ends of most longer utterances. Speech recognisers often leave one or both out.
 */
export function hasReliablePunctuation(features: readonly UtteranceFeatures[]): boolean {
  let longer = 0;
  let ended = 0;
  let questions = 0;
  for (const { turn } of features) {
    questions += turn.units.questionMarks;
    if (turn.units.words.length < 3) continue;
    longer += 1;
    if (turn.units.sentenceMarks.some((mark) => mark !== 0)) ended += 1;
  }
  return questions > 0 && ended >= longer * 0.5;
}

/** The nearest turn of another speaker on one side; the utterances between belong to the speaker's own turn. */
function neighbour(
  utterances: readonly CodableUtterance[],
  units: readonly TextUnits[],
  from: number,
  step: 1 | -1,
): TextUnits | null {
  const own = utterances[from]?.speakerType;
  for (let i = from + step; i >= 0 && i < utterances.length; i += step) {
    const type = utterances[i]?.speakerType;
    if (type !== own && type !== 'other') return units[i] as TextUnits;
  }
  return null;
}

function recentClientContent(
  utterances: readonly CodableUtterance[],
  units: readonly TextUnits[],
  before: number,
): Set<string> {
  const recent = new Set<string>();
  let turns = 0;
  for (let i = before - 1; i >= 0 && turns < 3; i -= 1) {
    if (utterances[i]?.speakerType !== 'client') continue;
    turns += 1;
    for (const word of (units[i] as TextUnits).content) recent.add(word);
  }
  return recent;
}

import type { Findings } from '../context';
import { coachBefore, type Line } from '../session-view';
import { namedFeelings, readingNoun } from '../text/feelings';
import { evidenceOf, inMarks, quoteAround, quoteOf, weavable, type Quote } from '../text/quotes';
import type { EmotionalShift } from '../types';

/** Fewest client lines with content, and fewest with feeling in either part, before a shift is spoken of. */
const LEAST_LINES = 8;
const LEAST_FEELING = 2;
const LEAST_CHANGE = 0.22;

const COURTESY = /\b(?:how are you|anything else|thank you|good to see you|any (?:other )?questions)\b/;

interface Mood {
  line: Line;
  /** -1 .. 1 */
  value: number;
  felt: boolean;
  /** The client put a feeling into words; a reading alone is not enough to speak of a state. */
  named: boolean;
  noun: string | null;
  at: number;
}

function moodOf(line: Line): Mood {
  const named = namedFeelings(line.lower);
  const { emotion } = line.utterance;
  const words = named.reduce((sum, feeling) => sum + (feeling.pleasant ? 1 : -1), 0);
  const fromWords = named.length > 0 ? Math.max(-1, Math.min(1, words)) * 0.8 : 0;
  const fromReading = emotion.valence * emotion.intensity;
  const strongest = named.find((feeling) => feeling.pleasant === fromWords > 0) ?? named[0];
  return {
    line,
    value: named.length > 0 ? 0.6 * fromWords + 0.4 * fromReading : fromReading,
    felt: named.length > 0 || (emotion.intensity >= 0.5 && Math.abs(emotion.valence) >= 0.2),
    named: named.length > 0,
    noun: strongest?.noun ?? readingNoun(emotion, 0.45),
    at: strongest?.at ?? 0,
  };
}

function average(moods: readonly Mood[]): number {
  let sum = 0;
  let weights = 0;
  for (const mood of moods) {
    const weight = Math.min(2, Math.sqrt(mood.line.words / 10)) * (mood.felt ? 1.5 : 0.5);
    sum += mood.value * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}

function strongest(moods: readonly Mood[], pleasant: boolean): Mood | null {
  const sign = pleasant ? 1 : -1;
  const fitting = moods.filter(
    (mood) =>
      mood.named && mood.felt && mood.noun !== null && mood.value * sign > 0.05 && mood.line.words >= 5,
  );
  return fitting.sort((a, b) => b.value * sign - a.value * sign || b.line.words - a.line.words)[0] ?? null;
}

function quoteFor(mood: Mood): Quote {
  return mood.at > 0 ? quoteAround(mood.line, mood.at, 22) : quoteOf(mood.line, 22);
}

/**
 * The turn in the client's emotional language over the session, or none. The session is cut where the mean before and
 * the mean after differ most (both parts long enough); only a clear change with feeling words on both sides counts.
 */
export function emotionalShifts(found: Findings): EmotionalShift[] {
  const { view, naming } = found;
  const moods = view.clientContent.map(moodOf);
  if (moods.length < LEAST_LINES) return [];
  const margin = Math.max(3, Math.floor(moods.length / 5));
  let turn = -1;
  let change = 0;
  for (let cut = margin; cut <= moods.length - margin; cut++) {
    const difference = average(moods.slice(cut)) - average(moods.slice(0, cut));
    if (Math.abs(difference) > Math.abs(change)) {
      change = difference;
      turn = cut;
    }
  }
  if (turn < 0 || Math.abs(change) < LEAST_CHANGE) return [];
  const before = moods.slice(0, turn);
  const after = moods.slice(turn);
  if (
    before.filter((mood) => mood.felt).length < LEAST_FEELING ||
    after.filter((mood) => mood.felt).length < LEAST_FEELING
  )
    return [];
  const brighter = change > 0;
  const early = moods.slice(0, Math.ceil(moods.length * 0.55));
  const late = moods.slice(Math.floor(moods.length * 0.6));
  const start = strongest(
    before.filter((mood) => early.includes(mood)),
    !brighter,
  );
  const end = strongest(
    after.filter((mood) => late.includes(mood)),
    brighter,
  );
  if (!start || !end || start.noun === null || end.noun === null || start.noun === end.noun) return [];
  // A dip in the middle is no shift: the last quarter has to show it too.
  const closing = average(moods.slice(Math.floor(moods.length * 0.72)));
  const opening = average(moods.slice(0, Math.ceil(moods.length / 2)));
  if (brighter ? closing < opening + 0.1 : closing > opening - 0.2 || closing > -0.08) return [];
  const startQuote = quoteFor(start);
  const endQuote = quoteFor(end);
  if (!weavable(startQuote.text) || !weavable(endQuote.text) || startQuote.text === endQuote.text) return [];
  const turningLine = after[0]?.line ?? end.line;
  // What the coach said before the line that shows the new state; before the turn itself if that is nearer.
  const cause = coachBefore(view, end.line.index - turningLine.index <= 6 ? turningLine : end.line);
  const causeQuote = cause && cause.words >= 5 && !COURTESY.test(cause.lower) ? quoteOf(cause, 26) : null;
  const catalyst =
    causeQuote && weavable(causeQuote.text)
      ? `Just before, ${naming.coach} said: ${inMarks(causeQuote.text)}.`
      : 'No single moment stands out in the transcript.';
  return [
    {
      initialState: `Language suggests ${start.noun}: ${inMarks(startQuote.text)}.`,
      finalState: `Language suggests ${end.noun}: ${inMarks(endQuote.text)}.`,
      shiftDescription: brighter
        ? `${naming.Possessive} words move from ${start.noun} towards ${end.noun}.`
        : `${naming.Possessive} words grow heavier, from ${start.noun} to ${end.noun}.`,
      catalyst,
      ...evidenceOf([startQuote, endQuote, ...(causeQuote && weavable(causeQuote.text) ? [causeQuote] : [])]),
    },
  ];
}

import type { CodedSession } from '@app/utterance-coding';
import { outcomeOf } from './outcome-cues';
import { certaintyOf, isQuoted, type Line, linesOf, quoteAt, sentenceAt } from './text/lines';
import { namesOf, termsOf } from './text/terms';
import type { Achieved, Observation, Stance } from './types';

/** Below this an outcome is more likely a story than a report. */
const LEAST_OUTCOME = 0.6;
const FEWEST_WORDS = 3;
const LEANING = 15;

const WANTS =
  /\bi(?:'d| would) (?:really |quite |just |also )*(?:like|love|rather|prefer|want)\b|\bi (?:really |just |still |do |also |honestly )*(?:want|need|wish|hope|mean|intend) (?:to|it|that|this|someone|somebody)\b|\bi (?:have|ought|'ve got) to (?!admit|say)\b|\bmy goal\b|\bi'm hoping\b|\bget back (?:to|into)\b/g;
/** Said as an aim, whatever the talk around it. */
const AIMS =
  /\bi (?:really |just |do |still )*want to (?:be|stop|start|get|say|learn|have|become|leave|do|find)\b|\bi'd (?:really )?like to (?:be|stop|start|get|learn|leave|have)\b|\bmy goal\b/;
const PLANS =
  /\bi(?:'ll| will)\s+(?!never\b|be honest|tell you|say\b|just tell)|\bi(?:'m| am) (?:not )?(?:going to|gonna)\b|\bi(?:'ve| have) decided\b|\bi plan to\b|\bi promise\b/g;
const STRUGGLES =
  /\bi (?:really |just |still )*(?:can't|couldn't|cannot|struggle|keep|don't know how|haven't|failed|folded|forget)\b|\b(?:hard|difficult|stuck|impossible|overwhelm\w*|exhausted|tired|scared|afraid|ashamed|guilty|alone|lonely|sick|awful|horrible|discouraged|failing|cross|angry|resentful|hate|dread\w*)\b/g;
const REFLECTS =
  /\bi(?:'ve)? (?:just |never |hadn't |only |now |suddenly )*(?:reali[sz]ed?|noticed|see|understood|thought|put)\b|\bbecause\b|\bpart of me\b|\bi think\b|\bit's (?:like|that|not that|the same)\b|\bmaybe\b|\bi feel\b|\bi felt\b/g;

interface Reading {
  stance: Stance;
  achieved: Achieved | null;
  certainty: number;
  at: number;
}

/** Where a pattern first matches in the client's own words, −1 when nowhere; inside quotation marks only if `anywhere`. */
function firstMatch(pattern: RegExp, line: Line, anywhere = true): number {
  for (const match of line.lower.matchAll(pattern))
    if (anywhere || !isQuoted(line, match.index)) return match.index;
  return -1;
}

/** What the client does with this line, empty when it says nothing of their way. */
function read(line: Line, asked: Line | null, position: number): Reading[] {
  const talk = line.utterance.talk;
  const { emotion } = line.utterance;
  const outcome = outcomeOf(line, asked, position);
  const commitment = certaintyOf(line, 'commitment');
  const planAt = firstMatch(PLANS, line, false);
  const wantAt = firstMatch(WANTS, line, false);
  const isFeeling = certaintyOf(line, 'emotion') > 0;
  const change = talk?.change ?? 0;
  const sustain = talk?.sustain ?? 0;
  const readings: Reading[] = [];
  const add = (stance: Stance, certainty: number, at: number, achieved: Achieved | null = null): void => {
    readings.push({ stance, achieved, certainty: Math.min(0.99, certainty), at: Math.max(0, at) });
  };
  if (outcome && outcome.certainty >= LEAST_OUTCOME)
    add('outcome', outcome.certainty, outcome.at, outcome.achieved);
  if (commitment >= 0.6 || (commitment > 0 && (planAt >= 0 || change >= 0.5)))
    add('plan', Math.max(commitment, change), planAt);
  else if (planAt >= 0 && (change >= 0.6 || /\bi will\b/.test(line.lower)))
    add('plan', Math.max(0.5, change * 0.9), planAt);
  if (wantAt >= 0 && change >= 0.3 && sustain < 0.45) add('intent', Math.max(change, 0.5), wantAt);
  else if (wantAt >= 0 && AIMS.test(line.lower) && sustain < 0.45) add('intent', 0.55, wantAt);
  const insight = Math.max(certaintyOf(line, 'insight'), certaintyOf(line, 'ambivalence') * 0.95);
  if (insight > 0) add('reflection', insight, firstMatch(REFLECTS, line));
  const struggle = certaintyOf(line, 'struggle');
  const heavy = isFeeling && emotion.valence < -0.15;
  if (struggle > 0 || heavy)
    add(
      'struggle',
      Math.max(struggle, heavy ? certaintyOf(line, 'emotion') * 0.9 : 0),
      firstMatch(STRUGGLES, line),
    );
  else if (isFeeling) add('reflection', certaintyOf(line, 'emotion') * 0.85, firstMatch(REFLECTS, line));
  else if (sustain >= 0.55) add('struggle', sustain, firstMatch(STRUGGLES, line));
  // A report or a plan says more about the way than the feeling it is told with.
  const order: Stance[] = ['outcome', 'plan', 'reflection', 'struggle', 'intent'];
  const weight = (reading: Reading): number =>
    reading.certainty + (reading.stance === 'outcome' || reading.stance === 'plan' ? 0.2 : 0);
  const [first, ...others] = readings.toSorted(
    (a, b) => weight(b) - weight(a) || order.indexOf(a.stance) - order.indexOf(b.stance),
  );
  if (!first) return [];
  // "I left by six three times. I will get back to swimming": a report, and a plan of its own.
  const isAhead = ({ stance }: Reading): boolean => stance === 'plan' || stance === 'intent';
  const second = others.find(
    (other) =>
      ((first.stance === 'outcome' && isAhead(other)) || (isAhead(first) && other.stance === 'outcome')) &&
      sentenceAt(line, other.at).start !== sentenceAt(line, first.at).start,
  );
  return second ? [first, second].toSorted((a, b) => a.at - b.at) : [first];
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function valenceOf({ stance, achieved }: Reading, valence: number): number {
  if (stance === 'outcome' && achieved === 'done') return Math.max(valence, 0.3);
  if (stance === 'outcome' && achieved === 'not_done') return Math.min(valence, -0.3);
  if (stance === 'struggle') return Math.min(valence, -0.1);
  return valence;
}

/** The client's moments in a session: what they report, plan, want, struggle with and see. In spoken order. */
export function observe(session: CodedSession): Observation[] {
  const lines = linesOf(session);
  const names = namesOf(session.coachName, session.clientName);
  const found: Observation[] = [];
  let asked: Line | null = null;
  let before: Line | null = null;
  for (const line of lines) {
    if (line.coach) {
      if (line.words >= 3) asked = line;
      continue;
    }
    if (line.words < FEWEST_WORDS) continue;
    for (const reading of read(line, asked, lines.length > 1 ? line.index / (lines.length - 1) : 0)) {
      const terms = termsOf(line.text, names);
      // A short answer leans on what was said before it; a long one speaks for itself.
      const leansOn = line.words < LEANING ? [asked, before] : [asked];
      const around = leansOn.flatMap((other) =>
        other && line.index - other.index <= 4 ? termsOf(other.text, names) : [],
      );
      const { valence, intensity } = line.utterance.emotion;
      found.push({
        stance: reading.stance,
        achieved: reading.achieved,
        valence: round(Math.max(-1, Math.min(1, valenceOf(reading, valence)))),
        intensity: round(Math.max(0, Math.min(1, intensity))),
        certainty: round(reading.certainty),
        utterances: [line.number],
        quote: quoteAt(line, reading.at),
        quoteUtterance: line.number,
        terms,
        contextTerms: [...new Set(around)].filter((term) => !terms.includes(term)),
      });
    }
    before = line;
  }
  return found;
}

import { countWords, splitClauses, splitSentences } from '@app/utterance-coding';
import {
  certaintyOf,
  clientAnswer,
  coachBefore,
  position,
  type Line,
  type SessionView,
} from '../session-view';
import { actionPhrase, isAnaphoric, type ActionPhrase } from '../text/action-phrase';
import { resolved } from '../text/antecedents';
import { contentStems, overlap } from '../text/content-words';
import { quoteAround, type Naming, type Quote } from '../text/quotes';
import { bestTimePhrase } from '../text/time-phrase';
import {
  ACCEPTS,
  AGENDA,
  ASKS_HABIT,
  ASSENTS,
  CARRIES_ON,
  CLAUSE_START,
  CONDITION,
  CONSEQUENCE,
  ELICITS,
  EMPHATIC,
  GRADES,
  HABIT,
  HEDGE,
  IN_SESSION,
  INNER_SPEECH,
  PRESCRIPTIONS,
  REFUSES,
  RELUCTANT,
  RESTATEMENT,
  STEP_ASKED,
} from './commitment-language';

/** Something the client said they would do, or that the coach set and the client answered. */
export interface Commitment {
  /** Infinitive phrase in third person, lower case. */
  phrase: string;
  timeline: string | null;
  /** How strong the commitment language is, 0..1. */
  strength: number;
  /** Who first named the step. */
  origin: 'client' | 'coach';
  /** The client took it up in words of their own (always true for `client`). */
  accepted: boolean;
  line: Line;
  quotes: Quote[];
  stems: Set<string>;
  /** The coach said the client's step back; its wording is usually the fuller one. */
  restated: boolean;
}

interface Opening {
  at: number;
  verbAt: number;
  strength: number;
}

/** Places in a client's line where commitment language opens, with its strength. */
function openings(line: Line): Opening[] {
  const found: Opening[] = [];
  for (const [strength, pattern] of GRADES) {
    for (const match of line.lower.matchAll(pattern)) {
      const verbAt = match.index + match[0].length;
      const known = found.find(
        (other) => Math.abs(other.verbAt - verbAt) < 3 || (match.index <= other.at && verbAt > other.at),
      );
      if (known) known.strength = Math.min(known.strength, strength);
      else found.push({ at: match.index, verbAt, strength });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Whether the coach asked for a plan within the last words before a line. */
function wasElicited(view: SessionView, line: Line): boolean {
  let coach = 0;
  for (let i = line.index - 1; i >= 0 && line.index - i <= 6 && coach < 2; i--) {
    const other = view.lines[i];
    if (!other?.coach || other.backchannel) continue;
    coach += 1;
    if (ELICITS.test(other.lower) && !AGENDA.test(other.lower)) return true;
  }
  return false;
}

function sentenceBounds(lower: string, at: number): { start: number; end: number } {
  const start = Math.max(...['.', '?', '!'].map((mark) => lower.lastIndexOf(mark, at - 1))) + 1;
  const stop = lower.slice(at).search(/[.?!](?:\s|$|["\u201d])/);
  return { start, end: stop < 0 ? lower.length : at + stop + 1 };
}

function speaksOfAPlan(view: SessionView, line: Line, opening: Opening, elicited: boolean): boolean {
  const { start, end } = sentenceBounds(line.lower, opening.at);
  const lead = line.lower.slice(start, opening.at);
  if (line.lower[end - 1] === '?') return false;
  if (!CLAUSE_START.test(lead) || (line.utterance.talk?.sustain ?? 0) > 0.6) return false;
  if (INNER_SPEECH.test(lead) || CONSEQUENCE.test(lead) || CONDITION.test(lead)) return false;
  if ((line.lower.slice(0, opening.at).match(/["\u201c\u201d]/g)?.length ?? 0) % 2 === 1) return false;
  if (HABIT.test(line.lower.slice(start, opening.verbAt)) && !elicited) return false;
  const asked = coachBefore(view, line);
  if (asked && ASKS_HABIT.test(asked.lower) && !elicited) return false;
  const coded = certaintyOf(line, 'commitment');
  // What is said while two people are still getting acquainted is a plan for life, not a step from this session.
  if (view.lines.length > 60 && position(view, line) < 0.15) return false;
  // Weak wording counts as a step only as an answer to the coach's asking, or late where the coder hears commitment.
  if (opening.strength < 0.5) return elicited || (coded > 0 && position(view, line) > 0.5);
  return elicited || coded > 0 || position(view, line) >= 0.4;
}

function clientCommitments(
  view: SessionView,
  naming: Naming,
): { items: Commitment[]; pointers: { line: Line; at: number; strength: number }[] } {
  const items: Commitment[] = [];
  const pointers: { line: Line; at: number; strength: number }[] = [];
  for (const line of view.clientContent) {
    const elicited = wasElicited(view, line);
    let previousEnd = 0;
    for (const opening of openings(line)) {
      if (!speaksOfAPlan(view, line, opening, elicited)) continue;
      const spoken = line.text.slice(opening.verbAt);
      const phrase = actionPhrase(spoken, naming);
      if (!phrase) {
        if (isAnaphoric(spoken) && opening.strength >= 0.5)
          pointers.push({ line, at: opening.at, strength: opening.strength });
        continue;
      }
      if ((opening.strength < 0.5 && /^\s*be able to\b/i.test(spoken)) || CARRIES_ON.test(phrase.phrase))
        continue;
      const resolvedPhrase = resolved(view, line, phrase.phrase, [naming.name, naming.coach]);
      const { start, end } = sentenceBounds(line.lower, opening.at);
      const timeline =
        phrase.timeline ??
        bestTimePhrase(line.text.slice(start, end))?.text ??
        briefTime(line, end) ??
        timeAfter(view, line);
      const previous = items.at(-1);
      const between = previous?.line === line ? line.lower.slice(previousEnd, opening.at) : '';
      if (
        previous &&
        /^[^.?!]*?,? and (?:then )?(?:maybe )?$/.test(between) &&
        countWords(`${previous.phrase} ${phrase.phrase}`) <= 16 &&
        !previous.phrase.includes(' and ')
      ) {
        // "I'll ring her and I'll tell her": one step in two breaths.
        previous.phrase = `${previous.phrase} and ${phrase.phrase}`;
        previous.stems = stepStems(previous.phrase);
        previous.timeline ??= timeline;
        previousEnd = opening.verbAt;
        continue;
      }
      previousEnd = opening.verbAt;
      items.push({
        phrase: resolvedPhrase,
        timeline,
        strength: strengthOf(line, opening, { ...phrase, timeline }, elicited),
        origin: 'client',
        accepted: true,
        line,
        quotes: [quoteAround(line, opening.at)],
        stems: stepStems(resolvedPhrase),
        restated: false,
      });
    }
  }
  return { items: [...items, ...bareAnswers(view, naming, items)], pointers };
}

/** "What's a first step?" "Maybe just walk past his desk.": a plan answered without any "I will". */
function bareAnswers(view: SessionView, naming: Naming, known: readonly Commitment[]): Commitment[] {
  return view.clientContent.flatMap((line): Commitment[] => {
    const asked = coachBefore(view, line);
    if (!asked || line.index - asked.index > 2 || !STEP_ASKED.test(asked.lower) || AGENDA.test(asked.lower))
      return [];
    if (known.some((item) => item.line === line)) return [];
    const sentence = splitSentences(line.text).find((part) => countWords(part.text) >= 3);
    if (!sentence || sentence.text.endsWith('?')) return [];
    const spoken = sentence.text.replace(
      /^(?:(?:um|uh|well|so|i think|i guess|i suppose|probably|maybe|just|perhaps|by|to|yeah|okay|ok|right)[\s,]+)+/i,
      '',
    );
    const phrase = actionPhrase(spoken, naming);
    if (!phrase || countWords(phrase.phrase) < 3) return [];
    const quote = quoteAround(line, sentence.start);
    return [
      {
        phrase: resolved(view, line, phrase.phrase, [naming.name, naming.coach]),
        timeline: phrase.timeline ?? timeAfter(view, line),
        strength: HEDGE.test(sentence.text.toLowerCase()) ? 0.35 : 0.5,
        origin: 'client',
        accepted: true,
        line,
        quotes: [quote],
        stems: stepStems(phrase.phrase),
        restated: false,
      },
    ];
  });
}

function strengthOf(line: Line, opening: Opening, phrase: ActionPhrase, elicited: boolean): number {
  const clause = splitClauses(line.text).find((part) => part.end > opening.at);
  const around = line.lower.slice(Math.max(0, (clause?.start ?? 0) - 12), clause?.end ?? line.lower.length);
  let strength = opening.strength;
  if (EMPHATIC.test(around)) strength += 0.1;
  if (HEDGE.test(around)) strength -= 0.25;
  if (phrase.attempt) strength -= 0.15;
  if (phrase.timeline) strength += 0.1;
  if (elicited) strength += 0.08;
  return clamp(strength);
}

const clamp = (value: number): number => Math.max(0.05, Math.min(1, value));

/** "I'll put my name on it. Tonight.": a time alone in the next sentence. */
function briefTime(line: Line, from: number): string | null {
  const next = /^\s*[^.?!]{2,40}[.!]/.exec(line.text.slice(from))?.[0];
  if (next === undefined || next.trim().split(/\s+/).length > 5) return null;
  return bestTimePhrase(next)?.text ?? null;
}

/** "By when?" "Friday.": the client's answer to the coach asking for a time right after the commitment. */
function timeAfter(view: SessionView, line: Line): string | null {
  for (const asked of view.lines.slice(line.index + 1, line.index + 4)) {
    if (!asked.coach || !/\b(?:when|what day|which day|how often|how soon)\b.*\?/.test(asked.lower)) continue;
    for (const answer of clientAnswer(view, asked).slice(0, 2)) {
      const time = answer.words <= 30 ? bestTimePhrase(answer.text) : null;
      if (time) return time.text;
    }
  }
  return null;
}

function coachSteps(view: SessionView, naming: Naming): Commitment[] {
  const found: Commitment[] = [];
  for (const line of view.coachContent) {
    const late = position(view, line) > 0.55;
    const answer = view.lines.slice(line.index + 1, line.index + 4).find((other) => !other.coach);
    if (!answer || REFUSES.test(answer.lower)) continue;
    const add = (match: RegExpMatchArray, restated: boolean, grade: number): void => {
      const at = match.index ?? 0;
      const verbAt = at + match[0].length;
      const before = line.lower.slice(Math.max(0, at - 40), at);
      // "What could you …" and "if you should …" ask or suppose; they set nothing.
      if (
        /\b(?:what|how|when|where|who|which|why|if|that|as|like|said|know|feel|think|whether|because|hope|sure|imagine)\s*(?:\w+\s+){0,2}$/.test(
          before,
        ) &&
        !(restated && /\b(?:what i've heard is|i've heard|hear|sounds like|so)\W*$/.test(before))
      )
        return;
      const phrase = actionPhrase(line.text.slice(verbAt), naming);
      if (!phrase || (IN_SESSION.test(phrase.phrase) && !restated)) return;
      if (restated && /^(?:see|feel|hear|know|notice|find|get|have|be|think|remember)\b/.test(phrase.phrase))
        return;
      const resolvedPhrase = resolved(view, line, phrase.phrase, [naming.name, naming.coach]);
      const { start, end } = sentenceBounds(line.lower, at);
      // A restatement lists several steps: a time belongs to the step it stands beside.
      const rest = line.lower.slice(verbAt, end);
      const next = rest.search(/\byou(?:'ll| will|'re going)\b/);
      const timeline =
        phrase.timeline ??
        bestTimePhrase(line.text.slice(Math.max(start, at - 25), next < 0 ? end : verbAt + next))?.text ??
        null;
      if ((grade === 1 && !(timeline ?? late)) || (grade === 2 && !(timeline && late))) return;
      const own = ACCEPTS.test(answer.lower);
      const assent = own || ASSENTS.test(answer.lower);
      if (restated ? !assent : !own && !answer.backchannel && answer.words > 8) return;
      const accepted = restated || (own && !RELUCTANT.test(answer.lower));
      found.push({
        phrase: resolvedPhrase,
        timeline,
        strength: restated ? 0.6 : accepted ? (EMPHATIC.test(answer.lower) ? 0.8 : 0.6) : own ? 0.35 : 0.15,
        origin: restated ? 'client' : 'coach',
        accepted,
        line: answer,
        quotes: [quoteAround(line, at), quoteAround(answer, 0)],
        stems: stepStems(resolvedPhrase),
        restated,
      });
    };
    for (const [grade, pattern] of PRESCRIPTIONS.entries())
      for (const match of line.lower.matchAll(pattern)) add(match, false, grade);
    if (late) for (const match of line.lower.matchAll(RESTATEMENT)) add(match, true, 0);
  }
  return found;
}

const WEEK = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day/;
const ANY_STEP = new Set([
  'ask',
  'tell',
  'say',
  'ring',
  'call',
  'speak',
  'phone',
  'text',
  'put',
  'send',
  'write',
  'tonight',
  'morn',
  'even',
  'time',
  'week',
  'month',
]);

/** What a step is about: its content words without the verbs of telling and the words of time. */
function stepStems(phrase: string): Set<string> {
  return new Set([...contentStems(phrase)].filter((word) => !ANY_STEP.has(word) && !WEEK.test(word)));
}

function sameStep(a: Commitment, b: Commitment): boolean {
  const smaller = Math.min(a.stems.size, b.stems.size);
  if (smaller === 0)
    return (
      a.phrase === b.phrase ||
      (a.phrase.split(' ')[0] === b.phrase.split(' ')[0] && Math.abs(a.line.index - b.line.index) <= 2)
    );
  const shared = overlap(a.stems, b.stems);
  // "Get him on Thursday after stand-up" is said back as "catch Callum on Thursday after stand-up".
  if (
    (a.restated || b.restated) &&
    a.timeline &&
    a.timeline.split(' ').length > 2 &&
    a.timeline === b.timeline
  )
    return true;
  if (a.line === b.line && !a.restated && !b.restated) return shared === 1;
  if (shared >= 0.99)
    return smaller > 1 || a.restated || b.restated || Math.abs(a.line.index - b.line.index) <= 4;
  return shared >= 0.5 && smaller >= 2;
}

function merge(all: Commitment[]): Commitment[] {
  const merged: Commitment[] = [];
  for (const item of all.sort((a, b) => a.line.index - b.line.index)) {
    const matches = merged
      .filter((other) => sameStep(other, item))
      .sort((a, b) => overlap(b.stems, item.stems) - overlap(a.stems, item.stems));
    const same = matches[0];
    if (!same) {
      merged.push({ ...item, quotes: [...item.quotes] });
      continue;
    }
    // The client's own wording wins over the coach's, a fuller restatement over both; evidence of both stays.
    const better = item.restated
      ? item.stems.size > same.stems.size
      : item.origin === same.origin
        ? item.strength >= same.strength && item.stems.size >= same.stems.size
        : item.origin === 'client';
    if (better) {
      same.phrase = item.phrase;
      same.stems = item.stems;
      if (!item.restated) same.line = item.line;
    }
    if (
      item.timeline &&
      (!same.timeline || better || item.timeline.toLowerCase().includes(same.timeline.toLowerCase()))
    )
      same.timeline = item.timeline;
    same.strength = Math.max(same.strength, item.strength);
    same.accepted ||= item.accepted;
    if (item.origin === 'client') same.origin = 'client';
    if (same.quotes.length < 3) same.quotes.push(...item.quotes.slice(0, 3 - same.quotes.length));
    // A restatement may gather two of the client's steps into one.
    for (const other of matches.slice(1)) {
      if (!item.restated || other.line !== same.line) continue;
      same.strength = Math.max(same.strength, other.strength);
      same.quotes.push(...other.quotes.slice(0, 1));
      merged.splice(merged.indexOf(other), 1);
    }
  }
  return merged;
}

/** "I'll do it twice": strengthens the nearest step named before it and lends it its time. */
function applyPointers(
  view: SessionView,
  items: Commitment[],
  pointers: readonly { line: Line; at: number; strength: number }[],
): void {
  for (const pointer of pointers) {
    const target = items
      .filter((item) => item.line.index <= pointer.line.index && pointer.line.index - item.line.index <= 8)
      .sort((a, b) => b.line.index - a.line.index)[0];
    if (!target) continue;
    const quote = quoteAround(pointer.line, pointer.at);
    target.strength = clamp(Math.max(target.strength, pointer.strength + 0.08));
    target.accepted = true;
    target.timeline ??= bestTimePhrase(quote.text)?.text ?? timeAfter(view, pointer.line);
    if (target.quotes.length < 3 && !target.quotes.some((other) => other.text === quote.text))
      target.quotes.push(quote);
  }
}

const SCALE =
  /\b(?:how (?:confident|sure|likely|committed|ready|certain)|scale|out of (?:10|ten)|(?:0|zero|nought|1|one) to (?:10|ten))\b/;
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "Out of ten?" "Nine.": what the client answered when asked how sure they were soon after the commitment. */
function confidenceAnswer(view: SessionView, line: Line): number | null {
  for (const asked of view.lines.slice(line.index + 1, line.index + 7)) {
    if (!asked.coach || !SCALE.test(asked.lower)) continue;
    for (const answer of clientAnswer(view, asked).slice(0, 2)) {
      const match = /\b(\d{1,2}|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b/.exec(
        answer.lower,
      )?.[1];
      if (match === undefined) continue;
      const value = /^\d/.test(match) ? Number(match) : NUMBERS.indexOf(match);
      if (value >= 0 && value <= 10) return value;
    }
  }
  return null;
}

/** All commitments of a session, in spoken order, repeats merged. */
export function findCommitments(view: SessionView, naming: Naming): Commitment[] {
  const { items, pointers } = clientCommitments(view, naming);
  const all = merge([...items, ...coachSteps(view, naming)]);
  applyPointers(view, all, pointers);
  for (const item of all) {
    const sure = confidenceAnswer(view, item.line);
    if (sure !== null) item.strength = clamp(item.strength + (sure >= 8 ? 0.12 : sure <= 5 ? -0.2 : 0));
  }
  return all;
}

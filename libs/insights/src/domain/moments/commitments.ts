import { splitClauses } from '@app/utterance-coding';
import {
  certaintyOf,
  clientAnswer,
  coachBefore,
  position,
  type Line,
  type SessionView,
} from '../session-view';
import { actionPhrase, isAnaphoric, type ActionPhrase } from '../text/action-phrase';
import { contentStems, overlap } from '../text/content-words';
import { quoteAround, type Quote } from '../text/quotes';
import { bestTimePhrase, timePhrases } from '../text/time-phrase';

/** Something the client said they would do, or that the coach prescribed and the client answered. */
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
}

const ADVERBS =
  '(?:(?:just|definitely|probably|really|actually|also|maybe|perhaps|certainly|still|totally|then|at least|for sure|first|even|always|now)\\s+)*';
const GRADES: readonly [strength: number, pattern: RegExp][] = [
  [0.8, new RegExp(`\\bi(?:'ll| will| shall)\\s+${ADVERBS}`, 'g')],
  [0.8, new RegExp(`\\b(?:i'm|i am|im)\\s+${ADVERBS}(?:gonna|going to)\\s+${ADVERBS}`, 'g')],
  [
    0.9,
    /\b(?:i promise(?: to| (?:that )?i'll)|i've decided to|i have decided to|i've decided (?:that )?i'm going to|i'm determined to|i'm committed to|i commit to|i can commit to)\s+/g,
  ],
  [
    0.7,
    /\b(?:i(?:'m| am)? (?:plan|planning|intend|intending|aim|aiming) (?:to|on)|my plan is to|the plan is to|my next step is to|my first step is to|i'm ready to|i've agreed to)\s+/g,
  ],
  [
    0.6,
    /\b(?:i'm willing to|i(?:'d| would) be willing to|i can(?: definitely| certainly| totally| at least| probably| maybe)? (?:start (?:by|with) )?|what i(?:'ll| can| could) do is)\s+/g,
  ],
  [
    0.4,
    /\b(?:i could(?: maybe| probably| definitely| at least| just| also)*|i might(?: just| even| try to)*|maybe i(?:'ll| can| could| should)|i guess i (?:could|can|will|should)|i'd like to(?: start| try)?(?: to)?|i want to (?:try|start)(?: to)?|i was thinking (?:of|about|i could|i'd)|i think i(?:'ll| should| could| can| need to| might))\s+/g,
  ],
];
const HABIT =
  /\b(?:sometimes|usually|normally|typically|always|often|whenever|every time|most (?:days|nights|of the time)|used to|when i was|back then|in the past|one time|and then i'll be like|tend to)\b/;
const INNER_SPEECH =
  /\b(?:say|says|said|saying|think|thinking|thought|tell|told|telling|like|goes|went|kept telling)\s*(?:to )?(?:myself|him|her|them|me)?\s*(?:that\s+)?[,:]?\s*["\u201c]?\s*(?:oh|okay|ok|well|yeah|no|right)?,?\s*$/;
const CONDITION =
  /\b(?:if|unless|when|once|until|then|otherwise|or else|afraid|scared|worried|fear|hope|wish|doubt|don't know (?:if|that|how|what|when)|don't think(?: that)?|not sure (?:if|that|how|what)|never|can't imagine|because|why|whether|what|how|not)\s*(?:[a-z']+\s+){0,3}$/;
const HEDGE =
  /\b(?:maybe|probably|i guess|kind of|sort of|hopefully|we'll see|i suppose|i don't know|might|not sure|possibly|see how it goes|no promises)\b/;
const EMPHATIC =
  /\b(?:definitely|promise|absolutely|for sure|certainly|no matter what|committed|without fail|determined|this time)\b/;
const ELICITS =
  /\b(?:what (?:will|would|could|can|might|are|do|is|'s|steps?|else|one|specific)\b.{0,60}\b(?:do|step|try|try|start|plan|change|different|action|commit|take|want to|next)|next step|first step|what(?:'s| is) (?:one|the first|a small|your)|by when|when (?:will|would|could|are) you|how (?:will|would|could|might|can) you|what are you (?:willing|going|ready)|where (?:will|would|could) you (?:start|begin)|what('s| is) your plan|commit)/;

function hasPattern(pattern: RegExp, text: string): boolean {
  return new RegExp(pattern.source).test(text);
}

interface Candidate {
  at: number;
  verbAt: number;
  strength: number;
}

/** Places in a client's line where commitment language opens, with its strength. */
function openings(line: Line): Candidate[] {
  const found: Candidate[] = [];
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

function strengthIn(view: SessionView, line: Line, candidate: Candidate, phrase: ActionPhrase): number {
  const clause = splitClauses(line.text).find((part) => part.end > candidate.at);
  const around = line.lower.slice(Math.max(0, (clause?.start ?? 0) - 12), clause?.end ?? line.lower.length);
  let strength = candidate.strength;
  if (hasPattern(EMPHATIC, around)) strength += 0.1;
  if (hasPattern(HEDGE, around)) strength -= 0.25;
  if (phrase.attempt) strength -= 0.15;
  if (phrase.timeline) strength += 0.1;
  const asked = coachBefore(view, line);
  if (asked && hasPattern(ELICITS, asked.lower)) strength += 0.1;
  return Math.max(0.05, Math.min(1, strength));
}

/** "Out of ten … nine": what the client answered when asked how sure they were right after the commitment. */
function confidenceAnswer(view: SessionView, line: Line): number | null {
  for (const asked of view.lines.slice(line.index + 1, line.index + 9)) {
    if (
      !asked.coach ||
      !/\b(?:how (?:confident|sure|likely|committed|ready)|scale|out of (?:10|ten)|(?:0|zero|1|one) to (?:10|ten))\b/.test(
        asked.lower,
      )
    )
      continue;
    const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    for (const answer of clientAnswer(view, asked).slice(0, 2)) {
      const match = /\b(\d{1,2}|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b/.exec(
        answer.lower,
      )?.[1];
      if (match === undefined) continue;
      const value = /^\d/.test(match) ? Number(match) : words.indexOf(match);
      if (value >= 0 && value <= 10) return value;
    }
  }
  return null;
}

function clientCommitments(view: SessionView, coach: string): Commitment[] {
  const found: Commitment[] = [];
  for (const line of view.clientContent) {
    const coded = certaintyOf(line, 'commitment');
    const asked = coachBefore(view, line);
    const elicited = asked !== null && hasPattern(ELICITS, asked.lower);
    for (const candidate of openings(line)) {
      const before = line.lower.slice(Math.max(0, candidate.at - 60), candidate.at);
      const sentenceStart =
        Math.max(...['.', '?', '!'].map((mark) => line.lower.lastIndexOf(mark, candidate.at))) + 1;
      const sentence = line.lower.slice(sentenceStart, candidate.verbAt);
      const lead = before.slice(Math.max(0, before.search(/[.?!;][^.?!;]*$/) + 1));
      const end = line.lower.slice(candidate.verbAt).search(/[.?!]/);
      const question = end >= 0 && line.lower[candidate.verbAt + end] === '?';
      if (question || hasPattern(INNER_SPEECH, lead) || /["\u201c][^"\u201d]*$/.test(before)) continue;
      if (hasPattern(CONDITION, lead) && !/\b(?:when|once|then)\s*$/.test(lead)) continue;
      if (hasPattern(HABIT, sentence) && !elicited) continue;
      // Weak wording counts as a step only as an answer to the coach's asking or where the coder hears a commitment.
      const weak = candidate.strength < 0.6;
      if (weak && !elicited && !(coded > 0 && position(view, line) > 0.5)) continue;
      if (!elicited && coded === 0 && position(view, line) < 0.4) continue;
      const spoken = line.text.slice(candidate.verbAt);
      const phrase = actionPhrase(spoken, coach);
      if (!phrase) continue;
      const sentenceEnd = end >= 0 ? candidate.verbAt + end + 1 : line.text.length;
      const timeline =
        phrase.timeline ??
        timelineIn(line.text.slice(sentenceStart, sentenceEnd)) ??
        timelineAfter(view, line);
      const strength = strengthIn(view, line, candidate, { ...phrase, timeline });
      found.push({
        phrase: phrase.phrase,
        timeline,
        strength,
        origin: 'client',
        accepted: true,
        line,
        quotes: [quoteAround(line, candidate.at)],
        stems: contentStems(phrase.phrase),
      });
    }
  }
  return found;
}

function timelineIn(sentence: string): string | null {
  return bestTimePhrase(sentence)?.text ?? null;
}

/** "By when?" – "Friday": the client's answer to the coach asking for a time right after the commitment. */
function timelineAfter(view: SessionView, line: Line): string | null {
  for (const asked of view.lines.slice(line.index + 1, line.index + 5)) {
    if (!asked.coach || !/\b(?:when|by when|what day|which day|how often|how soon)\b/.test(asked.lower))
      continue;
    for (const answer of clientAnswer(view, asked).slice(0, 2)) {
      if (answer.words > 30) continue;
      const time = bestTimePhrase(answer.text);
      if (time) return time.text;
    }
  }
  return null;
}

const PRESCRIPTIONS: readonly RegExp[] = [
  /\b(?:i(?:'d| would) like you to|i want you to|i need you to|i(?:'m| am) going to (?:ask|have) you (?:to)?|let's have you|i(?:'d| would) (?:suggest|recommend) (?:that )?you|your homework is to|can i ask you to|could i ask you to|i encourage you to|i(?:'d| would) encourage you to)\s+/g,
  /\b(?:would you be (?:willing|up for|able|open) to|are you willing to|how about you|why don't you|do you think you (?:can|could)|could you|can you)\s+/g,
  /\byou(?:'ll| will| should| need to| have to| must| ought to|'ve got to| might want to| could)\s+(?:just |also |really |definitely |probably |maybe |at least |start to |try to |try and )*/g,
];
const ACCEPTS =
  /\b(?:i(?:'ll| will| can| could|'d be (?:happy|willing) to) (?:definitely |probably |certainly |totally )?(?:do|try|give|make|start|look|think about|take|use) (?:that|it|this)|i(?:'ll| will| can) (?:definitely |certainly )?(?:do|try)\b|sounds (?:good|great|like a (?:good )?plan|doable)|that works|works for me|let's do (?:it|that)|happy to|i'd like that|i'd love to|good idea|count me in|i(?:'m| am) (?:in|up for)|give (?:it|that) a (?:try|go|shot))\b/;
const RELUCTANT =
  /\b(?:i guess|i suppose|maybe|i don't know|if i have to|not sure|we'll see|i'll think about it|but)\b/;
const REFUSES = /\b(?:no|nope|not really|i don't (?:think|want)|i can't|i won't|i doubt)\b/;

function coachPrescribed(view: SessionView): Commitment[] {
  const found: Commitment[] = [];
  for (const line of view.coachContent) {
    for (const [grade, pattern] of PRESCRIPTIONS.entries()) {
      for (const match of line.lower.matchAll(pattern)) {
        const verbAt = match.index + match[0].length;
        const before = line.lower.slice(Math.max(0, match.index - 40), match.index);
        // "What could you …" and "if you should …" ask or suppose; they prescribe nothing.
        if (
          /\b(?:what|how|when|where|who|which|why|if|that|as|like|sounds like|and|said|know|feel|think|whether)\s*(?:\w+\s+){0,2}$/.test(
            before,
          )
        )
          continue;
        const phrase = actionPhrase(line.text.slice(verbAt), 'them');
        if (
          !phrase ||
          /^(?:tell|say|explain|describe|share|think|help|give me|talk|see|remember|picture|repeat|imagine|notice|go|come|have|name|walk (?:me|us)|understand|speak|end|look|take (?:a )?(?:minute|moment|second)|show)\b/.test(
            phrase.phrase,
          )
        )
          continue;
        const timeline = phrase.timeline ?? timelineIn(line.text.slice(verbAt, verbAt + 160));
        const late = position(view, line) > 0.55;
        if (grade === 1 && !(timeline || late)) continue;
        if (grade === 2 && !(timeline && late)) continue;
        const answer = view.lines.slice(line.index + 1, line.index + 4).find((other) => !other.coach);
        if (!answer || hasPattern(REFUSES, answer.lower)) continue;
        const own = hasPattern(ACCEPTS, answer.lower);
        const reluctant = hasPattern(RELUCTANT, answer.lower);
        if (!own && !answer.backchannel && answer.words > 8) continue;
        const accepted = own && !reluctant;
        found.push({
          phrase: phrase.phrase,
          timeline,
          strength: accepted ? (EMPHATIC.test(answer.lower) ? 0.8 : 0.6) : own ? 0.35 : 0.15,
          origin: 'coach',
          accepted,
          line: answer,
          quotes: [quoteAround(line, match.index), quoteAround(answer, 0)],
          stems: contentStems(phrase.phrase),
        });
      }
    }
  }
  return found;
}

/** A client's "I'll do that" right after a coach's concrete proposal that no prescription pattern caught. */
export function pointsBack(line: Line): boolean {
  return openings(line).some((candidate) => isAnaphoric(line.text.slice(candidate.verbAt)));
}

function merge(all: Commitment[]): Commitment[] {
  const merged: Commitment[] = [];
  for (const item of all.sort((a, b) => a.line.index - b.line.index)) {
    const same = merged.find((other) => {
      const shared = overlap(other.stems, item.stems);
      return (
        shared >= 0.6 &&
        Math.min(other.stems.size, item.stems.size) > 0 &&
        (shared === 1 || other.stems.size > 1)
      );
    });
    if (!same) {
      merged.push({ ...item, quotes: [...item.quotes] });
      continue;
    }
    // The client's own wording wins over the coach's, then the more specific one; evidence of both stays.
    const better =
      item.origin === same.origin
        ? item.stems.size > same.stems.size || (!same.timeline && item.timeline !== null)
        : item.origin === 'client';
    if (better && item.stems.size >= same.stems.size) {
      same.phrase = item.phrase;
      same.stems = item.stems;
      same.line = item.line;
    }
    same.timeline ??= item.timeline;
    same.strength = Math.max(same.strength, item.strength);
    same.accepted ||= item.accepted;
    if (same.quotes.length < 3) same.quotes.push(...item.quotes.slice(0, 3 - same.quotes.length));
  }
  return merged;
}

/** All commitments of a session, in spoken order, repeats merged. `coach` is how the coach is named in phrases. */
export function findCommitments(view: SessionView, coach: string): Commitment[] {
  const all = merge([...clientCommitments(view, coach), ...coachPrescribed(view)]);
  for (const item of all) {
    const sure = confidenceAnswer(view, item.line);
    if (sure !== null)
      item.strength = Math.max(0.05, Math.min(1, item.strength + (sure >= 8 ? 0.15 : sure <= 5 ? -0.2 : 0)));
  }
  return all;
}

/** Whether a text holds any time phrase at all. */
export function speaksOfTime(lower: string): boolean {
  return timePhrases(lower).length > 0;
}

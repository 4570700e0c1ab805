import { countWords, isQuestion, splitSentences } from '@app/utterance-coding';
import type { Findings } from '../context';
import { AGENDA } from '../moments/commitment-language';
import type { Moment } from '../moments/moment';
import { certaintyOf, clientAnswer, type Line } from '../session-view';
import { namedFeelings, readingNoun } from '../text/feelings';
import {
  bestSentence,
  evidenceOf,
  inMarks,
  quoteAround,
  quoteOf,
  readable,
  weavable,
  type Quote,
} from '../text/quotes';
import type { PowerfulQuestion } from '../types';
import { depthOf } from './client-discoveries';

const MOST = 4;
const FACTUAL =
  /^\W*(?:(?:so|okay|and|um|well|now)[\s,]+)*(?:how (?:many|much|often|long|old|are you(?: doing| today)?\b|have you been|is it going|was your|did your)|what (?:time|day|year|kind of (?:job|work)|'s your name|is your name|brings you)|when (?:do|did|was|is|will)\b|where (?:do you (?:live|work)|are you|is (?:it|that))\b|who (?:is|are)\b|do you have any (?:other )?questions|any(?:thing)? else|is there anything else)/;
const PONDERS =
  /\b(?:good question|never (?:really )?thought|hmm|let me think|i(?:'d)? have to think|i hadn't|nobody(?:'s| has)? (?:ever )?asked|wow|that's a (?:big|hard|tough|interesting) (?:one|question))\b/;

/** The open question in a coach's line: its last asking sentence, verbatim. */
export function questionIn(line: Line): { text: string; start: number } | null {
  const sentences = splitSentences(line.text);
  const asking = sentences.filter((part) => part.text.trimEnd().endsWith('?') && countWords(part.text) >= 3);
  const candidates = asking.length > 0 ? asking : sentences;
  const open = [...candidates]
    .reverse()
    .find((part) =>
      /\b(?:what|how|why|tell me|where|who|which|describe|say more|when you)\b/i.test(part.text),
    );
  const chosen = open ?? (asking.length > 0 ? asking.at(-1) : undefined);
  if (!chosen) return null;
  const whole = countWords(chosen.text) <= 40;
  return { text: whole ? chosen.text : quoteAround(line, chosen.start, 40).text, start: chosen.start };
}

interface Candidate {
  line: Line;
  question: string;
  answer: Line[];
  words: number;
  insight: Moment | null;
  feeling: { line: Line; at: number; noun: string } | null;
  change: Line | null;
  commitment: Line | null;
  score: number;
}

function medianAnswer(found: Findings): number {
  const lengths = found.view.clientContent.map((line) => line.words).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

function weigh(found: Findings, line: Line, typical: number): Candidate | null {
  const open = certaintyOf(line, 'question_open');
  if (open < 0.35 || FACTUAL.test(line.lower.slice(Math.max(0, line.lower.lastIndexOf('.') + 1))))
    return null;
  const question = questionIn(line);
  if (
    !question ||
    !isQuestion(question.text) ||
    !weavable(question.text) ||
    countWords(question.text) < 4 ||
    FACTUAL.test(question.text.toLowerCase()) ||
    AGENDA.test(question.text.toLowerCase())
  )
    return null;
  const answer = clientAnswer(found.view, line);
  const words = answer.reduce((sum, part) => sum + part.words, 0);
  if (words < 12) return null;
  const inAnswer = new Set(answer.map((part) => part.index));
  const insight =
    found.insights
      .filter((moment) => inAnswer.has(moment.line.index))
      .sort((a, b) => b.strength - a.strength)[0] ?? null;
  const named =
    answer.flatMap((part) =>
      namedFeelings(part.lower).map((entry) => ({ line: part, at: entry.at, noun: entry.noun })),
    )[0] ?? null;
  const change =
    answer
      .filter((part) => certaintyOf(part, 'change_talk') >= 0.5)
      .sort((a, b) => certaintyOf(b, 'change_talk') - certaintyOf(a, 'change_talk'))[0] ?? null;
  const committed =
    found.commitments.find((item) => item.origin === 'client' && inAnswer.has(item.line.index))?.line ?? null;
  const length = Math.log2(words / Math.max(8, typical));
  const score =
    0.5 * Math.max(-1, Math.min(2, length)) +
    (insight ? 1.6 * insight.strength : 0) +
    (named ? 0.6 : 0) +
    (change ? 0.5 * certaintyOf(change, 'change_talk') : 0) +
    (committed ? 0.7 : 0) +
    (answer.some((part) => PONDERS.test(part.lower)) ? 0.7 : 0) +
    0.3 * open;
  return {
    line,
    question: question.text,
    answer,
    words,
    insight,
    feeling: named,
    change,
    commitment: committed,
    score,
  };
}

function describe(
  found: Findings,
  candidate: Candidate,
): { impact: string; quotes: Quote[]; decisive: Quote } {
  const { naming } = found;
  if (candidate.insight) {
    return {
      impact: 'It led to a realisation.',
      quotes: [candidate.insight.quote],
      decisive: candidate.insight.quote,
    };
  }
  if (candidate.commitment) {
    const item = found.commitments.find((other) => other.line === candidate.commitment);
    const quote = item?.quotes[0] ?? quoteOf(candidate.commitment);
    return {
      impact: item
        ? `${naming.Name} answered with a step of their own: to ${item.phrase}.`
        : `${naming.Name} answered with a step of their own.`,
      quotes: [quote],
      decisive: quote,
    };
  }
  if (candidate.feeling) {
    const quote = quoteAround(candidate.feeling.line, candidate.feeling.at);
    return {
      impact: `It gave room to feeling; the language suggests ${candidate.feeling.noun}.`,
      quotes: [quote],
      decisive: quote,
    };
  }
  const noun = candidate.answer
    .map((line) => readingNoun(line.utterance.emotion, 0.5))
    .find((label) => label !== null);
  const line = candidate.change ?? candidate.answer.reduce((a, b) => (b.words > a.words ? b : a));
  const quote = bestSentence(line) ?? quoteOf(line);
  if (candidate.change)
    return { impact: `${naming.Name} began to speak for the change.`, quotes: [quote], decisive: quote };
  return {
    impact: noun
      ? `It drew out a fuller answer; the language suggests ${noun}.`
      : `It drew out one of ${naming.possessive} fuller answers.`,
    quotes: [quote],
    decisive: quote,
  };
}

function level(found: Findings, candidate: Candidate): PowerfulQuestion['breakthroughLevel'] {
  const { insight } = candidate;
  if (insight && insight.strength >= 0.8 && (depthOf(found.view, insight) >= 3.2 || candidate.commitment))
    return 'Major';
  if (insight || (candidate.feeling && (candidate.change ?? candidate.commitment)) || candidate.commitment)
    return 'Moderate';
  return 'Minor';
}

function lengthInWords(words: number): string {
  if (words >= 90) return 'at length';
  if (words >= 40) return 'in some depth';
  return 'in a few sentences';
}

/** Open questions that opened something: a longer answer with insight, feeling, change talk or a commitment in it. */
export function powerfulQuestions(found: Findings): PowerfulQuestion[] {
  const typical = medianAnswer(found);
  return found.view.coachContent
    .flatMap((line) => weigh(found, line, typical) ?? [])
    .filter(
      (candidate) =>
        candidate.score >= 1.1 &&
        (candidate.insight ?? candidate.feeling ?? candidate.change ?? candidate.commitment),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .sort((a, b) => a.line.index - b.line.index)
    .map((candidate) => {
      const told = describe(found, candidate);
      const summary = readable(told.decisive.text)
        ? `${found.naming.Name} answered ${lengthInWords(candidate.words)}: ${inMarks(told.decisive.text)}.`
        : `${found.naming.Name} answered ${lengthInWords(candidate.words)}.`;
      return {
        question: candidate.question,
        impactDescription: told.impact,
        clientResponseSummary: summary,
        breakthroughLevel: level(found, candidate),
        ...evidenceOf([{ text: candidate.question, line: candidate.line }, ...told.quotes]),
      };
    });
}

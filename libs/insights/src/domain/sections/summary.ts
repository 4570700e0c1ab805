import { countWords } from '@app/utterance-coding';
import type { Findings } from '../context';
import type { Moment } from '../moments/moment';
import { coachBefore, position } from '../session-view';
import { closed, inMarks, readable, weavable } from '../text/quotes';
import { asReported, listed, LOOSE } from '../text/report';
import type { InsightSections } from '../types';
import { conductOf } from './coaching-presence';

interface Sentence {
  /** Place in the session, to tell the story in order. */
  at: number;
  text: string;
}

const fits = (moment: Moment): boolean =>
  readable(moment.quote.text) && countWords(moment.quote.text) >= 4 && countWords(moment.quote.text) <= 30;

/** What the client came with: the wish or the difficulty voiced first with weight. */
function opening(found: Findings): Sentence | null {
  const { naming, view } = found;
  const early = (moment: Moment): boolean =>
    position(view, moment.line) <= 0.45 && moment.strength >= 0.7 && fits(moment);
  const candidates = [
    ...found.goals.filter(early).map((moment) => ({ moment, weight: moment.strength + 0.1, wish: true })),
    ...found.struggles.filter(early).map((moment) => ({ moment, weight: moment.strength, wish: false })),
    ...found.setbacks
      .filter((moment) => early(moment) && moment.strength >= 0.85)
      .map((moment) => ({ moment, weight: moment.strength - 0.1, wish: false })),
  ].sort(
    (a, b) =>
      b.weight - 0.3 * position(view, b.moment.line) - (a.weight - 0.3 * position(view, a.moment.line)),
  );
  const best = candidates[0];
  if (!best) return null;
  const quote = inMarks(best.moment.quote.text);
  const start = position(view, best.moment.line) <= 0.2;
  const text = best.wish
    ? `${naming.Name} ${start ? 'came with a wish' : 'put a wish into words'}: ${quote}.`
    : `${naming.Name} ${start ? 'began with what is hard' : 'spoke of what is hard'}: ${quote}.`;
  return { at: best.moment.line.index, text };
}

/** The turning point: a realisation, with the question that led to it when there is one. */
function turning(
  found: Findings,
  sections: Pick<InsightSections, 'powerfulQuestions' | 'clientDiscoveries'>,
): Sentence | null {
  const { naming, view } = found;
  const best = [...found.insights]
    .filter((moment) => fits(moment))
    .sort((a, b) => b.strength - a.strength)[0];
  if (best) {
    const asked = coachBefore(view, best.line);
    const question = sections.powerfulQuestions.find((item) => asked && item.utterances.includes(asked.seq));
    if (question && countWords(question.question) <= 24 && weavable(question.question)) {
      return {
        at: best.line.index,
        text: `Asked ${inMarks(question.question)}, ${naming.name} found new words: ${inMarks(best.quote.text)}.`,
      };
    }
    return { at: best.line.index, text: `A new thought took shape: ${inMarks(best.quote.text)}.` };
  }
  const question = sections.powerfulQuestions.find(
    (item) => item.breakthroughLevel !== 'Minor' && countWords(item.question) <= 24,
  );
  const response = question?.evidence.find((text) => text !== question.question);
  const asked = question ? view.lines.find((line) => line.seq === question.utterances[0]) : undefined;
  if (question && response && asked && readable(response)) {
    return {
      at: asked.index,
      text: `The question ${inMarks(question.question)} opened something: ${inMarks(response)}.`,
    };
  }
  return null;
}

function win(found: Findings, sections: Pick<InsightSections, 'celebration'>): Sentence | null {
  if (!sections.celebration) return null;
  const line = found.view.lines.find((other) => other.seq === sections.celebration?.utterances[0]);
  const quote = sections.celebration.evidence[0];
  if (!line || quote === undefined || !readable(quote)) return null;
  const reported = LOOSE.test(quote.toLowerCase()) ? null : asReported(quote, found.naming);
  return {
    at: line.index,
    text: reported ? closed(reported) : `There was something to celebrate: ${inMarks(quote)}.`,
  };
}

function endings(found: Findings): Sentence {
  const { naming, view } = found;
  const last = view.lines.length;
  const own = found.commitments
    .filter((item) => (item.origin === 'client' || item.accepted) && item.strength >= 0.5)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, 2)
    .sort((a, b) => a.line.index - b.line.index);
  if (own.length > 0) {
    const steps = own.map((item) =>
      item.timeline && !item.phrase.toLowerCase().includes(item.timeline.toLowerCase())
        ? `${item.phrase} ${inTime(item.timeline)}`.trim()
        : item.phrase,
    );
    return {
      at: last,
      text: `By the end ${naming.name} had decided to ${steps.join(steps.some((step) => / and |,/.test(step)) ? ', and to ' : ' and ')}.`,
    };
  }
  const tentative = found.commitments
    .filter((item) => item.origin === 'client')
    .sort((a, b) => b.strength - a.strength)[0];
  if (tentative)
    return { at: last, text: `A possible step was named, not yet a decision: to ${tentative.phrase}.` };
  const given = found.commitments.find((item) => item.origin === 'coach');
  if (given)
    return {
      at: last,
      text: `The coach proposed a step, to ${given.phrase}, and ${naming.name} acknowledged it.`,
    };
  return { at: last, text: 'No next step was put into words.' };
}

/** Whether two sentences quote the same words. */
function sharesQuote(a: string, b: string): boolean {
  return [...b.matchAll(/\u201c([^\u201d]+)\u201d/g)].some((match) => a.includes(match[1] ?? ''));
}

/** A time phrase that can follow a verb as it is; others would read oddly and are left out. */
function inTime(timeline: string): string {
  const plain = timeline.toLowerCase();
  if (/\b(?:i|my|me|we|our)\b/.test(plain)) return '';
  if (
    /^(?:on|by|before|after|this|next|tomorrow|tonight|today|every|each|in|within|at|over|for|from|once|twice|three|until|daily|weekly|first|later|between|starting|during|when|right|straight|around|the)\b/.test(
      plain,
    )
  )
    return plain.replace(
      /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day/g,
      (day) => day.charAt(0).toUpperCase() + day.slice(1),
    );
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day/.test(plain))
    return `on ${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
  return '';
}

function middle(found: Findings): Sentence | null {
  const { view, naming } = found;
  const conduct = conductOf(found, 0.5);
  const content = Math.max(1, view.coachContent.length);
  if (conduct.advice.length >= 3 && conduct.advice.length / content > 0.22) {
    return { at: view.lines.length - 1, text: 'Much of the session was suggestions from the coach.' };
  }
  const hard = found.struggles
    .filter((moment) => position(view, moment.line) > 0.45 && moment.strength >= 0.7 && fits(moment))
    .sort((a, b) => b.strength - a.strength)[0];
  return hard
    ? {
        at: hard.line.index,
        text: `${naming.Name} also named what makes it hard: ${inMarks(hard.quote.text)}.`,
      }
    : null;
}

/**
 * Two to four sentences of prose from the session's own decisive moments, in the order they were spoken. Built only of
 * safe reported speech and verbatim quotes.
 */
export function sessionSummary(found: Findings, sections: Omit<InsightSections, 'sessionSummary'>): string {
  const { view, themes } = found;
  if (view.lines.length === 0) return 'The transcript holds no conversation between coach and client.';
  const start = opening(found);
  const parts: Sentence[] = [];
  if (start) parts.push(start);
  else if (themes.length > 0) {
    parts.push({
      at: -1,
      text: `The conversation turned around ${listed(themes.slice(0, 3).map((theme) => theme.phrase))}.`,
    });
  }
  const shift = turning(found, sections);
  if (shift) parts.push(shift);
  const success = win(found, sections);
  if (success && !parts.some((part) => part.at === success.at)) parts.push(success);
  if (parts.length < 3) {
    const more = middle(found);
    if (more && !parts.some((part) => part.at === more.at || sharesQuote(part.text, more.text)))
      parts.push(more);
  }
  if (parts.length === 0 && view.clientContent.length < 6)
    return 'A short exchange; nothing in it was decisive enough to sum up.';
  parts.push(endings(found));
  return parts
    .sort((a, b) => a.at - b.at)
    .slice(0, 4)
    .map((part) => part.text)
    .join(' ');
}

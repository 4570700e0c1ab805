import { countWords, splitClauses } from '@app/utterance-coding';
import type { Findings } from '../context';
import type { Moment } from '../moments/moment';
import { clientNear, coachReply, certaintyOf } from '../session-view';
import { namedFeelings, readingNoun } from '../text/feelings';
import {
  bestSentence,
  closed,
  evidenceOf,
  inMarks,
  quoteAround,
  readable,
  weavable,
  type Quote,
} from '../text/quotes';
import { contentStems, overlap } from '../text/content-words';
import { asReported, LOOSE } from '../text/report';
import type { Celebration } from '../types';

const LEAST = 0.74;

/** "I was so proud" says how it felt; what it was stands in the client's words shortly before. */
function deedBefore(found: Findings, win: Moment): Quote | null {
  if (!/\b(?:proud|pleased)\b/.test(win.quote.text.toLowerCase()) || contentStems(win.quote.text).size > 3)
    return null;
  const own = bestSentence(win.line, DEED, [win.quote.text]);
  if (own) return own;
  const before = found.view.lines
    .slice(Math.max(0, win.line.index - 6), win.line.index)
    .reverse()
    .flatMap((line) => (line.coach || line.backchannel ? [] : (bestSentence(line, DEED) ?? [])));
  return before.find((quote) => !LOOSE.test(quote.text.toLowerCase())) ?? before[0] ?? null;
}
const DEED =
  /\bi (?:did|told|went|said|asked|made|got|rang|called|wrote|finished|managed|finally|kept|spoke|left|stood|gave|took|\w{3,}ed)\b/;

function describe(found: Findings, win: Moment, deed: Quote | null): string {
  const { naming } = found;
  if (deed) {
    const reported = asReported(deed.text, naming);
    return reported && !LOOSE.test(reported)
      ? closed(reported)
      : `${naming.Name} told of this: ${inMarks(deed.text)}.`;
  }
  const clause = splitClauses(win.line.text).find((part) => part.end > win.at);
  const reported = asReported(clause && clause.start >= win.at - 12 ? clause.text : win.quote.text, naming);
  if (
    reported &&
    (reported.split(' ').length >= 4 || / \p{Lu}\p{Ll}+$/u.test(reported)) &&
    !LOOSE.test(reported)
  )
    return closed(reported);
  return `${naming.Name} told of something that went well: ${inMarks(win.quote.text)}.`;
}

function significance(found: Findings, win: Moment): { text: string; quotes: Quote[] } {
  const { naming, view } = found;
  const cue = win.quote.text.toLowerCase();
  // What the client themselves said about it, just before or after.
  const later = view.lines
    .slice(win.line.index + 4, win.line.index + 16)
    .filter((line) => !line.coach && !line.backchannel);
  for (const line of [...clientNear(view, win.line, 3), ...later]) {
    const feeling = namedFeelings(line.lower).find(
      (named) =>
        named.pleasant && (line.index <= win.line.index + 3 || /^(?:pride|relief|joy)$/.test(named.noun)),
    );
    if (!feeling) continue;
    const quote = quoteAround(line, feeling.at, 22);
    if (quote.text !== win.quote.text && weavable(quote.text)) {
      return {
        text: `What it meant in ${naming.possessive} words: ${inMarks(quote.text)}.`,
        quotes: [quote],
      };
    }
  }
  const stems = contentStems(win.quote.text);
  const contrast = found.struggles
    .filter((moment) => moment.line !== win.line && weavable(moment.quote.text))
    .map((moment) => ({ moment, shared: overlap(stems, contentStems(moment.quote.text)) }))
    .filter((entry) => entry.shared >= 0.34)
    .sort((a, b) => b.shared - a.shared)[0];
  if (contrast) {
    return {
      text: `It stands beside what is hard: ${inMarks(contrast.moment.quote.text)}.`,
      quotes: [contrast.moment.quote],
    };
  }
  const affirmed = coachReply(view, win.line).find(
    (line) => certaintyOf(line, 'affirmation') >= 0.5 && line.words >= 5,
  );
  if (affirmed) {
    const quote = quoteAround(affirmed, 0, 22);
    if (weavable(quote.text))
      return { text: `It was noticed in the session: ${inMarks(quote.text)}.`, quotes: [quote] };
  }
  const noun = readingNoun(win.line.utterance.emotion);
  if (/\bfirst time\b/.test(cue)) return { text: `${naming.Name} marks it as a first.`, quotes: [] };
  if (noun && win.line.utterance.emotion.valence > 0.2)
    return { text: `The language suggests ${noun}.`, quotes: [] };
  if (/\bfinally\b/.test(cue))
    return { text: 'The word \u2018finally\u2019 says how long it had been waiting.', quotes: [] };
  return {
    text: `Worth saying out loud: it was ${naming.name} who made it happen.`,
    quotes: [],
  };
}

/** "I told him." "You told Callum?" "I told Callum.": one piece of news; the wording that stands alone is the best. */
function told(found: Findings): Moment[] {
  return found.wins.map((win) => {
    const near = found.wins.filter((other) => Math.abs(other.line.index - win.line.index) <= 3);
    const strength = Math.max(win.strength, ...near.map((other) => other.strength - 0.02));
    return {
      ...win,
      strength: LOOSE.test(win.quote.text.split(',')[0]?.toLowerCase() ?? '') ? strength - 0.1 : strength,
    };
  });
}

/** The win the client told of most clearly, or `null`. */
export function celebration(found: Findings): Celebration | null {
  const best = told(found)
    .filter(
      (win) =>
        win.strength >= LEAST &&
        win.line.words >= 3 &&
        readable(win.quote.text) &&
        countWords(win.quote.text) >= 3,
    )
    .sort((a, b) => b.strength - a.strength || a.line.index - b.line.index)[0];
  if (!best) return null;
  const deed = deedBefore(found, best);
  const meaning =
    deed && weavable(best.quote.text)
      ? {
          text: `What it meant in ${found.naming.possessive} words: ${inMarks(best.quote.text)}.`,
          quotes: [],
        }
      : significance(found, best);
  return {
    description: describe(found, best, deed),
    significance: meaning.text,
    ...evidenceOf([best.quote, ...(deed ? [deed] : []), ...meaning.quotes]),
  };
}

import type { Findings } from '../context';
import type { Moment } from '../moments/cues';
import { clientNear, coachReply, certaintyOf } from '../session-view';
import { namedFeelings, readingNoun } from '../text/feelings';
import { closed, evidenceOf, inMarks, quoteAround, weavable, type Quote } from '../text/quotes';
import { contentStems, overlap } from '../text/content-words';
import { asReported } from '../text/report';
import type { Celebration } from '../types';

const LEAST = 0.68;

function describe(found: Findings, win: Moment): string {
  const { naming } = found;
  const reported = asReported(win.quote.text, naming);
  if (reported) return closed(reported);
  if (/\bproud\b/.test(win.quote.text.toLowerCase()))
    return `${naming.Name} named something to be proud of: ${inMarks(win.quote.text)}.`;
  return `${naming.Name} told of something that went well: ${inMarks(win.quote.text)}.`;
}

function significance(found: Findings, win: Moment): { text: string; quotes: Quote[] } {
  const { naming, view } = found;
  const cue = win.quote.text.toLowerCase();
  // What the client themselves said about it, just before or after.
  for (const line of clientNear(view, win.line, 3)) {
    const feeling = namedFeelings(line.lower).find((named) => named.pleasant);
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
    text: `${naming.Name} did this and told it unprompted by praise: a strength to come back to.`,
    quotes: [],
  };
}

/** The win the client told of most clearly, or `null`. */
export function celebration(found: Findings): Celebration | null {
  const best = found.wins
    .filter(
      (win) =>
        win.strength >= LEAST &&
        win.line.words >= 5 &&
        weavable(win.quote.text) &&
        win.quote.text.split(/\s+/).length >= 4,
    )
    .sort((a, b) => b.strength - a.strength || a.line.index - b.line.index)[0];
  if (!best) return null;
  const meaning = significance(found, best);
  return {
    description: describe(found, best),
    significance: meaning.text,
    ...evidenceOf([best.quote, ...meaning.quotes]),
  };
}

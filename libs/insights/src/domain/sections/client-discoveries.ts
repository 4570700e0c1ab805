import { countWords, stripNoise, toThirdPerson } from '@app/utterance-coding';
import type { Findings } from '../context';
import type { Moment } from '../moments/moment';
import type { Line, SessionView } from '../session-view';
import { contentStems, overlap } from '../text/content-words';
import { namedFeelings, readingNoun } from '../text/feelings';
import {
  closed,
  evidenceOf,
  inMarks,
  quoteAround,
  readable,
  weavable,
  type Naming,
  type Quote,
} from '../text/quotes';
import { asReported } from '../text/report';
import type { ClientDiscovery } from '../types';

const MOST = 4;
const SELF = /\b(?:i|i'm|i've|me|my|myself)\b/g;
const DEEP =
  /\b(?:always|never|afraid|scared|fear|enough|deserve|who i am|my whole life|all my life|childhood|mum|mom|mother|dad|father|growing up|trust|control|worth|worthy|alone|love|loved|ashamed|shame|guilt|perfect|failure|fail|approval|belong|permission|safe|protect|identity|person|disappoint|hiding|pretend|myself)\b/g;

const FRAMES: readonly [RegExp, (content: string, naming: Naming) => string][] = [
  [
    /^(?:.*?\b)?i(?:'ve| have|'m| am)?(?: just| now| only| finally| suddenly| starting to| beginning to)* (?:realis|realiz)(?:e|ed|ing) (?:that )?(?=(?:i|it|my|there|this|he|she|the)\b)/i,
    (content, naming) => `${naming.Name} realised that ${content}`,
  ],
  [
    /^(?:.*?\b)?i(?:'m| am) (?:starting|beginning) to (?:see|understand|notice) (?:that )?(?=(?:i|it|my|there|this|he|she|the)\b)/i,
    (content, naming) => `${naming.Name} is beginning to see that ${content}`,
  ],
  [
    /^(?:.*?\b)?(?:maybe|perhaps) (?:it's|that's) because (?=(?:i|it|my|there|he|she|the)\b)/i,
    (content, naming) => `${naming.Name} wonders whether it is because ${content}`,
  ],
  [
    /^(?:.*?\b)?i(?:'ve)? (?:noticed|discovered|figured out|learned|learnt) (?:that )?(?=(?:i|it|my|there|the|when)\b)/i,
    (content, naming) => `${naming.Name} noticed that ${content}`,
  ],
];

function phrase(moment: Moment, naming: Naming): string {
  const clean = stripNoise(moment.quote.text).replace(/[.!?,;\s\u2026-]+$/, '');
  for (const [frame, build] of FRAMES) {
    const match = frame.exec(clean);
    if (!match || match[0].length > 45) continue;
    const content = clean.slice(match[0].length);
    const flipped = toThirdPerson(content);
    if (
      flipped.safe &&
      countWords(content) >= 4 &&
      countWords(content) <= 26 &&
      !/[.?!;]\s|"/.test(content)
    ) {
      return closed(build(flipped.text, naming));
    }
  }
  const reported = asReported(moment.quote.text, naming);
  if (reported && !/\b(?:that|this|it)$/.test(reported)) return closed(reported);
  return `In ${naming.possessive} words: ${inMarks(moment.quote.text)}.`;
}

function followingClient(view: SessionView, line: Line): Line | null {
  return (
    view.lines.slice(line.index + 1, line.index + 6).find((other) => !other.coach && !other.backchannel) ??
    null
  );
}

/** 0 .. about 8: self-reference, language of belief and identity, and feeling around the realisation. */
export function depthOf(view: SessionView, moment: Moment): number {
  const { lower } = moment.line;
  const next = followingClient(view, moment.line);
  const around = [moment.line, ...(next ? [next] : [])];
  const self = Math.min(2, (lower.match(SELF)?.length ?? 0) / 3);
  const belief = Math.min(2.5, (lower.match(DEEP)?.length ?? 0) * 0.8);
  const feeling = Math.min(
    2,
    around.reduce(
      (sum, line) =>
        sum + namedFeelings(line.lower).length * 0.8 + (readingNoun(line.utterance.emotion) ? 0.5 : 0),
      0,
    ),
  );
  return self + belief + feeling + (moment.strength >= 0.9 ? 1 : 0) + (moment.line.words >= 30 ? 0.5 : 0);
}

function emotionalResponse(found: Findings, moment: Moment): { text: string; quote: Quote | null } {
  const next = followingClient(found.view, moment.line);
  for (const line of [moment.line, ...(next ? [next] : [])]) {
    const named = namedFeelings(line.lower)[0];
    if (named) {
      const quote = quoteAround(line, named.at, 18);
      if (quote.text === moment.quote.text) return { text: `Language suggests ${named.noun}.`, quote: null };
      if (weavable(quote.text))
        return { text: `Language suggests ${named.noun}: ${inMarks(quote.text)}.`, quote };
    }
  }
  for (const line of [moment.line, ...(next ? [next] : [])]) {
    const noun = readingNoun(line.utterance.emotion);
    if (noun) return { text: `Language suggests ${noun}.`, quote: null };
  }
  return { text: 'No feeling is named around it; the language stays even.', quote: null };
}

/** New realisations in the client's own words, the clearest first chosen, told in spoken order. */
export function clientDiscoveries(found: Findings): ClientDiscovery[] {
  const chosen: Moment[] = [];
  const ranked = found.insights
    .filter((moment) => readable(moment.quote.text) && countWords(moment.quote.text) >= 5)
    .sort((a, b) => b.strength - a.strength || depthOf(found.view, b) - depthOf(found.view, a));
  for (const moment of ranked) {
    if (chosen.length >= MOST) break;
    const stems = contentStems(moment.quote.text);
    if (chosen.some((other) => overlap(stems, contentStems(other.quote.text)) > 0.7)) continue;
    chosen.push(moment);
  }
  return chosen
    .sort((a, b) => a.line.index - b.line.index)
    .map((moment) => {
      const depth = depthOf(found.view, moment);
      const response = emotionalResponse(found, moment);
      return {
        insight: phrase(moment, found.naming),
        depthLevel: depth >= 4 ? 'Deep' : depth >= 2.2 ? 'Moderate' : 'Surface',
        emotionalResponse: response.text,
        ...evidenceOf([moment.quote, ...(response.quote ? [response.quote] : [])]),
      };
    });
}

import type { Findings } from '../context';
import { certaintyOf, clientAnswer, type Line } from '../session-view';
import { evidenceOf, inMarks, quoteAround, weavable, type Quote } from '../text/quotes';
import type { CommunicationPattern } from '../types';

/** Fewest client words, and fewest sensory expressions, before anything is said about them. */
const LEAST_WORDS = 150;
const LEAST_SENSORY = 5;

const SENSORY: Record<'Visual' | 'Auditory' | 'Kinesthetic', RegExp> = {
  Visual:
    /\b(?:i (?:can |could |don't |can't )?see (?:it|that|how|myself|what|now|where|the)|look(?:s|ed|ing)? (?:like|at|back|ahead)|picture|imagin\w+|clear(?:er|ly)?|vision|perspective|focus(?:ed)?|view|bright\w*|dark\w*|foggy|blurry|in front of me|point of view|big picture|light at|image|show(?:s|ed)? up|reflect\w*)\b/g,
  Auditory:
    /\b(?:hear(?:s|d|ing)?|sounds? (?:like|good|right|off|strange)|listen(?:s|ed|ing)?|loud(?:er|ly)?|quiet(?:er)?|voice(?:s)?|tone|rings? (?:true|a bell)|echo\w*|silen(?:t|ce)|noise|in tune|out loud|tells? me that)\b/g,
  Kinesthetic:
    /\b(?:feel(?:s|ing)?|felt|heavy|heavier|weight|pressure|grasp|hold(?:ing)? (?:on|back|it|onto)|carry(?:ing)?|stuck|push(?:ed|ing)?|pull(?:ed|ing)?|gut|tight(?:ness)?|tense|tension|grip|drown\w*|ground(?:ed)?|balance|lighter|in my (?:chest|stomach|body|shoulders)|knot|on my shoulders|crush\w*|smooth|rough|warm|cold|sinking|floating|exhaust\w*|shak(?:y|ing)|freez\w*|froze)\b/g,
};
const NOT_SENSORY =
  /\b(?:i feel like (?:that|it|you|we|they)|feel free|i see\b(?:[.,]|$)|looks? like (?:he|she|they|it))/g;
const METAPHOR =
  /\b(?:it(?:'s| is| was|'s kind of|'s almost)|i(?:'m| am| feel| felt)|that(?:'s| was)) (?:just |kind of |almost |sort of |really )?like (?:a|an|the|i'm|being|someone|walking|swimming|running|carrying|drowning|sitting|standing|trying to)\b/g;
const HEDGES = /\b(?:i guess|maybe|sort of|kind of|i suppose|probably|i don't know|not sure|a little bit)\b/g;
const ABSOLUTES =
  /\b(?:always|never|everyone|nobody|no one|everything|nothing|completely|totally|impossible|every single)\b/g;
const OBLIGATION = /\b(?:i should|i have to|i must|i need to|i ought to|i'm supposed to|i've got to)\b/g;
const PREFERENCES: readonly RegExp[] = [
  /\bi(?:'d)? (?:think|work|learn|do|process|remember|understand)(?: things)? (?:much )?(?:better|best) (?:when|if|with|by)\b/g,
  /\b(?:it helps (?:me )?(?:when|if|to)|i need to (?:write|talk|think|see|hear) (?:it|this|that|things)|i like (?:lists|plans|to (?:write|talk|think|plan|see|have))|writing (?:it|things) down helps|i have to write|(?:can|could) you give me an example|i(?:'m| am) a (?:visual|list|numbers|details?|big[- ]picture|hands[- ]on)\b)/g,
];

function hits(lines: readonly Line[], pattern: RegExp, skip?: RegExp): { line: Line; at: number }[] {
  return lines.flatMap((line) => {
    const text = skip ? line.lower.replace(skip, (match) => ' '.repeat(match.length)) : line.lower;
    return [...text.matchAll(pattern)].map((match) => ({ line, at: match.index }));
  });
}

function citation(found: { line: Line; at: number }[]): Quote | null {
  for (const { line, at } of found) {
    const quote = quoteAround(line, at, 20);
    if (weavable(quote.text) && quote.text.split(/\s+/).length >= 4) return quote;
  }
  return null;
}

function processing(lines: readonly Line[]): {
  style: CommunicationPattern['processingStyle'];
  quotes: Quote[];
  sentence: string | null;
} {
  const counted = (['Visual', 'Auditory', 'Kinesthetic'] as const)
    .map((style) => ({ style, found: hits(lines, SENSORY[style], NOT_SENSORY) }))
    .sort((a, b) => b.found.length - a.found.length);
  const total = counted.reduce((sum, entry) => sum + entry.found.length, 0);
  const lead = counted[0];
  if (!lead || total < LEAST_SENSORY) return { style: 'Mixed', quotes: [], sentence: null };
  if (lead.found.length / total < 0.55 || lead.found.length < 4)
    return { style: 'Mixed', quotes: [], sentence: null };
  const quote = citation(lead.found);
  const word = { Visual: 'seeing', Auditory: 'hearing and sounding', Kinesthetic: 'feeling and touch' }[
    lead.style
  ];
  return {
    style: lead.style,
    quotes: quote ? [quote] : [],
    sentence: quote ? `Words of ${word} come up most: ${inMarks(quote.text)}.` : null,
  };
}

function expressions(found: Findings): { texts: string[]; quotes: Quote[] } {
  const { clientContent: lines, clientWords: words } = found.view;
  const texts: string[] = [];
  const quotes: Quote[] = [];
  const note = (list: { line: Line; at: number }[], least: number, text: (quote: string) => string): void => {
    if (list.length < least) return;
    const quote = citation(list);
    if (!quote || quotes.some((other) => other.text === quote.text)) return;
    texts.push(text(inMarks(quote.text)));
    quotes.push(quote);
  };
  note(hits(lines, METAPHOR), 1, (quote) => `Speaks in images: ${quote}.`);
  note(
    hits(lines, OBLIGATION),
    Math.max(4, words / 150),
    (quote) => `Returns to the language of obligation: ${quote}.`,
  );
  note(hits(lines, ABSOLUTES), Math.max(5, words / 120), (quote) => `Reaches for absolute words: ${quote}.`);
  note(hits(lines, HEDGES), Math.max(5, words / 60), (quote) => `Softens statements as they form: ${quote}.`);
  return { texts: texts.slice(0, 3), quotes: quotes.slice(0, 3) };
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

function preferences(found: Findings): { texts: string[]; quotes: Quote[] } {
  const { view } = found;
  const texts: string[] = [];
  const quotes: Quote[] = [];
  for (const pattern of PREFERENCES) {
    const quote = citation(hits(view.clientContent, pattern));
    if (quote && texts.length < 2) {
      texts.push(`${found.naming.possessive} own words: ${inMarks(quote.text)}.`.replace(/^your/, 'Your'));
      quotes.push(quote);
    }
  }
  const lengths = (open: boolean): number[] =>
    view.coachContent
      .filter((line) => certaintyOf(line, open ? 'question_open' : 'question_closed') >= 0.5)
      .map((line) => clientAnswer(view, line).reduce((sum, part) => sum + part.words, 0));
  const [open, closed] = [lengths(true), lengths(false)];
  if (open.length >= 4 && closed.length >= 4) {
    if (mean(open) > mean(closed) * 1.6)
      texts.push('Says clearly more in answer to open questions than to closed ones.');
    else if (mean(closed) > mean(open) * 1.6)
      texts.push('Says more when the question is narrow than when it is wide open.');
  }
  return { texts, quotes };
}

const words = (part: readonly Line[]): number =>
  Math.max(
    1,
    part.reduce((sum, line) => sum + line.words, 0),
  );

function changes(found: Findings): { texts: string[]; quotes: Quote[] } {
  const { clientContent: lines } = found.view;
  const half = Math.floor(lines.length / 2);
  if (half < 5) return { texts: [], quotes: [] };
  const [early, late] = [lines.slice(0, half), lines.slice(half)];
  const rate = (part: readonly Line[], pattern: RegExp): number =>
    (100 * hits(part, pattern).length) / words(part);
  const doubt = /\b(?:i can't|i don't know|i should|i have to|i'm not|i never|it's hard|impossible)\b/g;
  const agency = /\b(?:i can|i will|i'll|i want|i'm going to|i could|i choose|i decided|i know i)\b/g;
  const texts: string[] = [];
  const quotes: Quote[] = [];
  if (
    rate(late, agency) > rate(early, agency) * 1.8 &&
    hits(late, agency).length >= 4 &&
    rate(late, doubt) <= rate(early, doubt)
  ) {
    const own = found.commitments.find((item) => item.origin === 'client' && late.includes(item.line));
    const quote = own?.quotes[0] ?? null;
    if (quote) {
      texts.push(
        `Later in the session \u2018I can\u2019 and \u2018I will\u2019 take over from \u2018I should\u2019 and \u2018I can\u2019t\u2019: ${inMarks(quote.text)}.`,
      );
      quotes.push(quote);
    }
  }
  return { texts, quotes };
}

/** How the client put things; `null` below a minimum of evidence. */
export function communicationPatterns(found: Findings): CommunicationPattern | null {
  if (found.view.clientWords < LEAST_WORDS) return null;
  const senses = processing(found.view.clientContent);
  const expressed = expressions(found);
  const preferred = preferences(found);
  const changed = changes(found);
  const quotes = [...senses.quotes, ...expressed.quotes, ...preferred.quotes, ...changed.quotes];
  if (
    quotes.length === 0 ||
    (senses.style === 'Mixed' && expressed.texts.length + preferred.texts.length < 2)
  )
    return null;
  return {
    processingStyle: senses.style,
    expressionPatterns: [...(senses.sentence ? [senses.sentence] : []), ...expressed.texts],
    communicationPreferences: preferred.texts,
    notableChanges: changed.texts,
    ...evidenceOf(quotes),
  };
}

import { contentWords, countWords, splitClauses, splitSentences, type TextSpan } from '@app/utterance-coding';
import type { Line } from '../session-view';

/** How the client is named in findings. Never a label: a first name, or "your client". */
export interface Naming {
  /** `Maya` or `your client`, inside a sentence. */
  name: string;
  /** `Maya` or `Your client`, at its start. */
  Name: string;
  /** `Maya's` or `your client's`. */
  possessive: string;
  Possessive: string;
  /** How the coach is named: a first name or "the coach". */
  coach: string;
}

function firstName(name: string | null): string | null {
  const first =
    name
      ?.trim()
      .split(/\s+/)[0]
      ?.replace(/[^\p{L}'-]/gu, '') ?? '';
  return first.length > 1 ? first : null;
}

export function namingOf(clientName: string | null, coachName: string | null): Naming {
  const known = firstName(clientName);
  const name = known ?? 'your client';
  const possessive = `${name}\u2019s`;
  return {
    name,
    Name: known ?? 'Your client',
    possessive,
    Possessive: known ? possessive : 'Your client\u2019s',
    coach: firstName(coachName) ?? 'the coach',
  };
}

/** A verbatim quote with the utterance it comes from. */
export interface Quote {
  text: string;
  line: Line;
}

const LEADING =
  /^(?:(?:um+|uh+|er+m*|hmm+|mm+(?:-?hm+)?|mhm|well|yeah|yes|yep|no|oh|ah|ok(?:ay)?|right|sure|so|and|but|like|or|i mean|you know(?: what)?|i guess|actually|basically|honestly|let me think|exactly|absolutely|definitely|cause|because|then)(?:\s*[,.\u2026\u2014-]+\s*)|(?:um+|uh+|er+m*|hmm+|and then|and|but|so|cause|because|yeah|i mean|you know)\s+|\[[^\]]*\]\s*|\([^)]*\)\s*|[\s,.;:\u2026\u2014-]+)+/i;
const TRAILING =
  /(?:[\s,]+(?:um+|uh+|you know|i mean|like|so|and|but|or|because|cause|or something|or whatever|and stuff)|\s*\[[^\]]*\]|[\s,;:\u2014-]+)+[.,\s]*$/i;

/** A part of a text without hesitations and conjunctions at its ends; still a verbatim part of it. */
export function cleanSpan(text: string, start: number, end: number): TextSpan {
  let part = text.slice(start, end);
  let from = start;
  const lead = LEADING.exec(part)?.[0].length ?? 0;
  if (lead > 0 && countWords(part.slice(lead)) >= 2) {
    from += lead;
    part = part.slice(lead);
  }
  const tail = TRAILING.exec(part);
  if (tail && countWords(part.slice(0, tail.index)) >= 2) part = part.slice(0, tail.index);
  const trimmed = part.trimEnd();
  const pad = part.length - part.trimStart().length;
  return { text: trimmed.slice(pad), start: from + pad, end: from + trimmed.length };
}

/** The sentence of `line` that holds `at`, or its clauses around `at` when it is longer than `maxWords`. */
export function spanAround(line: Line, at: number, maxWords = 30): TextSpan {
  const { text } = line;
  const sentence = splitSentences(text).find((part) => at < part.end) ?? { text, start: 0, end: text.length };
  const whole = cleanSpan(text, sentence.start, sentence.end);
  if (countWords(whole.text) <= maxWords) return whole;
  const clauses = splitClauses(text).filter(
    (part) => part.start >= sentence.start && part.end <= sentence.end,
  );
  const first = Math.max(
    0,
    clauses.findIndex((part) => at < part.end),
  );
  let from = first;
  let to = first;
  const words = (a: number, b: number): number =>
    countWords(text.slice(clauses[a]?.start ?? 0, clauses[b]?.end ?? 0));
  while (to + 1 < clauses.length && words(from, to + 1) <= maxWords) to += 1;
  while (from > 0 && words(from - 1, to) <= maxWords) from -= 1;
  const start = clauses[from]?.start ?? sentence.start;
  const span = cleanSpan(text, start, clauses[to]?.end ?? sentence.end);
  if (countWords(span.text) <= maxWords) return span;
  const tokens = [...text.slice(Math.max(span.start, 0), span.end).matchAll(/\S+/g)].slice(0, maxWords);
  const last = tokens.at(-1);
  return last ? cleanSpan(text, span.start, span.start + last.index + last[0].length) : span;
}

export function quoteAround(line: Line, at: number, maxWords = 30): Quote {
  return { text: spanAround(line, at, maxWords).text, line };
}

/** A short verbatim quote of a line's beginning that carries content. */
export function quoteOf(line: Line, maxWords = 30): Quote {
  const sentences = splitSentences(line.text);
  const full = sentences.find((part) => countWords(part.text) >= 4) ?? sentences[0];
  return quoteAround(line, full?.start ?? 0, maxWords);
}

/**
 * The sentence of a line that says most, `null` when none is fit to quote: six to twenty-five words, first person,
 * content words; `must` has to match its lower-case form, `not` are quotes already in use.
 */
export function bestSentence(
  line: Line,
  must: RegExp | null = null,
  not: readonly string[] = [],
  maxWords = 28,
): Quote | null {
  let best: { text: string; score: number } | null = null;
  for (const sentence of splitSentences(line.text)) {
    if (must && !must.test(sentence.text.toLowerCase().replace(/\u2019/g, "'"))) continue;
    const { text } = spanAround(line, sentence.start, maxWords);
    const words = countWords(text);
    if (words < 3 || not.includes(text) || !weavable(text)) continue;
    const content = contentWords(text).length;
    const first = /\b(?:i|my|me|i'm|i've)\b/i.test(text) ? 1.5 : 0;
    const broken =
      /\b(\w+) \1\b|(?:i'm|it's|that's), ?(?:it's|i'm|like|um|i've)|,\s*(?:um|like|you know)\b/i.test(text)
        ? -2
        : 0;
    const asking = text.endsWith('?') ? -1.5 : 0;
    const score = Math.min(5, content) + first + broken + asking + (words >= 6 && words <= 25 ? 1 : 0);
    if (!best || score > best.score) best = { text, score };
  }
  return best ? { text: best.text, line } : null;
}

/** `“quote”`, without a closing full stop or comma, to stand inside a sentence. */
export function inMarks(quote: string): string {
  return `\u201c${quote.replace(/[\s.,;:\u2026-]+$/, '').replace(/[\u201c\u201d"]/g, '\u2033')}\u201d`;
}

/** Whether a quote can be woven into prose: it holds no quotation marks of its own and no bracketed notes. */
export function weavable(quote: string): boolean {
  return !/["\u201c\u201d[\]]/.test(quote) && countWords(quote) > 1;
}

const DANGLING_END =
  /\b(?:of|the|a|an|to|and|or|but|with|for|in|on|at|my|your|their|because|that|which|i'm|i|is|was|like|if|than|so|not|about|from|as|can|will|would|where|maybe|i've|i'd|i'll|it's|that's|anything|they)$/;

/** Whether a quote reads as a sentence to somebody who was not there: no broken start, no loose end, few fillers. */
export function readable(quote: string): boolean {
  const lower = quote
    .toLowerCase()
    .replace(/\u2019/g, "'")
    .replace(/[\s.,;:!\u2026-]+$/, '');
  if (
    !weavable(quote) ||
    DANGLING_END.test(lower) ||
    /--|\u2014|\w- /.test(quote) ||
    /^(?:oops|which|than|that i'm)\b/.test(lower)
  )
    return false;
  const noise =
    lower.match(
      /\b(?:um|uh|er|you know|i mean|sort of|kind of|or something|like,)(?=[\s,.]|$)|\b(\w+)-\s?\1\b/g,
    )?.length ?? 0;
  return noise <= 1;
}

/** Closes a sentence with a full stop unless it already ends. */
export function closed(sentence: string): string {
  return /[.?!\u2026][\u201d\u2019"')]?$/.test(sentence) ? sentence : `${sentence}.`;
}

/** `evidence` and `utterances` of a finding from its quotes: one entry each, repeats left out, in spoken order. */
export function evidenceOf(quotes: readonly Quote[]): { evidence: string[]; utterances: number[] } {
  const seen = new Set<string>();
  const kept = quotes
    .filter((quote) => {
      const key = `${quote.line.index}:${quote.text}`;
      if (quote.text === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.line.index - b.line.index);
  return { evidence: kept.map((quote) => quote.text), utterances: kept.map((quote) => quote.line.seq) };
}

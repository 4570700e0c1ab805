import { splitSentences } from './sentences';
import { countWords } from './words';

/**
 * Rephrasing of spoken client language: cutting it into clauses, taking the noise of speech away, and turning
 * first person into second or third. Nothing here guesses: where a flip could go wrong the result says so
 * (`safe: false`) and the caller quotes verbatim instead.
 */

/** A verbatim part of a longer text: `source.slice(start, end) === text`. */
export interface TextSpan {
  text: string;
  start: number;
  end: number;
}

/** A clause and the conjunction that led into it (lower case), which is not part of `text`. */
export interface Clause extends TextSpan {
  connector: string | null;
}

/** A person flip. `safe` is false when pronouns left in the text could be read wrongly. */
export interface Rephrased {
  text: string;
  safe: boolean;
}

const APOSTROPHE = /[\u2018\u2019\u02bc]/g;
function trimmedSpan(source: string, from: number, to: number): TextSpan | null {
  let start = from;
  let end = to;
  while (start < end && /[\s,;:\u2013\u2014"\u201c\u201d-]/.test(source[start] ?? '')) start += 1;
  while (end > start && /[\s,;:\u2013\u2014"\u201c\u201d-]/.test(source[end - 1] ?? '')) end -= 1;
  return end > start ? { text: source.slice(start, end), start, end } : null;
}

const SUBJECT =
  "(?:i|i'm|i've|i'd|i'll|im|ive|you|you're|he|he's|she|she's|it|it's|we|we're|they|they're|there|there's|that's|this|my|maybe|then|now)";
// Longer alternatives first: the first that matches at a position wins.
const CLAUSE_BREAK = new RegExp(
  [
    '\\s*[;:]\\s+',
    '\\s*(?:--+|\\u2014|\\s\\u2013\\s|\\s-\\s)\\s*',
    ',?\\s+(but then|and then|even though|but|because|cause|although|though|whereas|so that)(?:,\\s+|\\s+)',
    `,?\\s+(and|so|or|which means)(?:,\\s+|\\s+)(?=${SUBJECT}\\b)`,
    `,\\s+(?=${SUBJECT}\\b)`,
    ',\\s+(so|and so|yet|while|when|if|which|unless|until)\\s+',
  ].join('|'),
  'gi',
);

/**
 * Clauses of a text, verbatim. Cuts at sentence ends, semicolons, dashes, and before conjunctions that open a new
 * clause; works without punctuation or case as well. `"and"` inside a list is left alone.
 */
export function splitClauses(text: string): Clause[] {
  const plain = text.replace(APOSTROPHE, "'");
  const clauses: Clause[] = [];
  for (const sentence of splitSentences(text)) {
    const body = plain.slice(sentence.start, sentence.end);
    let from = 0;
    let connector: string | null = null;
    const push = (to: number): void => {
      const span = trimmedSpan(text, sentence.start + from, sentence.start + to);
      if (span && /[a-z0-9]/i.test(span.text)) clauses.push({ ...span, connector });
    };
    for (const match of body.matchAll(CLAUSE_BREAK)) {
      if (match.index < from) continue;
      push(match.index);
      from = match.index + match[0].length;
      connector = (match[1] ?? match[2] ?? match[3])?.toLowerCase() ?? null;
    }
    push(body.length);
  }
  return clauses;
}

const LEADING_NOISE =
  /^(?:(?:well|yeah|yes|yep|yup|no|nope|um+|uh+|er+|erm+|hmm+|mm+(?:-?hm+)?|mhm|oh|ah|ok|okay|right|sure|so|and|but|like|actually|basically|honestly|i mean|you know(?: what)?|i guess|to be honest|let me see|let's see|now|anyway|alright|all right|exactly|absolutely|definitely|obviously|because|cause)\b(?:\s*[,.\u2026\u2014-]+\s*|\s+))+/i;
const SAFE_LEADING_WITHOUT_COMMA =
  /^(?:(?:um+|uh+|er+|erm+|hmm+|yeah|well|and|but|so|because|cause|i mean|you know|oh|ok|okay|like)\b[\s,.\u2026\u2014-]+)+/i;
const TRAILING_NOISE =
  /(?:[\s,]+(?:you know(?: what i mean)?|i guess|i mean|or something(?: like that)?|or whatever|and stuff(?: like that)?|and everything|and all that|right|really|so|and|but|or|um+|uh+|like|though|i suppose|because|cause|yeah|basically))+[\s,.\u2026-]*$/i;

/**
 * Takes the noise of speech away: brackets, fillers, stutters, discourse markers at either end. The result reads
 * well but is no longer verbatim, so it must never be used as a quote.
 */
export function stripNoise(text: string): string {
  let out = text
    .replace(APOSTROPHE, "'")
    .replace(/\[[^\]]*\]|\([^)]*\)/g, ' ')
    .replace(/\b(\w+)(?:-+\s*\1\b)+/gi, '$1')
    .replace(/\b(i|i'm|you|we|he|she|it|they|the|a|to|and|my|that|of|in|so|but|it's)(?:,?\s+\1\b)+/gi, '$1')
    .replace(/[\s,]+(?:um+|uh+|er|erm)\b,?/gi, ' ')
    .replace(/,\s*(?:you know|i mean|like|i guess|sort of|kind of)\s*,/gi, ',')
    .replace(/\s+you know,?(?=\s+(?:i|my|me|the|a|like|just|it|that|when|if)\b)/gi, ' ')
    .replace(/\b(?:just|like)\s+like\b/gi, 'like')
    .replace(/\b(?:kind of|sort of|kinda|sorta)\s+/gi, '')
    .replace(/--+|\u2014/g, ' ')
    .replace(/\s+([,.?!;:])/g, '$1')
    .replace(/,{2,}/g, ',')
    .replace(/\s+/g, ' ')
    .trim();
  for (let before = ''; before !== out;) {
    before = out;
    const stripped = /^[^,.]*[,.\u2026\u2014-]/.test(out) ? out.replace(LEADING_NOISE, '') : out;
    out = (stripped === out ? out.replace(SAFE_LEADING_WITHOUT_COMMA, '') : stripped)
      .replace(TRAILING_NOISE, '')
      .trim();
  }
  return out.replace(/^[\s,.;:\u2026-]+|[\s,;:-]+$/g, '').replace(/\bi(?=$|['\s,.?!])/g, 'I');
}

interface Person {
  subject: string;
  object: string;
  possessive: string;
  possessivePronoun: string;
  reflexive: string;
}

const SECOND: Person = {
  subject: 'you',
  object: 'you',
  possessive: 'your',
  possessivePronoun: 'yours',
  reflexive: 'yourself',
};
/** Singular "they": right for everybody, and its verbs keep the form they have after "I". */
const THIRD: Person = {
  subject: 'they',
  object: 'them',
  possessive: 'their',
  possessivePronoun: 'theirs',
  reflexive: 'themselves',
};

const ADVERB =
  '(?:(?:just|really|also|always|never|still|actually|probably|definitely|only|even|often|already|maybe|kind of|sort of|[a-z]+ly)\\s+)';
const TO_BE: Record<string, string> = {
  am: 'are',
  was: 'were',
  "wasn't": "weren't",
  wasnt: "weren't",
  "ain't": "aren't",
};

const be = (word: string): string => TO_BE[word.toLowerCase()] ?? word;

function flip(text: string, person: Person): string {
  return (
    text
      .replace(APOSTROPHE, "'")
      // "I just am", "I was": the verb "to be" follows its new subject.
      .replace(
        new RegExp(`\\bi\\s+(${ADVERB}{0,2})(am|was|wasn't|wasnt|ain't)\\b`, 'gi'),
        (_, adverbs: string, verb: string) => `${person.subject} ${adverbs}${be(verb)}`,
      )
      .replace(/\b(am|was|wasn't)\s+i\b/gi, (_, verb: string) => `${be(verb)} ${person.subject}`)
      .replace(/\bi'm\b|\bim\b(?=\s)/gi, `${person.subject}'re`)
      .replace(/\bi've\b|\bive\b(?=\s)/gi, `${person.subject}'ve`)
      .replace(/\bi'd\b|\bid\b(?=\s+(?:like|love|rather|have|be|say|never|just)\b)/gi, `${person.subject}'d`)
      .replace(
        /\bi'll\b|\bill\b(?=\s+(?:be|do|try|have|go|get|just|never|make|call|start|see|take)\b)/gi,
        `${person.subject}'ll`,
      )
      .replace(/\bi\b(?!\.)/gi, person.subject)
      .replace(/\bmyself\b/gi, person.reflexive)
      .replace(/\bmine\b/gi, person.possessivePronoun)
      .replace(/\bmy\b/gi, person.possessive)
      .replace(/\bme\b/gi, person.object)
      .replace(/\bam\b(?!\.)/g, 'are')
  );
}

/** A second verb hanging on "I" ("I was tired and was late"), or words whose flip needs more than a table. */
const RISKY =
  /\b(?:and|but|or)\s+(?:just\s+|really\s+|also\s+)?(?:was|wasn't|am)\b|\blet me\b|\bdear me\b|\bwoe\b/i;
/** Somebody else's words inside the client's ("he said I'm lazy"): whose "I" it is cannot be known. */
const INNER_SPEECH =
  /["\u201c\u201d]|\b(?:like|say|says|said|saying|goes|told (?:him|her|them|me|myself)|thinking|asked|be like)\s*[,:]?\s+(?:(?:oh|okay|ok|hey|well|no|yeah)\b|"|i(?:'m|'ll|'ve)?\b)/i;
const FIRST_PLURAL = /\b(?:we|us|our|ours|ourselves|we're|we've|we'd|we'll|let's)\b/i;
const ADDRESS = /\b(?:you|your|yours|yourself|you're|you've|you'd|you'll)\b/i;
const THIRD_PLURAL = /\b(?:they|them|their|theirs|themselves|they're|they've|they'd|they'll)\b/i;

/**
 * Client's first person as the coach would say it back: `"I can't tell my boss"` → `"you can't tell your boss"`.
 * Not safe when the text speaks to the coach ("you"), of "we", or reports other people's words.
 */
export function toSecondPerson(text: string): Rephrased {
  const safe =
    !RISKY.test(text) && !INNER_SPEECH.test(text) && !FIRST_PLURAL.test(text) && !ADDRESS.test(text);
  return { text: flip(text, SECOND), safe };
}

/**
 * Client's first person as reported to a reader: `"I can't tell my boss"` → `"they can't tell their boss"`.
 * Not safe when another "they", a "you" or a "we" would become ambiguous.
 */
export function toThirdPerson(text: string): Rephrased {
  const safe =
    !RISKY.test(text) &&
    !INNER_SPEECH.test(text) &&
    !FIRST_PLURAL.test(text) &&
    !ADDRESS.test(text) &&
    !THIRD_PLURAL.test(text);
  return { text: flip(text, THIRD), safe };
}

/**
 * The text itself, or the longest run of whole sentences or clauses from its start (or from `around`, an offset
 * that must stay inside) within `maxWords`; as a last resort a cut between words. Always a verbatim part of `text`.
 */
export function shortQuote(text: string, maxWords: number, around = 0): string {
  const whole = trimmedSpan(text, 0, text.length);
  if (!whole) return '';
  if (countWords(whole.text) <= maxWords) return whole.text;
  for (const parts of [splitSentences(text), splitClauses(text)]) {
    const first = parts.findIndex((part) => part.end > around);
    if (first < 0) continue;
    const start = parts[first]?.start ?? 0;
    let end = -1;
    for (const part of parts.slice(first)) {
      if (countWords(text.slice(start, part.end)) > maxWords) break;
      end = part.end;
    }
    if (end > 0) return text.slice(start, end);
  }
  const from = splitClauses(text).find((part) => part.end > around)?.start ?? 0;
  const words = [...text.slice(from).matchAll(/\S+/g)].slice(0, maxWords);
  const last = words.at(-1);
  return last
    ? text.slice(from, from + last.index + last[0].length).replace(/[\s,;:\u2014-]+$/, '')
    : whole.text;
}

export function capitalise(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const COMMON_START =
  /^(?:a|an|the|this|that|these|those|my|your|his|her|its|our|their|you|he|she|it|we|they|there|what|when|where|why|how|who|which|if|in|on|at|to|for|from|with|by|about|of|as|and|but|or|so|because|then|now|just|not|no|never|always|every|each|some|any|all|most|more|one|maybe|sometimes|even|after|before|while|until|once|being|having|getting|going|doing|trying|is|are|was|were|do|does|did|have|has|had|can|could|would|should|will|am|[a-z]+ing|[a-z]+ly)\b/i;

/** Lower-cases the first letter where the first word is a common one; names and "I" keep their capital. */
export function lowerFirst(text: string): string {
  return COMMON_START.test(text) ? text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : text;
}

import { wordCount } from './plain';

/** A verbatim part of a longer text that can stand in quotation marks. */
export interface Fragment {
  text: string;
  words: number;
  /** Ends where the speaker's own clause ends, so that nothing is cut off in the middle. */
  complete: boolean;
}

/** Characters of an utterance searched for something to quote; nobody needs more to find one sentence. */
const LONGEST_SEARCHED = 4_000;

const LEADING =
  /^(?:and|but|so|because|'?cause|which(?= i)|that(?= i)|well|um+|uh+|erm?|hmm+|mm+|oh|like|yeah|yes|no|okay|ok|right|then|you know|i mean|i guess|you see|it's just(?: that)?(?= (?:i|my|it|he|she|they|when))|maybe|mm-hmm|uh-huh|just|also|basically|actually|honestly|sure|all right)\b[\s,-]*/i;
/** What can never close a quotation, even where the speaker stopped. */
const TRAILING_NOISE =
  /[\s,-]+(?:and|but|so|because|'?cause|or|um+|uh+|like|you know|i mean|well|just|the|a|an|my|your)$/i;
/** What leaves a clause hanging when we, not the speaker, cut it. */
const TRAILING =
  /[\s,-]+(?:and|but|so|because|'?cause|to|the|a|an|of|in|on|at|with|for|from|that|which|who|like|just|i|my|your|you|it's|that's|is|was|are|were|am|be|or|um+|uh+|if|when|as|really|very|kind|sort|not|do|don't|have|has|i'm|i've|you're|we're|they're|you know|i mean|about|by|than|then|what|how|where|can|could|would|will|should|might|maybe|because of|this|these|those|their|his|our|some|any|more|even|into|gonna|wanna|gotta|going|getting|i'd|i'll|there's|well|want|need|says?|said)$/i;
const UNCLEAN =
  /\[|\]|\(|\)|\b([\w']+)(?:-+\s*\1\b)+|\w-\s|\s{2}|\b(?:um+|uh+|erm|hmm+)\b|--|\b(\w+) \2\b|, like,|^\w+ \w+, (?:when|if|like)\b|\bi'm i\b|\bi'm i'm\b|\b(\w+ \w+),? (?:\w+, )?\3\b/i;
const THIN =
  /^(?:i don't know|i guess(?: so)?|i think(?: so)?|you know|that's (?:it|right|true)|i mean|of course|i'm not sure|that would be|i see|thank you.*|i would|i do|it is|leave it with me|go on then|i did think about (?:this|that|it)|i suppose(?: so)?|i'm just saying|let me think|that's (?:me|us)|i mean it|good morning|hello.*|hi.*)$/i;

function trimEdges(text: string, closed: boolean): string {
  let out = text
    .trim()
    .replace(/^[-–—,;:.…"“”]+|[-–—,;:.…"“”]+$/g, '')
    .trim();
  for (let i = 0; i < 5; i++) {
    const next = out.replace(LEADING, '').replace(/^[-–—,;:\s]+/, '');
    if (next === out || wordCount(next) < 2) break;
    out = next;
  }
  const tail = closed ? TRAILING_NOISE : TRAILING;
  for (let i = 0; i < 5; i++) {
    const next = out.replace(tail, '').replace(/[-–—,;:\s]+$/, '');
    if (next === out || wordCount(next) < 2) break;
    out = next;
  }
  return out;
}

/** An end no listener would take for one, even where a full stop stands. */
const HANGS =
  /\b(?:can|could|will|would|to|the|a|an|my|your|of|with|is|was|are|were|and|but|i|i'm|i'd|i've|i'll|it's|that's|who|which|because|if|nobody|about to|going)$/i;

interface Piece {
  start: number;
  end: number;
  /** The clause is closed by the speaker (mark or end of text), not by a break-off. */
  closed: boolean;
}

/** Clauses by punctuation; very long ones also before a conjunction, as captions often lack marks. */
function pieces(text: string): Piece[] {
  const out: Piece[] = [];
  const boundary = /[.?!;…]+|,|--+|[—–]|(?<=\w)-(?=\s|$)|$/g;
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index;
    if (end > start) {
      const mark = match[0];
      out.push(...splitLong(text, start, end, isClosed(text, match.index, mark)));
    }
    start = match.index + match[0].length;
  }
  return out;
}

/** Whether the speaker ended here, as opposed to breaking off or only drawing breath. */
function isClosed(text: string, at: number, mark: string): boolean {
  if (/^[.?!;…]/.test(mark) || mark === '') return true;
  if (mark !== ',') return false;
  const after = text.slice(at + 1);
  if (/^\s*(?:um+|uh+|erm?|you know|i mean|like|well)\b/i.test(after)) return false;
  return !TRAILING.test(text.slice(Math.max(0, at - 40), at));
}

function splitLong(text: string, start: number, end: number, closed: boolean): Piece[] {
  const chunk = text.slice(start, end);
  if (wordCount(chunk) <= 8) return [{ start, end, closed }];
  const out: Piece[] = [];
  let from = start;
  for (const match of chunk.matchAll(
    /\s(?=(?:and|but|because|'?cause|so|which|when|although|then|i'm|i've|i) )/gi,
  )) {
    const at = start + match.index;
    if (wordCount(text.slice(from, at)) < 4 || wordCount(text.slice(at, end)) < 3) continue;
    // "and I", "because I": the conjunction opened this clause already.
    if (
      /\b(?:and|but|because|so|when|which|then|that|if|think|like|know|feel|what|as)$/i.test(
        text.slice(from, at),
      )
    )
      continue;
    out.push({ start: from, end: at, closed: false });
    from = at + 1;
  }
  out.push({ start: from, end, closed });
  return out;
}

/** What makes one fragment better than another. */
export interface FragmentWish {
  /** Words in `plain`-like lower case the fragment should contain. */
  cue?: RegExp | null;
  maxWords?: number;
  minWords?: number;
  /** Prefer clauses about the speaker ("I …", "it …"), as for a client's own account. */
  firstPerson?: boolean;
}

const STOP =
  /^(?:the|a|an|and|but|so|i|it|is|was|to|of|in|on|that|this|you|we|they|he|she|my|your|at|for|with|be|do|as|or|if|okay|ok|yeah|just|really|like|well|um|uh|know|mean|right|good|great)$/i;

/**
 * The part of a text most worth quoting: clean, closed, about the cue, not longer than a reader takes in at a
 * glance. `null` when nothing in it can be quoted without showing broken speech.
 */
export function bestFragment(source: string, wish: FragmentWish = {}): Fragment | null {
  const text = source.slice(0, LONGEST_SEARCHED);
  const max = wish.maxWords ?? 14;
  const min = wish.minWords ?? 3;
  const parts = pieces(text);
  let best: { fragment: Fragment; score: number } | null = null;
  for (let i = 0; i < parts.length; i++) {
    for (let j = i; j < Math.min(parts.length, i + 5); j++) {
      const first = parts[i];
      const last = parts[j];
      if (!first || !last) continue;
      const raw = text.slice(first.start, last.end);
      if (/[.?!]\s/.test(raw.trim())) break;
      const cut = trimEdges(raw, last.closed);
      const words = wordCount(cut);
      if (
        words < min ||
        words > max ||
        UNCLEAN.test(cut) ||
        (cut.match(/"/g)?.length ?? 0) % 2 === 1 ||
        THIN.test(cut.replace(/[^\w\s']/g, ''))
      )
        continue;
      const content = cut.split(/\s+/).filter((word) => !STOP.test(word.replace(/[^\w']/g, ''))).length;
      if (content < 2 && !(wish.cue && words <= 4)) continue;
      let score = Math.min(content, 6) * 0.5 - Math.max(0, words - 10) * 0.15;
      if (wish.cue?.test(cut.toLowerCase().replace(/[’‘]/g, "'"))) score += 4;
      if (
        wish.firstPerson &&
        /^(?:i|i'm|i've|i'd|i'll|it|it's|my|that's|there's)\b/i.test(cut.replace(/’/g, "'"))
      )
        score += 1;
      const complete = last.closed && raw.trimEnd().endsWith(cut.slice(-4));
      if (complete) score += 0.6;
      if (j > i) score -= 0.25 * (j - i);
      if (HANGS.test(cut)) score -= 3;
      if (!best || score > best.score + 1e-9) best = { fragment: { text: cut, words, complete }, score };
    }
  }
  return best?.fragment ?? null;
}

/** Words that may stand between the words of a cue in the raw text. */
const GAP =
  "(?:[^a-z0-9']+|(?:\\b(?:um+|uh+|erm?|hmm+|mm+|you know|i mean|kind of|kinda|sort of)\\b))*?(?:\\b\\w+-+)?";
const SPOKEN: Readonly<Record<string, string>> = {
  'going to': '(?:going to|gonna|gunna)',
  'want to': '(?:want to|wanna)',
  'got to': '(?:got to|gotta)',
  because: "(?:because|'?cause|cuz)",
};

/** Where words found in the `plain` form of a text stand in the text itself; `null` when they cannot be located. */
export function locateCue(text: string, plainCue: string): { start: number; end: number } | null {
  const words = plainCue.trim().split(' ').filter(Boolean);
  if (words.length === 0) return null;
  let source = words.map((word) => word.replace(/[^a-z0-9'£$%]/g, '')).join(GAP);
  for (const [from, to] of Object.entries(SPOKEN)) source = source.replaceAll(from.split(' ').join(GAP), to);
  // A cue may end within "want to", which speech runs together.
  source = source.replace(/want$/, '(?:want|wanna)').replace(/going$/, '(?:going|gonna)');
  const match = new RegExp(`(?<![a-z0-9'])${source}(?![a-z0-9])`, 'i').exec(
    text.slice(0, LONGEST_SEARCHED).replace(/[’‘`]/g, "'"),
  );
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/**
 * The quotable stretch around a place in the text: the whole sentence where it is short enough, else from the start
 * of the clause that holds the place, as many clauses as fit. Verbatim; may contain a hesitation (`clean` tells).
 */
export function fragmentAround(
  text: string,
  place: { start: number; end: number },
  maxWords: number,
): { text: string; clean: boolean } | null {
  const before = text.slice(0, place.start);
  const from = Math.max(-1, ...[...before.matchAll(/[.?!…]["”]?\s/g)].map((match) => match.index)) + 1;
  const rest = /[.?!…]+/.exec(text.slice(place.end, place.end + LONGEST_SEARCHED));
  const to = rest ? place.end + rest.index : Math.min(text.length, place.end + LONGEST_SEARCHED);
  const asked = rest?.[0].includes('?') ?? false;
  const parts = pieces(text.slice(from, to)).map((part) => ({
    ...part,
    start: part.start + from,
    end: part.end + from,
  }));
  const at = parts.findIndex((part) => part.end >= place.start + 1);
  if (at < 0) return null;
  const end = parts.findIndex((part) => part.end >= place.end);
  let best: { text: string; clean: boolean; score: number } | null = null;
  for (let i = 0; i <= at; i++) {
    for (let j = Math.max(end, at); j < parts.length; j++) {
      const first = parts[i];
      const last = parts[j];
      if (!first || !last) continue;
      const cut = trimEdges(text.slice(first.start, last.end), last.closed);
      const words = wordCount(cut);
      if (words > maxWords || words < 2) continue;
      const clean = !UNCLEAN.test(cut) && (cut.match(/"/g)?.length ?? 0) % 2 === 0;
      const whole = last.end >= to - 1;
      const score =
        Math.min(words, 14) * 0.12 +
        (clean ? 2.5 : 0) +
        (whole ? 0.8 : 0) +
        (i === at ? 0.5 : 0) -
        (words < 5 && !(whole && asked) ? 2.6 : 0) -
        Math.max(0, words - 16) * 0.1;
      if (/[[\]]/.test(cut)) continue;
      if (!best || score > best.score)
        best = { text: whole && asked && text.includes(`${cut}?`) ? `${cut}?` : cut, clean, score };
    }
  }
  if (best) return best;
  const cut = trimEdges(text.slice(place.start, to).split(/\s+/).slice(0, maxWords).join(' '), false);
  return text.includes(cut) && wordCount(cut) >= 2 && !/[[\]]/.test(cut)
    ? { text: cut, clean: !UNCLEAN.test(cut) }
    : null;
}

/** All single clauses that are clean and complete, in order: candidates for turning round to the second person. */
export function completeClauses(source: string): string[] {
  const text = source.slice(0, LONGEST_SEARCHED);
  return pieces(text)
    .filter((part) => part.closed)
    .map((part) => ({
      raw: text.slice(part.start, part.end).trim(),
      cut: trimEdges(text.slice(part.start, part.end), true),
    }))
    .filter(({ raw, cut }) => raw.endsWith(cut.slice(-4)) && !UNCLEAN.test(cut))
    .map(({ cut }) => cut);
}

import { countWords, stripNoise, toThirdPerson } from '@app/utterance-coding';
import type { Naming } from './quotes';

const THIRD_FORMS: Record<string, string> = {
  "'m": ' is',
  am: 'is',
  "'ve": ' has',
  have: 'has',
  "'ll": ' will',
  "haven't": "hasn't",
  "don't": "doesn't",
  do: 'does',
  go: 'goes',
  try: 'tries',
  worry: 'worries',
};
const REGULAR = new Set(
  'want need feel think see know keep say love hate like find get believe wish hope notice realise realize understand tend start stop avoid end mean value enjoy care deserve trust miss make take look work struggle'.split(
    ' ',
  ),
);
const PAST = new Set(
  (
    'was had did went got said told made took gave felt thought knew saw came left sent wrote spoke began kept stood slept ran met ' +
    'found heard held brought bought lost won sat paid built chose drove ate fell grew became broke ' +
    'caught drew forgot led meant rode rose sang sold showed spent stuck taught threw understood woke wore rang swam drank hid shook flew froze fought hung overcame struck swore undid did could would ' +
    "should might can will must couldn't didn't wasn't hadn't can't won't never"
  ).split(' '),
);
const ADVERB =
  /^(?:just|really|also|always|never|still|actually|finally|only|even|often|already|definitely|probably|[a-z]+ly)$/;

/**
 * A client's first-person clause with the client as its subject, in the tense it was spoken in: `"I finally told my
 * boss"` → `"Maya finally told their boss"`. `null` where grammar or pronouns could go wrong; quote verbatim then.
 */
export function asReported(clause: string, naming: Naming, maxWords = 26): string | null {
  const clean = stripNoise(clause).replace(/[.!?,;\s\u2026-]+$/, '');
  if (
    countWords(clean) < 3 ||
    countWords(clean) > maxWords ||
    /[.?!;,]\s|["\u201c\u201d[\]]|\b(?:and|but|so|or) (?:i|it|he|she|they|we|it's|i'm|i've|i'd)\b/i.test(
      clean,
    )
  )
    return null;
  const match = /^I('m|'ve|'ll|'d)?\s+(.*)$/i.exec(clean);
  if (!match) return null;
  const rest = match[2] ?? '';
  const flipped = toThirdPerson(rest);
  if (!flipped.safe || /\bthemselves\b/.test(flipped.text)) return null;
  const words = flipped.text.split(' ');
  const contraction = match[1]?.toLowerCase();
  if (contraction !== undefined) {
    if (contraction === "'d") return null;
    if (contraction !== "'ll" && /\band (?:have|am|do|don't|was|want|need|feel)\b/.test(flipped.text))
      return null;
    return `${naming.Name}${THIRD_FORMS[contraction] ?? ''} ${flipped.text}`;
  }
  let at = 0;
  while (at < words.length - 1 && ADVERB.test((words[at] ?? '').toLowerCase()) && words[at] !== 'never')
    at += 1;
  let verbAt = at;
  if (words[verbAt] === 'never') verbAt += 1;
  const verb = (words[verbAt] ?? '').toLowerCase();
  if (
    PAST.has(verb) ||
    (/[a-z]{2}ed$/.test(verb) && !/^(?:need|feed|speed|exceed|proceed|succeed)$/.test(verb))
  ) {
    if (verb === 'were') return null;
    return `${naming.Name} ${flipped.text}`;
  }
  // The present needs an ending on every verb that hangs on "I": only single-verb clauses are safe.
  if (/\b(?:and|or|but)\b/.test(flipped.text)) return null;
  const form = THIRD_FORMS[verb] ?? (REGULAR.has(verb) ? `${verb}s` : null);
  if (form === null) return null;
  words[verbAt] = form.trim();
  return `${naming.Name} ${words.join(' ')}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** `minutes` as words are clearer than decimals: "about two thirds", "most". */
export function shareInWords(share: number): string {
  if (share >= 0.85) return 'nearly all';
  if (share >= 0.7) return 'about three quarters';
  if (share >= 0.6) return 'about two thirds';
  if (share >= 0.54) return 'a little over half';
  if (share >= 0.46) return 'about half';
  if (share >= 0.38) return 'about two fifths';
  if (share >= 0.29) return 'about a third';
  if (share >= 0.2) return 'about a quarter';
  return 'less than a fifth';
}

/** Pronouns whose meaning was left behind with the sentence before. */
export const LOOSE = /\b(?:it|that|this|her|him|them|one|those)\b/;

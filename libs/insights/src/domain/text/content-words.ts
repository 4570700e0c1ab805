import { isFunctionWord, tokenize } from '@app/utterance-coding';

const LIGHT = new Set(
  'will going try trying start want need help week today tomorrow time day good well talk little bit sure yes feel felt feeling being ' +
    'come came doing does went take took taking give keep something anything everything someone'.split(' '),
);

/** A rough stem, enough to see that "emails" and "email", "planning" and "plan" are the same matter. */
export function stem(word: string): string {
  const plain = word.replace(/'s$|'$/, '');
  if (plain.length <= 3) return plain;
  return plain
    .replace(/ies$/, 'y')
    .replace(/(?:sses)$/, 'ss')
    .replace(/([^s])s$/, '$1')
    .replace(/(?:ing|ed)$/, '')
    .replace(/([bdgklmnprt])\1$/, '$1')
    .replace(/e$/, '');
}

/** Stems of the words of a text that carry content. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of tokenize(text)) {
    if (word.length > 2 && !isFunctionWord(word) && !LIGHT.has(word)) stems.add(stem(word));
  }
  return stems;
}

/** Shared part of two sets, against the smaller one: 0 .. 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = a.size <= b.size ? a : b;
  const larger = smaller === a ? b : a;
  if (smaller.size === 0) return 0;
  let shared = 0;
  for (const item of smaller) if (larger.has(item)) shared += 1;
  return shared / smaller.size;
}

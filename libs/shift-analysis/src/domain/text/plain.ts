/**
 * A comparison form of spoken text: lower case, no punctuation, no hesitations, stutters folded, contractions
 * of speech spelled out. Rules match on this form, so a transcript without punctuation or case reads the same.
 */
export function plain(text: string): string {
  return text
    .replace(/[’‘`]/g, "'")
    .replace(/\[[^\]]*\]|\([^)]*\)/g, ' ')
    .toLowerCase()
    .replace(/[^a-z0-9'£$%]+/g, ' ')
    .replace(/\b(?:um+|uh+|erm*|mm+|hmm+|mhm|ah+)\b/g, ' ')
    .replace(/\b(?:you know|i mean|kind of|kinda|sort of|sorta)\b/g, ' ')
    .replace(/\b(gonna|gunna)\b/g, 'going to')
    .replace(/\bwanna\b/g, 'want to')
    .replace(/\bgotta\b/g, 'got to')
    .replace(/(^|\s)'?(?:cause|cuz)\b/g, '$1because')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\b([a-z']+)(?: \1\b)+/g, '$1');
}

/** Words of a text as a reader counts them (any run of letters, digits and apostrophes). */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)?.length ?? 0;
}

/** Sentences with their end marks. A text without end marks is one sentence. */
export function sentences(text: string): string[] {
  const found = text.match(/[^.?!…]+(?:[.?!…]+["”']?|$)/gu) ?? [];
  return found.map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** True when a longer text carries no sentence marks at all, as automatic captions often do. */
export function isUnpunctuated(text: string): boolean {
  return wordCount(text) > 12 && !/[.?!,;]/.test(text);
}

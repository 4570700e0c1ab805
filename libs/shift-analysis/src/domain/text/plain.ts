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

const FUNCTION_WORDS = new Set(
  "about after again all also always and any are aren't because been before being both but can can't could did didn't does doesn't doing don't down each even ever every feel feels feeling felt few for from get gets getting going gone got had has have having her here hers him his how i'd i'll i'm i've into isn't it's its just keep kind know know let like little made make makes many maybe mean means might more most much must never nobody not nothing now off okay once one only other our out over own part people probably quite really right said same say saying says see seem seems should so some somebody something still stuff such sure take than that that's the their them then there there's these they they're thing things think this those though through time too two under until upon very want wants was wasn't way we well went were what what's when where which while who why will with without won't would yeah yes yet you you'd you'll you're you've your yours yourself going gonna sort sounds sound hear hearing day week today".split(
    ' ',
  ),
);

/** The words of a `plain` text that carry its matter, cut to a rough stem so that "quitting" meets "quit". */
export function contentStems(plainText: string): string[] {
  return plainText
    .split(' ')
    .filter((word) => word.length > 2 && !FUNCTION_WORDS.has(word))
    .map((word) => word.replace(/(?:'s|ing|edly|ed|es|s|ly)$/, '').slice(0, 6))
    .filter((stem) => stem.length > 2);
}

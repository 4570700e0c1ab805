/** Words of a text, and the small word lists that rules and features share. */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** Transcribers' remarks such as `[laughs]`, `[inaudible 00:01:33]` or `(crosstalk)`: not speech. */
const REMARK =
  /\[[^\][]{0,80}\]|\((?:inaudible|unintelligible|crosstalk|laugh(?:s|ing|ter)?|pause|silence|sigh(?:s|ing)?)[^()]{0,40}\)/giu;

/** The text without transcribers' remarks (same length: every remark becomes spaces, so offsets stay valid). */
export function blankRemarks(text: string): string {
  if (!text.includes('[') && !text.includes('(')) return text;
  return text.replace(REMARK, (remark) => ' '.repeat(remark.length));
}

/**
 * Lower-cased words of a text, in order. Apostrophes inside a word stay and are always `'` ("don’t" → "don't");
 * punctuation, symbols and transcribers' remarks are dropped.
 */
export function tokenize(text: string): string[] {
  const words = blankRemarks(text).toLowerCase().match(WORD);
  return words === null ? [] : words.map((word) => word.replaceAll('’', "'"));
}

/** Number of words as `tokenize` counts them. */
export function countWords(text: string): number {
  return blankRemarks(text).match(WORD)?.length ?? 0;
}

/** Words that carry little content of their own, in the form without apostrophes. */
const FUNCTION_WORDS = new Set(
  (
    'a about actually after again all also am an and any anyway are arent as at away back be because been before being ' +
    'but by can cant cause could couldnt did didnt do does doesnt doing done dont down each even ever every few for ' +
    'from get gets getting go goes going gonna got gotta guess had has hasnt have havent having he hed her here heres ' +
    'hers him his hmm how i id if ill im in into is isnt it itd itll its ive just kind kinda know let lets like little ' +
    'lot lots made make maybe me mean mhm might mm more most much my myself need no not now of off oh ok okay on one ' +
    'only or other our out over own people pretty probably put quite really right said same say says see she shes ' +
    'should shouldnt so some something somewhat sort sounds still stuff such sure take than that thatd thats the their ' +
    'them then there theres these they theyd theyre thing things think this those though through to too uh uhm um until ' +
    'up us use used very wanna want was wasnt way we wed well were werent weve what whats when where which while who ' +
    'why will with wont would wouldnt yeah yep yes yet you youd youll your youre yours yourself youve'
  ).split(' '),
);

/** Whether a word (lower case, with or without apostrophe) is a function word, filler or backchannel. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.includes("'") ? word.replaceAll("'", '') : word);
}

/** The words that carry content: no function words, at least three letters. */
export function contentWords(text: string): string[] {
  return tokenize(text).filter((word) => word.length > 2 && !isFunctionWord(word));
}

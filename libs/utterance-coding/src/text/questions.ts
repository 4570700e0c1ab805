import { splitSentences } from './sentences';
import { tokenize } from './words';

const OPENERS = new Set(
  'okay ok so well and but um uh yeah right alright now then mm hmm oh great good sure i see'.split(' '),
);
// All without apostrophes, as transcripts without punctuation have them.
const WH = new Set('what how why where when who which whose whats hows whos wheres'.split(' '));
const AUXILIARY = new Set(
  (
    'do does did dont doesnt didnt is are was were isnt arent wasnt werent have has had havent hasnt can could ' +
    'cant couldnt would wouldnt will wont should shouldnt may might shall'
  ).split(' '),
);
const SUBJECT = new Set(
  'i you he she it we they that this there your the any anyone anything someone'.split(' '),
);
const TAGS =
  /(?:\bright|\bcorrect|\byeah|\bhuh|\b(?:is|isnt|was|wasnt|are|arent|were|werent|does|doesnt|do|dont|did|didnt|have|havent|wouldnt) (?:it|you|that|they))$/u;

/**
 * Whether a text asks something: it carries a question mark, or (transcripts often lose them) one of its sentences
 * has the word order of a question ("how did that feel", "are you ready", "tell me more about …").
 */
export function isQuestion(text: string): boolean {
  if (text.includes('?')) return true;
  return splitSentences(text).some((sentence) =>
    hasQuestionOrder(tokenize(sentence.text).map((word) => word.replaceAll("'", ''))),
  );
}

/** Whether words (lower case, without apostrophes) in their order form a question, whatever the punctuation. */
export function hasQuestionOrder(words: readonly string[]): boolean {
  let at = 0;
  while (at < words.length - 1 && OPENERS.has(words[at] ?? '')) at += 1;
  const [first, second, third] = [words[at] ?? '', words[at + 1] ?? '', words[at + 2] ?? ''];
  if (AUXILIARY.has(first) && SUBJECT.has(second)) return true;
  if (WH.has(first)) {
    // "What I hear is …" and "when you said …" are statements; "what would you …" asks.
    if (
      (first.length > 3 && first.endsWith('s') && first !== 'whose') ||
      AUXILIARY.has(second) ||
      AUXILIARY.has(third)
    )
      return true;
    if (
      (first === 'what' || first === 'how') &&
      /^(?:about|else|kind|sort|much|many|often|long|come)$/u.test(second)
    ) {
      return true;
    }
  }
  if (first === 'tell' && second === 'me') return true;
  return words.length > 3 && TAGS.test(words.slice(-3).join(' '));
}

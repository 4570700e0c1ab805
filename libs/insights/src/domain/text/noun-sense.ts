import { isFunctionWord } from '@app/utterance-coding';
import type { Line } from '../session-view';
import { stem } from './content-words';
import { NEVER_THEMES, VERBS_AND_ADVERBS } from './theme-words';

/** One word of a clause as theme finding sees it. */
export interface Token {
  word: string;
  stem: string;
  /** The word just before it in the same clause, `''` at its start. */
  before: string;
  candidate: boolean;
}

const DETERMINERS = new Set(
  'a an the my your his her our their its this that these those some any no more much every each another of about with without for in at from into on by own what between around and or as under'.split(
    ' ',
  ),
);
const STRONG_DETERMINERS = new Set(
  'a an the my your his her our their this these those of own more no any some with without about'.split(' '),
);
const VERB_SIGNALS = new Set(
  "to i you we they can can't could couldn't will won't would wouldn't should shouldn't don't didn't doesn't did do does might may must not never just always gonna who i'll you'll we'll they'll i'd let let's".split(
    ' ',
  ),
);
const NOUN_ENDING = /(?:tion|sion|ment|ness|ity|ship|ance|ence|ism|hood|dom|cy|ure|logy|ery|iety|age)s?$/;
const ADJECTIVE_ENDING = /(?:ful|ous|ive|al|ic|able|ible|less|ish|ary|ent|ant)$/;

/** The clauses of a line as words. */
export function tokensOf(line: Line): Token[][] {
  return line.lower
    .replace(/\[[^\]]*\]|\([^)]*\)/g, ' . ')
    .replace(/\b([a-z]+)-+\s?\1\b/g, '$1')
    .split(/[.,;:?!\u2026"\u201c\u201d]|--|\u2014|\s-\s/)
    .map((clause) => {
      const words = clause.match(/[a-z][a-z'-]*[a-z]|\b[a-z]\b/g) ?? [];
      return words.map((word, i) => ({
        word: word.replace(/'s$/, ''),
        stem: stem(word),
        before: words[i - 1] ?? '',
        candidate:
          word.length > 2 &&
          !isFunctionWord(word) &&
          !NEVER_THEMES.has(word) &&
          !NEVER_THEMES.has(stem(word)) &&
          !/'(?:s|re|ve|ll|d|m|t)$/.test(word) &&
          !/^(?:uh|um|mm|hm)/.test(word),
      }));
    });
}

/** How often each word stands where a noun stands and where a verb stands in this session. */
export class NounSense {
  private readonly noun = new Map<string, number>();
  private readonly verb = new Map<string, number>();

  constructor(clauses: readonly Token[][]) {
    for (const clause of clauses) {
      for (const [i, token] of clause.entries()) {
        if (!token.candidate) continue;
        const { before } = token;
        const beforeThat = clause[i - 2]?.word ?? '';
        if (VERB_SIGNALS.has(before)) this.add(this.verb, token.stem, 1);
        else if (STRONG_DETERMINERS.has(before) || /^\d+$/.test(before)) this.add(this.noun, token.stem, 1);
        else if (DETERMINERS.has(before)) this.add(this.noun, token.stem, 0.5);
        else if (clause[i - 1]?.candidate && STRONG_DETERMINERS.has(beforeThat))
          this.add(this.noun, token.stem, 0.7);
      }
    }
  }

  private add(map: Map<string, number>, key: string, amount: number): void {
    map.set(key, (map.get(key) ?? 0) + amount);
  }

  isNoun(word: string): boolean {
    if (VERBS_AND_ADVERBS.has(word)) return false;
    if (NOUN_ENDING.test(word)) return true;
    if (word.endsWith('ly') || word.endsWith('ed')) return false;
    const noun = this.noun.get(stem(word)) ?? 0;
    const verb = this.verb.get(stem(word)) ?? 0;
    if (word.endsWith('ing')) return noun >= 1;
    if (ADJECTIVE_ENDING.test(word)) return noun >= 2 && noun > verb * 2;
    return noun >= 1 && noun >= verb;
  }
}

/** Whether a word can stand before a noun in a theme ("code review", "inner harmony"). */
export function modifies(token: Token, sense: NounSense): boolean {
  if (VERBS_AND_ADVERBS.has(token.word) || token.word.endsWith('ly') || VERB_SIGNALS.has(token.before))
    return false;
  return (
    sense.isNoun(token.word) ||
    ADJECTIVE_ENDING.test(token.word) ||
    /(?:y|ed|ing)$/.test(token.word) ||
    STRONG_DETERMINERS.has(token.before)
  );
}

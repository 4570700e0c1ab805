import { blankRemarks, isFunctionWord } from '../text/words';
import { hashText } from './hashing';

/**
 * The units of a text that features are made of. Words are lower case without apostrophes and with digits as `#`, so
 * that they are the same whether or not the transcript has case, punctuation and apostrophes.
 */
export interface TextUnits {
  words: string[];
  hashes: Int32Array;
  /** Words and punctuation marks in order: indexes into `words`, or a negative code from `MARK` for a mark. */
  stream: Int32Array;
  /** Indexes into `words` at which a punctuated sentence starts. */
  sentenceStarts: number[];
  /** The mark that ends each of those sentences, 0 when there is none. */
  sentenceMarks: number[];
  questionMarks: number;
  /** Content words (no function words), distinct. */
  content: Set<string>;
}

export const MARK = { question: -1, exclamation: -2, stop: -3, comma: -4, dash: -5 } as const;

const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*|[?!.…]+|[,;:]|[-–—]{2,}|[–—]|\p{Extended_Pictographic}/gu;

/** More words than this say nothing new about what an utterance does; the rest is not read by the models. */
const MOST_WORDS = 1200;

/** Cuts a text into units. Only the first and the last 600 words of a longer text are read. */
export function toUnits(text: string): TextUnits {
  let tokens: string[] = blankRemarks(text).toLowerCase().match(TOKEN) ?? [];
  if (tokens.length > MOST_WORDS) {
    tokens = [...tokens.slice(0, MOST_WORDS / 2), ...tokens.slice(-MOST_WORDS / 2)];
  }
  const words: string[] = [];
  const stream: number[] = [];
  const sentenceStarts: number[] = [];
  const sentenceMarks: number[] = [];
  const content = new Set<string>();
  let questionMarks = 0;
  let open = false;
  for (const token of tokens) {
    const mark = markOf(token);
    if (mark === 0) {
      if (!open) {
        sentenceStarts.push(words.length);
        sentenceMarks.push(0);
        open = true;
      }
      const word = plain(token);
      stream.push(words.length);
      words.push(word);
      if (word.length > 2 && !isFunctionWord(word)) content.add(word);
      continue;
    }
    stream.push(mark);
    if (mark === MARK.question) questionMarks += 1;
    if (mark >= MARK.stop && open) {
      sentenceMarks[sentenceMarks.length - 1] = mark;
      open = false;
    }
  }
  const hashes = new Int32Array(words.length);
  for (let i = 0; i < words.length; i += 1) hashes[i] = hashText(words[i] as string);
  return {
    words,
    hashes,
    stream: Int32Array.from(stream),
    sentenceStarts,
    sentenceMarks,
    questionMarks,
    content,
  };
}

function plain(token: string): string {
  const word = /['’]/u.test(token) ? token.replace(/['’]/gu, '') : token;
  return /\d/u.test(word) ? word.replace(/\d+/gu, '#') : word;
}

function markOf(token: string): number {
  switch (token[0]) {
    case '?':
    case '!':
    case '.':
    case '…':
      if (token.includes('?')) return MARK.question;
      return token.includes('!') ? MARK.exclamation : MARK.stop;
    case ',':
    case ';':
    case ':':
      return MARK.comma;
    case '-':
    case '–':
    case '—':
      return MARK.dash;
    default:
      return 0;
  }
}

import { combine, hashText, type HashList } from './hashing';
import { MARK, type TextUnits } from './units';

/** Namespaces keep the same word apart when it stands for different things. */
const SPACE = {
  first: hashText('first'),
  last: hashText('last'),
  letters: hashText('letters'),
  skip: hashText('skip'),
  pair: hashText('pair'),
  sentence: hashText('sentence'),
  final: hashText('final'),
  marked: hashText('marked'),
  before: hashText('before'),
  beforeLast: hashText('before-last'),
  after: hashText('after'),
  length: hashText('length'),
} as const;

const START = hashText('<s>');
const END = hashText('</s>');

/** Words one by one and in runs of two and three; the first and last words by their place. Needs no punctuation. */
export function pushWordRuns(units: TextUnits, into: HashList): void {
  const { hashes } = units;
  const n = hashes.length;
  into.push(
    combine(SPACE.length, n > 40 ? 9 : n > 25 ? 8 : n > 15 ? 7 : n > 8 ? 6 : n > 5 ? 5 : Math.min(n, 4)),
  );
  for (let i = 0; i < n; i += 1) {
    const word = hashes[i] as number;
    into.push(word);
    const pair = combine(i > 0 ? (hashes[i - 1] as number) : START, word);
    into.push(pair);
    if (i > 0)
      into.push(
        combine(
          i > 1
            ? combine(hashes[i - 2] as number, hashes[i - 1] as number)
            : combine(START, hashes[i - 1] as number),
          word,
        ),
      );
    if (i > 1) into.push(combine(combine(SPACE.skip, hashes[i - 2] as number), word));
    if (i < 4) into.push(combine(SPACE.first, word));
    if (i >= n - 3) into.push(combine(SPACE.last, word));
  }
  if (n > 0) into.push(combine(hashes[n - 1] as number, END));
  if (n > 1) into.push(combine(combine(hashes[n - 2] as number, hashes[n - 1] as number), END));
}

/** Runs of three to five letters within words, from a per-call cache because sessions repeat their words. */
export function pushLetterRuns(units: TextUnits, into: HashList, cache: Map<string, Int32Array>): void {
  for (const word of units.words) {
    let runs = cache.get(word);
    if (!runs) {
      runs = letterRuns(word);
      cache.set(word, runs);
    }
    for (const run of runs) into.push(run);
  }
}

function letterRuns(word: string): Int32Array {
  if (word.length < 3) return new Int32Array(0);
  const bounded = `<${word.slice(0, 24)}>`;
  const runs: number[] = [];
  for (let size = 3; size <= 5; size += 1) {
    for (let i = 0; i + size <= bounded.length; i += 1) {
      runs.push(combine(SPACE.letters, hashText(bounded.slice(i, i + size))));
    }
  }
  return Int32Array.from(runs);
}

/** What only a punctuated transcript shows: words beside marks, how each sentence starts and ends. */
export function pushMarkedRuns(units: TextUnits, into: HashList): void {
  const { stream, hashes, sentenceStarts, sentenceMarks } = units;
  const code = (i: number): number => {
    const item = stream[i];
    if (item === undefined) return END;
    return item < 0 ? combine(SPACE.marked, item) : (hashes[item] as number);
  };
  for (let i = 0; i < stream.length; i += 1) {
    if ((stream[i] as number) >= 0) continue;
    into.push(code(i));
    if (i > 0) {
      into.push(combine(combine(SPACE.marked, code(i - 1)), code(i)));
      if (i > 1) into.push(combine(combine(code(i - 2), code(i - 1)), code(i)));
    }
    into.push(combine(combine(SPACE.marked, code(i)), code(i + 1)));
  }
  const sentences = sentenceStarts.length;
  into.push(combine(SPACE.sentence, Math.min(sentences, 6)));
  for (let s = 0; s < sentences; s += 1) {
    const start = sentenceStarts[s] as number;
    const end = sentenceStarts[s + 1] ?? hashes.length;
    const mark = sentenceMarks[s] as number;
    const marked = combine(SPACE.sentence, mark);
    const isLast = s === sentences - 1;
    const final = combine(SPACE.final, mark === MARK.question ? 1 : 0);
    into.push(isLast ? combine(final, Math.min(end - start, 6)) : marked);
    let run = isLast ? final : marked;
    for (let i = start; i < Math.min(end, start + 3); i += 1) {
      run = combine(run, hashes[i] as number);
      into.push(run);
    }
    if (isLast && sentences > 1) {
      for (let i = start; i < end; i += 1)
        into.push(combine(final, combine(SPACE.pair, hashes[i] as number)));
    }
  }
}

/** The turn before (its words, and its first words by place) and how the turn after begins. */
export function pushNeighbours(before: TextUnits | null, after: TextUnits | null, into: HashList): void {
  if (before) {
    const n = before.hashes.length;
    into.push(combine(SPACE.before, n > 20 ? 4 : n > 8 ? 3 : n > 2 ? 2 : n > 0 ? 1 : 0));
    for (let i = Math.max(0, n - 40); i < n; i += 1)
      into.push(combine(SPACE.before, before.hashes[i] as number));
    for (let i = Math.max(1, n - 4); i < n; i += 1) {
      into.push(
        combine(SPACE.beforeLast, combine(before.hashes[i - 1] as number, before.hashes[i] as number)),
      );
    }
  } else {
    into.push(SPACE.before);
  }
  if (after) {
    const n = after.hashes.length;
    into.push(combine(SPACE.after, n > 20 ? 4 : n > 8 ? 3 : n > 2 ? 2 : n > 0 ? 1 : 0));
    for (let i = 0; i < Math.min(n, 5); i += 1) {
      into.push(combine(SPACE.after, after.hashes[i] as number));
      if (i > 0)
        into.push(combine(SPACE.after, combine(after.hashes[i - 1] as number, after.hashes[i] as number)));
    }
  } else {
    into.push(SPACE.after);
  }
}

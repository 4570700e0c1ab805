/** Figures of one code (or principle-polarity, or client flag). */
export interface CodeFigures {
  /** Share of what was found that the majority marked within ±1 utterance. */
  precision: number;
  /** … that at least one annotator marked. */
  precision_any: number;
  /** Share of the majority's marks that were found within ±1 utterance. */
  recall: number;
  f1: number;
  /** Marks of the majority. */
  n: number;
  /** Marks found. */
  found: number;
}

interface Mark {
  code: string;
  ids: readonly number[];
}

interface Judged {
  found: readonly Mark[];
  /** Marks of each annotator. */
  readings: readonly (readonly Mark[])[];
}

/** Votes that make a majority of so many annotators. */
export function majorityOf(annotators: number): number {
  return Math.floor(annotators / 2) + 1;
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** For an utterance id: the keys marked at it or one beside it. */
export function codesNear(
  marks: readonly Mark[],
  key: (mark: { code: string }) => string,
): (id: number) => Set<string> {
  const at = new Map<number, Set<string>>();
  for (const mark of marks) {
    for (const id of mark.ids) {
      for (const near of [id - 1, id, id + 1]) {
        const set = at.get(near) ?? new Set<string>();
        set.add(key(mark));
        at.set(near, set);
      }
    }
  }
  return (id) => at.get(id) ?? new Set();
}

/** Precision, recall and F1 of found marks against the majority of several annotators, key by key. */
export function scoresOf(
  judged: readonly Judged[],
  key: (mark: { code: string }) => string,
): Record<string, CodeFigures> {
  const counts = new Map<
    string,
    { found: number; hit: number; hitAny: number; n: number; recalled: number }
  >();
  const of = (name: string) => {
    const entry = counts.get(name) ?? { found: 0, hit: 0, hitAny: 0, n: 0, recalled: 0 };
    counts.set(name, entry);
    return entry;
  };
  for (const { found, readings } of judged) {
    const near = readings.map((marks) => codesNear(marks, key));
    const needed = majorityOf(readings.length);
    for (const mark of found) {
      const entry = of(key(mark));
      const votes = near.filter((codes) => mark.ids.some((id) => codes(id).has(key(mark)))).length;
      entry.found += 1;
      if (votes >= needed) entry.hit += 1;
      if (votes >= 1) entry.hitAny += 1;
    }
    const foundNear = codesNear(found, key);
    for (const [id, name] of majorityMarks(readings, key, needed)) {
      const entry = of(name);
      entry.n += 1;
      if (foundNear(id).has(name)) entry.recalled += 1;
    }
  }
  return Object.fromEntries(
    [...counts.entries()]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, c]) => {
        const precision = ratio(c.hit, c.found);
        const recall = ratio(c.recalled, c.n);
        const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
        return [
          name,
          { precision, precision_any: ratio(c.hitAny, c.found), recall, f1, n: c.n, found: c.found },
        ];
      }),
  );
}

function majorityMarks(
  readings: readonly (readonly Mark[])[],
  key: (mark: { code: string }) => string,
  needed: number,
): [number, string][] {
  const votes = new Map<string, number>();
  for (const marks of readings) {
    const own = new Set(marks.flatMap((mark) => mark.ids.map((id) => `${id}|${key(mark)}`)));
    for (const cell of own) votes.set(cell, (votes.get(cell) ?? 0) + 1);
  }
  return [...votes]
    .filter(([, count]) => count >= needed)
    .map(([cell]) => {
      const at = cell.indexOf('|');
      return [Number(cell.slice(0, at)), cell.slice(at + 1)];
    });
}

/** Share of one annotator's marks that at least `needed` of the others also gave, code for code, within ±1. */
export function agreementBetween(judged: readonly Judged[], needed: number): number {
  let all = 0;
  let agreed = 0;
  for (const { found, readings } of judged) {
    const near = readings.map((marks) => codesNear(marks, (mark) => mark.code));
    for (const mark of found) {
      all += 1;
      const votes = near.filter((codes) => mark.ids.some((id) => codes(id).has(mark.code))).length;
      if (votes >= needed) agreed += 1;
    }
  }
  return ratio(agreed, all);
}

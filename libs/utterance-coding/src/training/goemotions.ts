import { readFileSync } from 'node:fs';

export interface GoEmotionsExample {
  text: string;
  /** Indexes into `EMOTION_LABELS`, at least one. */
  labels: number[];
}

/** Reads one of GoEmotions' files: text, comma-separated label ids and comment id, separated by tabs. */
export function readGoEmotions(file: string): GoEmotionsExample[] {
  const examples: GoEmotionsExample[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [text, ids] = line.split('\t');
    if (!text || !ids) continue;
    const labels = ids
      .split(',')
      .map(Number)
      .filter((id) => Number.isInteger(id) && id >= 0 && id < 28);
    if (labels.length > 0) examples.push({ text, labels });
  }
  return examples;
}

import { overlap } from '../text/content-words';
import type { Commitment } from './commitment';

function sameStep(a: Commitment, b: Commitment): boolean {
  const smaller = Math.min(a.stems.size, b.stems.size);
  if (smaller === 0)
    return (
      a.phrase === b.phrase ||
      (a.phrase.split(' ')[0] === b.phrase.split(' ')[0] && Math.abs(a.line.index - b.line.index) <= 2)
    );
  const shared = overlap(a.stems, b.stems);
  // "Get him on Thursday after stand-up" is said back as "catch Callum on Thursday after stand-up".
  if (
    (a.restated || b.restated) &&
    a.timeline &&
    a.timeline.split(' ').length > 2 &&
    a.timeline === b.timeline
  )
    return true;
  if (a.line === b.line && !a.restated && !b.restated) return shared === 1;
  if (shared >= 0.99)
    return smaller > 1 || a.restated || b.restated || Math.abs(a.line.index - b.line.index) <= 4;
  return shared >= 0.5 && smaller >= 2;
}

/** One entry for each step, however often it was said; in spoken order. */
export function mergeCommitments(all: Commitment[]): Commitment[] {
  const merged: Commitment[] = [];
  for (const item of all.sort((a, b) => a.line.index - b.line.index)) {
    const matches = merged
      .filter((other) => sameStep(other, item))
      .sort((a, b) => overlap(b.stems, item.stems) - overlap(a.stems, item.stems));
    const same = matches[0];
    if (!same) {
      merged.push({ ...item, quotes: [...item.quotes] });
      continue;
    }
    // The client's own wording wins over the coach's, a fuller restatement over both; evidence of both stays.
    const better = item.restated
      ? item.stems.size > same.stems.size
      : item.origin === same.origin
        ? item.strength >= same.strength && item.stems.size >= same.stems.size
        : item.origin === 'client';
    if (better) {
      same.phrase = item.phrase;
      same.stems = item.stems;
      if (!item.restated) same.line = item.line;
    }
    if (
      item.timeline &&
      (!same.timeline || better || item.timeline.toLowerCase().includes(same.timeline.toLowerCase()))
    )
      same.timeline = item.timeline;
    same.strength = Math.max(same.strength, item.strength);
    same.accepted ||= item.accepted;
    if (item.origin === 'client') same.origin = 'client';
    if (same.quotes.length < 3) same.quotes.push(...item.quotes.slice(0, 3 - same.quotes.length));
    // A restatement may gather two of the client's steps into one.
    for (const other of matches.slice(1)) {
      if (!item.restated || other.line !== same.line) continue;
      same.strength = Math.max(same.strength, other.strength);
      same.quotes.push(...other.quotes.slice(0, 1));
      merged.splice(merged.indexOf(other), 1);
    }
  }
  return merged;
}

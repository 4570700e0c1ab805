import { clientAnswer, type Line, type SessionView } from '../session-view';
import { quoteAround, type Naming } from '../text/quotes';
import { bestTimePhrase } from '../text/time-phrase';
import { clientCommitments } from './client-commitments';
import { coachSteps } from './coach-steps';
import { clamp, timeAfter, type Commitment } from './commitment';
import { mergeCommitments } from './merge-commitments';

/** "I'll do it twice": strengthens the nearest step named before it and lends it its time. */
function applyPointers(
  view: SessionView,
  items: Commitment[],
  pointers: readonly { line: Line; at: number; strength: number }[],
): void {
  for (const pointer of pointers) {
    const target = items
      .filter((item) => item.line.index <= pointer.line.index && pointer.line.index - item.line.index <= 8)
      .sort((a, b) => b.line.index - a.line.index)[0];
    if (!target) continue;
    const quote = quoteAround(pointer.line, pointer.at);
    target.strength = clamp(Math.max(target.strength, pointer.strength + 0.08));
    target.accepted = true;
    target.timeline ??= bestTimePhrase(quote.text)?.text ?? timeAfter(view, pointer.line);
    if (target.quotes.length < 3 && !target.quotes.some((other) => other.text === quote.text))
      target.quotes.push(quote);
  }
}

const SCALE =
  /\b(?:how (?:confident|sure|likely|committed|ready|certain)|scale|out of (?:10|ten)|(?:0|zero|nought|1|one) to (?:10|ten))\b/;
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "Out of ten?" "Nine.": what the client answered when asked how sure they were soon after the commitment. */
function confidenceAnswer(view: SessionView, line: Line): number | null {
  for (const asked of view.lines.slice(line.index + 1, line.index + 7)) {
    if (!asked.coach || !SCALE.test(asked.lower)) continue;
    for (const answer of clientAnswer(view, asked).slice(0, 2)) {
      const match = /\b(\d{1,2}|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b/.exec(
        answer.lower,
      )?.[1];
      if (match === undefined) continue;
      const value = /^\d/.test(match) ? Number(match) : NUMBERS.indexOf(match);
      if (value >= 0 && value <= 10) return value;
    }
  }
  return null;
}

/** All commitments of a session, in spoken order, repeats merged. */
export function findCommitments(view: SessionView, naming: Naming): Commitment[] {
  const { items, pointers } = clientCommitments(view, naming);
  const all = mergeCommitments([...items, ...coachSteps(view, naming)]);
  applyPointers(view, all, pointers);
  for (const item of all) {
    const sure = confidenceAnswer(view, item.line);
    if (sure !== null) item.strength = clamp(item.strength + (sure >= 8 ? 0.12 : sure <= 5 ? -0.2 : 0));
  }
  return all;
}

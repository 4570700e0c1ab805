import type { Moment } from './rules/moment';
import { position } from './session-view';
import type { Line, SessionView } from './session-view';
import { taxonomyEntry } from './taxonomy';
import { SHOWN_CODES, isFound, isShown } from './thresholds';
import type { SignalKind } from './types';

/** Most findings of one kind a coach is shown for one session. */
export const MAX_SIGNALS_PER_KIND = 12;
/** Most findings of one pattern: the fifth of a kind tells nothing new. */
const MAX_PER_PATTERN = 4;

/** Moments sure enough to count, with neighbouring ones of the same code joined; also of codes that stay hidden. */
export function recognisedMoments(view: SessionView, found: readonly Moment[]): Moment[] {
  const out: Moment[] = [];
  for (const next of found) {
    if (!isFound(next.code, next.certainty)) continue;
    const twin = out.findLast((other) => other.code === next.code && isOneMove(view, other.move, next.move));
    if (!twin) {
      out.push(next);
      continue;
    }
    const [main, other] = next.certainty > twin.certainty ? [next, twin] : [twin, next];
    const moves = [...main.moreMoves, other.move, ...other.moreMoves].filter((line) => line !== main.move);
    out[out.indexOf(twin)] = { ...main, moreMoves: [...new Set(moves)] };
  }
  return out;
}

/** Two utterances with nothing but "mm-hmm" between them are one move that was spoken in parts. */
function isOneMove(view: SessionView, first: Line, second: Line): boolean {
  return (
    second.index - first.index <= 4 &&
    view.lines.slice(first.index + 1, second.index).every((line) => line.coach || line.backchannel)
  );
}

/** The recognised moments a coach may see: those of codes precise enough. Scores and signals rest on them. */
export function countedMoments(view: SessionView, found: readonly Moment[]): Moment[] {
  return recognisedMoments(
    view,
    found.filter((moment) => isShown(moment.code)),
  );
}

function kindOf(moment: Moment): SignalKind {
  return taxonomyEntry(moment.code).kind;
}

/**
 * Candidates of one kind in order of usefulness: certainty × worth, less for what repeats a principle, a pattern, a
 * moment or a stretch of the session that is already represented. The caller takes from the front.
 */
export function byUsefulness(view: SessionView, counted: readonly Moment[], kind: SignalKind): Moment[] {
  const left = counted.filter((moment) => kindOf(moment) === kind);
  const chosen: Moment[] = [];
  while (left.length > 0) {
    let best = 0;
    let bestValue = -1;
    left.forEach((moment, i) => {
      const value = usefulness(view, moment, chosen);
      if (value > bestValue + 1e-9) {
        best = i;
        bestValue = value;
      }
    });
    const [next] = left.splice(best, 1);
    if (!next) break;
    const samePattern = chosen.filter((other) => other.code === next.code).length;
    const told = chosen.some(
      (other) => other.move === next.move && (kind === 'growth' || samePrinciple(other, next)),
    );
    // A move is praised once per principle, and criticised once; its best-supported reading came first.
    if (samePattern < MAX_PER_PATTERN && !told) chosen.push(next);
  }
  return chosen;
}

function samePrinciple(a: Moment, b: Moment): boolean {
  return taxonomyEntry(a.code).principle === taxonomyEntry(b.code).principle;
}

function usefulness(view: SessionView, moment: Moment, chosen: readonly Moment[]): number {
  const { principle } = taxonomyEntry(moment.code);
  let value = moment.certainty * (SHOWN_CODES[moment.code]?.weight ?? 1);
  // A moment with the client's words on both sides can be told as a story.
  if (moment.trigger) value *= 1.05;
  if (moment.response) value *= 1.04;
  for (const other of chosen) {
    if (other.code === moment.code) value *= 0.75;
    else if (taxonomyEntry(other.code).principle === principle) value *= 0.88;
    if (other.move === moment.move) value *= 0.7;
    else if (Math.abs(position(view, other.move) - position(view, moment.move)) < 0.04) value *= 0.93;
  }
  return value;
}

import type { CodedSession } from '@app/utterance-coding';
import { type Line, linesOf, quoteAt, sentenceAt } from '../text/lines';
import type { LoopMoment, LoopPlace } from '../types';
import { CONSEQUENCES, LOOP_KINDS, type LoopKind, TRIGGERS } from './kinds';

/** How far from the response, in the client's own lines, trigger and consequence are looked for. */
const REACH = 3;
/** What is only imagined, advised or denied is no moment of a loop. */
const UNREAL =
  /\bif i (?:were|was)\b|\bi(?:'d| would) (?:have|never|rather)\b|\bi(?:'ll| will| won't)\b|\bi(?:'m| am) (?:not )?going to\b|\bi want to\b|\bi'd like\b|\bwhat if\b|\binstead of\b/;
const FEWEST_WORDS = 4;

interface Hit {
  line: Line;
  at: number;
}

function firstHit(line: Line, patterns: readonly RegExp[], real: boolean): Hit | null {
  for (const pattern of patterns) {
    const at = pattern.exec(line.lower)?.index;
    if (at === undefined) continue;
    const { text } = sentenceAt(line, at);
    if (text.trim().endsWith('?') || (real && UNREAL.test(text))) continue;
    return { line, at };
  }
  return null;
}

/** The strongest cue within reach, the nearer line first among equals. */
function bestCue(
  lines: readonly Line[],
  cues: readonly (readonly [number, RegExp])[],
  not: Hit,
): (Hit & { strength: number }) | null {
  let best: (Hit & { strength: number }) | null = null;
  for (const [distance, line] of lines.entries()) {
    for (const [weight, pattern] of cues) {
      const at = pattern.exec(line.lower)?.index;
      if (at === undefined) continue;
      if (
        line === not.line &&
        sentenceAt(line, at).start === sentenceAt(line, not.at).start &&
        Math.abs(at - not.at) < 3
      )
        continue;
      const strength = weight - distance * 0.12;
      if (!best || strength > best.strength) best = { line, at, strength };
    }
  }
  return best;
}

const placeOf = ({ line, at }: Hit): LoopPlace => ({ utterance: line.number, quote: quoteAt(line, at) });

/** The response of the line, or the different answer; of both in one sentence the different answer is what is told. */
function hitOf(kind: LoopKind, line: Line): (Hit & { shift: boolean }) | null {
  const shift = firstHit(line, kind.shift, true);
  const response = firstHit(line, kind.response, true);
  if (
    shift &&
    (!response ||
      shift.at <= response.at ||
      sentenceAt(line, shift.at).start === sentenceAt(line, response.at).start)
  ) {
    return { ...shift, shift: true };
  }
  return response && { ...response, shift: false };
}

function momentsOf(kind: LoopKind, client: readonly Line[]): LoopMoment[] {
  const found: { index: number; moment: LoopMoment }[] = [];
  for (const [index, line] of client.entries()) {
    const hit = hitOf(kind, line);
    if (!hit) continue;
    const before = [line, ...client.slice(Math.max(0, index - REACH), index).toReversed()];
    const after = [line, ...client.slice(index + 1, index + 1 + REACH)];
    const trigger = bestCue(before, TRIGGERS, hit);
    const consequence = bestCue(after, CONSEQUENCES, hit);
    // The words alone are no moment of a loop: what set it off or what came of it is told with them.
    if (!trigger && !consequence) continue;
    const certainty =
      0.4 + (trigger ? 0.25 * trigger.strength : 0) + (consequence ? 0.25 * consequence.strength : 0);
    const moment: LoopMoment = {
      kind: kind.key,
      shift: hit.shift,
      response: placeOf(hit),
      trigger: trigger && placeOf(trigger),
      consequence: consequence && placeOf(consequence),
      certainty: Math.round(certainty * 1000) / 1000,
    };
    // One event told over several lines is one moment: its fullest telling.
    const last = found.at(-1);
    if (last && index - last.index <= 1 && last.moment.shift === moment.shift) {
      if (moment.certainty > last.moment.certainty) last.moment = moment;
      last.index = index;
    } else found.push({ index, moment });
  }
  return found.map(({ moment }) => moment);
}

/**
 * The moments of one session in which a recurring response may have run. None of them is a loop: loops are moments of
 * one kind over several sessions, see `deriveLoops`.
 */
export function findLoopMoments(session: CodedSession): LoopMoment[] {
  const client = linesOf(session).filter((line) => !line.coach && line.words >= FEWEST_WORDS);
  return LOOP_KINDS.flatMap((kind) => momentsOf(kind, client));
}

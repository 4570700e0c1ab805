import { countWords, splitClauses, splitSentences } from '@app/utterance-coding';
import { certaintyOf, coachBefore, position, type Line, type SessionView } from '../session-view';
import { actionPhrase, isAnaphoric, type ActionPhrase } from '../text/action-phrase';
import { resolved } from '../text/antecedents';
import { quoteAround, type Naming } from '../text/quotes';
import { bestTimePhrase } from '../text/time-phrase';
import { clamp, sentenceBounds, stepStems, timeAfter, unquoted, type Commitment } from './commitment';
import {
  AGENDA,
  ASKS_HABIT,
  CARRIES_ON,
  CLAUSE_START,
  CONDITION,
  CONSEQUENCE,
  ELICITS,
  EMPHATIC,
  GRADES,
  HABIT,
  HEDGE,
  INNER_SPEECH,
  STEP_ASKED,
} from './commitment-language';

interface Opening {
  at: number;
  verbAt: number;
  strength: number;
}

/** Places in a client's line where commitment language opens, with its strength. */
function openings(line: Line): Opening[] {
  const found: Opening[] = [];
  for (const [strength, pattern] of GRADES) {
    for (const match of line.lower.matchAll(pattern)) {
      const verbAt = match.index + match[0].length;
      const known = found.find(
        (other) => Math.abs(other.verbAt - verbAt) < 3 || (match.index <= other.at && verbAt > other.at),
      );
      if (known) known.strength = Math.min(known.strength, strength);
      else found.push({ at: match.index, verbAt, strength });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Whether the coach asked for a plan within the last words before a line. */
function wasElicited(view: SessionView, line: Line): boolean {
  let coach = 0;
  for (let i = line.index - 1; i >= 0 && line.index - i <= 6 && coach < 2; i--) {
    const other = view.lines[i];
    if (!other?.coach || other.backchannel) continue;
    coach += 1;
    if (ELICITS.test(other.lower) && !AGENDA.test(other.lower)) return true;
  }
  return false;
}

function speaksOfAPlan(view: SessionView, line: Line, opening: Opening, elicited: boolean): boolean {
  const { start, end } = sentenceBounds(line.lower, opening.at);
  const lead = line.lower.slice(start, opening.at);
  if (line.lower[end - 1] === '?') return false;
  if (!CLAUSE_START.test(lead) || (line.utterance.talk?.sustain ?? 0) > 0.6) return false;
  if (INNER_SPEECH.test(lead) || CONSEQUENCE.test(lead) || CONDITION.test(lead)) return false;
  if ((line.lower.slice(0, opening.at).match(/["\u201c\u201d]/g)?.length ?? 0) % 2 === 1) return false;
  if (HABIT.test(line.lower.slice(start, opening.verbAt)) && !elicited) return false;
  const asked = coachBefore(view, line);
  if (asked && ASKS_HABIT.test(asked.lower) && !elicited) return false;
  const coded = certaintyOf(line, 'commitment');
  // What is said while two people are still getting acquainted is a plan for life, not a step from this session.
  if (view.lines.length > 60 && position(view, line) < 0.15) return false;
  // Weak wording counts as a step only as an answer to the coach's asking, or late where the coder hears commitment.
  if (opening.strength < 0.5) return elicited || (coded > 0 && position(view, line) > 0.5);
  return elicited || coded > 0 || position(view, line) >= 0.4;
}

/** What the client said they would do, and words that only point at a step ("I'll do that"). */
export function clientCommitments(
  view: SessionView,
  naming: Naming,
): { items: Commitment[]; pointers: { line: Line; at: number; strength: number }[] } {
  const items: Commitment[] = [];
  const pointers: { line: Line; at: number; strength: number }[] = [];
  for (const line of view.clientContent) {
    const elicited = wasElicited(view, line);
    let previousEnd = 0;
    for (const opening of openings(line)) {
      if (!speaksOfAPlan(view, line, opening, elicited)) continue;
      const spoken = line.text.slice(opening.verbAt);
      const phrase = actionPhrase(spoken, naming);
      if (!phrase) {
        if (isAnaphoric(spoken) && opening.strength >= 0.5)
          pointers.push({ line, at: opening.at, strength: opening.strength });
        continue;
      }
      if ((opening.strength < 0.5 && /^\s*be able to\b/i.test(spoken)) || CARRIES_ON.test(phrase.phrase))
        continue;
      const resolvedPhrase = resolved(view, line, phrase.phrase, [naming.name, naming.coach]);
      const { start, end } = sentenceBounds(line.lower, opening.at);
      const timeline =
        phrase.timeline ??
        bestTimePhrase(unquoted(line.text).slice(start, end))?.text ??
        briefTime(line, end) ??
        timeAfter(view, line);
      const previous = items.at(-1);
      const between = previous?.line === line ? line.lower.slice(previousEnd, opening.at) : '';
      if (
        previous &&
        /^[^.?!]*?,? and (?:then )?(?:maybe )?$/.test(between) &&
        countWords(`${previous.phrase} ${phrase.phrase}`) <= 16 &&
        !previous.phrase.includes(' and ')
      ) {
        // "I'll ring her and I'll tell her": one step in two breaths.
        previous.phrase = `${previous.phrase} and ${phrase.phrase}`;
        previous.stems = stepStems(previous.phrase);
        previous.timeline ??= timeline;
        previousEnd = opening.verbAt;
        continue;
      }
      previousEnd = opening.verbAt;
      items.push({
        phrase: resolvedPhrase,
        timeline,
        strength: strengthOf(line, opening, { ...phrase, timeline }, elicited),
        origin: 'client',
        accepted: true,
        line,
        quotes: [quoteAround(line, opening.at)],
        stems: stepStems(resolvedPhrase),
        restated: false,
      });
    }
  }
  return { items: [...items, ...bareAnswers(view, naming, items)], pointers };
}

/** "What's a first step?" "Maybe just walk past his desk.": a plan answered without any "I will". */
function bareAnswers(view: SessionView, naming: Naming, known: readonly Commitment[]): Commitment[] {
  return view.clientContent.flatMap((line): Commitment[] => {
    const asked = coachBefore(view, line);
    if (!asked || line.index - asked.index > 2 || !STEP_ASKED.test(asked.lower) || AGENDA.test(asked.lower))
      return [];
    if (known.some((item) => item.line === line)) return [];
    const sentence = splitSentences(line.text).find((part) => countWords(part.text) >= 3);
    if (!sentence || sentence.text.endsWith('?')) return [];
    const spoken = sentence.text.replace(
      /^(?:(?:um|uh|well|so|i think|i guess|i suppose|probably|maybe|just|perhaps|by|to|yeah|okay|ok|right)[\s,]+)+/i,
      '',
    );
    const phrase = actionPhrase(spoken, naming);
    if (!phrase || countWords(phrase.phrase) < 3) return [];
    const quote = quoteAround(line, sentence.start);
    return [
      {
        phrase: resolved(view, line, phrase.phrase, [naming.name, naming.coach]),
        timeline: phrase.timeline ?? timeAfter(view, line),
        strength: HEDGE.test(sentence.text.toLowerCase()) ? 0.35 : 0.5,
        origin: 'client',
        accepted: true,
        line,
        quotes: [quote],
        stems: stepStems(phrase.phrase),
        restated: false,
      },
    ];
  });
}

function strengthOf(line: Line, opening: Opening, phrase: ActionPhrase, elicited: boolean): number {
  const clause = splitClauses(line.text).find((part) => part.end > opening.at);
  const around = line.lower.slice(Math.max(0, (clause?.start ?? 0) - 12), clause?.end ?? line.lower.length);
  let strength = opening.strength;
  if (EMPHATIC.test(around)) strength += 0.1;
  if (HEDGE.test(around)) strength -= 0.25;
  if (phrase.attempt) strength -= 0.15;
  if (phrase.timeline) strength += 0.1;
  if (elicited) strength += 0.08;
  return clamp(strength);
}

/** "I'll put my name on it. Tonight.": a time alone in the next sentence. */
function briefTime(line: Line, from: number): string | null {
  const next = /^\s*[^.?!]{2,40}[.!]/.exec(line.text.slice(from))?.[0];
  if (next === undefined || next.trim().split(/\s+/).length > 5) return null;
  return bestTimePhrase(next)?.text ?? null;
}

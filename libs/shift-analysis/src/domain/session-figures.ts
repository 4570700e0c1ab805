import type { Moment } from './rules/moment';
import { codeCertainty } from './session-view';
import type { Line, SessionView } from './session-view';
import { taxonomyEntry } from './taxonomy';
import { sentences } from './text/plain';
import { PRINCIPLES } from './types';
import type { AskedQuestion, PrincipleScore, ShiftReport } from './types';

const certaintyOf = (moments: readonly Moment[]): number =>
  moments.reduce((total, moment) => total + moment.certainty, 0);

const wordsOf = (lines: readonly Line[]): number => lines.reduce((total, line) => total + line.words, 0);

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Balance of each principle over all moments that count, whether or not they are among the signals shown. */
export function principleScores(counted: readonly Moment[]): PrincipleScore[] {
  return PRINCIPLES.map((principle) => {
    const mine = counted.filter((moment) => taxonomyEntry(moment.code).principle === principle);
    const good = mine.filter((moment) => taxonomyEntry(moment.code).kind === 'excellence');
    const evidence = mine.flatMap((moment) => [moment.move, ...moment.moreMoves].map((line) => line.seq));
    return {
      principle,
      excellenceCount: good.length,
      growthCount: mine.length - good.length,
      score: mine.length === 0 ? null : round(certaintyOf(good) / certaintyOf(mine)),
      evidence: [...new Set(evidence)].sort((a, b) => a - b),
    };
  });
}

/** The part of a coach's utterance that asks, or all of it when the transcript has no question marks. */
function questionText(line: Line): string {
  const asked = sentences(line.text).filter((part) => part.endsWith('?'));
  return asked.at(-1) ?? line.text.trim();
}

export function askedQuestions(view: SessionView): AskedQuestion[] {
  return view.coachLines.flatMap((line) => {
    const open = codeCertainty(line, 'question_open');
    const closed = codeCertainty(line, 'question_closed');
    const certainty = Math.max(open, closed);
    if (certainty === 0 || line.backchannel) return [];
    return [
      {
        sequenceNumber: line.seq,
        text: questionText(line),
        type: open >= closed ? ('open' as const) : ('closed' as const),
        certainty: round(certainty),
      },
    ];
  });
}

/** Share of words spoken by the coach among coach and client; `null` without words. */
export function coachTalkShare(view: SessionView): number | null {
  const all = wordsOf(view.lines);
  return all === 0 ? null : round(wordsOf(view.coachLines) / all);
}

/** The coach's longest utterance by words, the earliest of several. */
export function longestMonologue(view: SessionView): ShiftReport['longestMonologue'] {
  let longest: Line | null = null;
  for (const line of view.coachLines) if (!longest || line.words > longest.words) longest = line;
  if (!longest) return null;
  const { start, end } = longest.utterance;
  return {
    sequenceNumber: longest.seq,
    words: longest.words,
    seconds: start !== null && end !== null && end >= start ? round(end - start) : null,
  };
}

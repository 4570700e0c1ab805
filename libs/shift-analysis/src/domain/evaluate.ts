import type { ClientCode, CodedSession } from '@app/utterance-coding';
import { analyseShift } from './analyse-shift';
import { agreementBetween, codesNear, majorityOf, ratio, scoresOf } from './evaluate-counting';
import type { CodeFigures } from './evaluate-counting';
import { findMoments } from './find-moments';
import { recognisedMoments } from './select';
import { viewSession } from './session-view';

/**
 * One annotator's reading of one dialogue, as in `labels.jsonl`: utterance ids (from 0) as strings, with the codes
 * given to them. Utterance id `k` is sequence number `k + 1` of the session.
 */
export interface ShiftLabel {
  transcript: number;
  annotator: string;
  coach: Record<string, string[]>;
  client: Record<string, string[]>;
  quality?: number;
}

/** A labelled dialogue with its codes. */
export interface ShiftDialogue {
  transcript: number;
  session: CodedSession;
}

export interface ShiftFigures {
  dialogues: number;
  annotators: number;
  /**
   * Mean F1 over the ten principle-polarities (S+, S-, … T-) against the majority, over all moments recognised,
   * including those of codes that are not shown.
   */
  principle_macro_f1: number;
  per_principle: Record<string, CodeFigures>;
  /** Of the signals shown (after selection), the share that at least one annotator marked within ±1 utterance. */
  precision_at_shown_any: number;
  /** … that the majority marked. This is the figure issue-level goals speak of. */
  precision_at_shown: number;
  /** The same, counting another code of the same principle and polarity as agreement. */
  principle_precision_at_shown: number;
  signals_shown: number;
  /** Of the moments the majority marked, the share found, whether or not shown. */
  majority_moments_found: number;
  per_code: Record<string, CodeFigures>;
  /** One annotator's marks judged by the other two, code for code, within ±1: the ceiling of the above. */
  annotator_reference: { precision_majority: number; precision_any: number; principle_macro_f1: number };
  /** Client flags from the coder's codes against the majority, same utterance. */
  client_flags: Record<string, CodeFigures>;
  client_macro_f1: number;
}

const POLARITIES = ['S+', 'S-', 'H+', 'H-', 'I+', 'I-', 'F+', 'F-', 'T+', 'T-'];

const CLIENT_FLAGS: Record<string, ClientCode> = {
  C_emotion: 'emotion',
  C_contradiction: 'ambivalence',
  C_commitment: 'commitment',
  C_insight: 'insight',
  C_struggle: 'struggle',
};

/** Certainty from which a client code counts as flagged. */
const CLIENT_THRESHOLD = 0.5;

/** A mark: a code at the utterance ids it covers. */
interface Mark {
  code: string;
  ids: number[];
}

const polarity = (code: string): string => code.slice(0, 2);
const codeOf = (mark: { code: string }): string => mark.code;
const polarityOf = (mark: { code: string }): string => polarity(mark.code);

function marksOf(codes: Record<string, string[]>): Mark[] {
  return Object.entries(codes).flatMap(([id, list]) => list.map((code) => ({ code, ids: [Number(id)] })));
}

/** Figures of the on-device analyst against annotated dialogues. Pure: plain data in, plain data out. */
export function evaluateShift(
  dialogues: readonly ShiftDialogue[],
  labels: readonly ShiftLabel[],
): ShiftFigures {
  const byDialogue = new Map<number, ShiftLabel[]>();
  for (const label of labels)
    byDialogue.set(label.transcript, [...(byDialogue.get(label.transcript) ?? []), label]);
  const counted: { found: Mark[]; shown: Mark[]; readings: ShiftLabel[]; session: CodedSession }[] = [];
  for (const { transcript, session } of dialogues) {
    const readings = byDialogue.get(transcript);
    if (!readings) continue;
    const view = viewSession(session);
    const moments = recognisedMoments(view, findMoments(view));
    const coach = new Set(
      session.utterances.filter((u) => u.speakerType === 'coach').map((u) => u.sequenceNumber),
    );
    counted.push({
      readings,
      session,
      found: moments.map((m) => ({
        code: m.code,
        ids: [m.move, ...m.moreMoves].map((line) => line.seq - 1),
      })),
      shown: analyseShift(session).signals.map((s) => ({
        code: s.code,
        ids: s.utterances.filter((seq) => coach.has(seq)).map((seq) => seq - 1),
      })),
    });
  }
  const perCode = scoresOf(
    counted.map(({ found, readings }) => ({ found, readings: readings.map((r) => marksOf(r.coach)) })),
    codeOf,
  );
  const perPrinciple = scoresOf(
    counted.map(({ found, readings }) => ({ found, readings: readings.map((r) => marksOf(r.coach)) })),
    polarityOf,
  );
  const shownAt = (level: (mark: { code: string }) => string, least: 'any' | 'majority') => {
    let all = 0;
    let agreed = 0;
    for (const { shown, readings } of counted) {
      const near = readings.map((r) => codesNear(marksOf(r.coach), level));
      for (const mark of shown) {
        all += 1;
        const votes = near.filter((codes) => mark.ids.some((id) => codes(id).has(level(mark)))).length;
        if (votes >= (least === 'any' ? 1 : majorityOf(readings.length))) agreed += 1;
      }
    }
    return ratio(agreed, all);
  };
  const clientFlags = clientFigures(counted);
  const moments = Object.values(perCode);
  return {
    dialogues: counted.length,
    annotators: Math.max(0, ...counted.map(({ readings }) => readings.length)),
    principle_macro_f1: mean(
      POLARITIES.filter((p) => (perPrinciple[p]?.n ?? 0) > 0).map((p) => perPrinciple[p]?.f1 ?? 0),
    ),
    per_principle: perPrinciple,
    precision_at_shown_any: shownAt(codeOf, 'any'),
    precision_at_shown: shownAt(codeOf, 'majority'),
    principle_precision_at_shown: shownAt(polarityOf, 'majority'),
    signals_shown: counted.reduce((sum, { shown }) => sum + shown.length, 0),
    majority_moments_found: ratio(
      moments.reduce((sum, m) => sum + Math.round(m.recall * m.n), 0),
      moments.reduce((sum, m) => sum + m.n, 0),
    ),
    per_code: perCode,
    annotator_reference: annotatorReference(counted.map(({ readings }) => readings)),
    client_flags: clientFlags,
    client_macro_f1: mean(Object.values(clientFlags).map((figures) => figures.f1)),
  };
}

function annotatorReference(dialogues: readonly ShiftLabel[][]): ShiftFigures['annotator_reference'] {
  const several = dialogues.filter((readings) => readings.length >= 3);
  const most = Math.max(0, ...several.map((readings) => readings.length));
  const rounds = Array.from({ length: most }, (_, one) =>
    several
      .filter((readings) => readings[one] !== undefined)
      .map((readings) => ({
        found: marksOf(readings[one]?.coach ?? {}),
        readings: readings.filter((_, i) => i !== one).map((r) => marksOf(r.coach)),
      })),
  );
  return {
    precision_majority: mean(rounds.map((round) => agreementBetween(round, 2))),
    precision_any: mean(rounds.map((round) => agreementBetween(round, 1))),
    principle_macro_f1: mean(
      rounds.map((round) => {
        const scores = scoresOf(round, polarityOf);
        return mean(POLARITIES.filter((p) => (scores[p]?.n ?? 0) > 0).map((p) => scores[p]?.f1 ?? 0));
      }),
    ),
  };
}

function clientFigures(
  counted: readonly { readings: ShiftLabel[]; session: CodedSession }[],
): Record<string, CodeFigures> {
  const out: Record<string, CodeFigures> = {};
  for (const [flag, code] of Object.entries(CLIENT_FLAGS)) {
    let shown = 0;
    let hit = 0;
    let hitAny = 0;
    let n = 0;
    for (const { readings, session } of counted) {
      for (const utterance of session.utterances) {
        if (utterance.speakerType !== 'client') continue;
        const id = String(utterance.sequenceNumber - 1);
        const votes = readings.filter((r) => r.client[id]?.includes(flag)).length;
        const marked = votes >= majorityOf(readings.length);
        const found = utterance.codes.some(
          (entry) => entry.code === code && entry.certainty >= CLIENT_THRESHOLD,
        );
        if (found) shown += 1;
        if (marked) n += 1;
        if (found && marked) hit += 1;
        if (found && votes > 0) hitAny += 1;
      }
    }
    const precision = ratio(hit, shown);
    const recall = ratio(hit, n);
    out[flag] = {
      precision,
      precision_any: ratio(hitAny, shown),
      recall,
      f1: harmonic(precision, recall),
      n,
      found: shown,
    };
  }
  return out;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

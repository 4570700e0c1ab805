import { analyseShift } from './analyse-shift';
import { quotedParts } from './feedback/compose';
import { MAX_SIGNALS_PER_KIND } from './select';
import { GOOD_SCRIPT, POOR_SCRIPT, sessionOf, shuffled, swapped } from './testing/sessions';
import type { ScriptLine } from './testing/sessions';
import { sentences } from './text/plain';
import type { ShiftReport, SignalKind } from './types';

const of = (report: ShiftReport, kind: SignalKind) => report.signals.filter((signal) => signal.kind === kind);
const weight = (report: ShiftReport, kind: SignalKind) =>
  of(report, kind).reduce((sum, signal) => sum + signal.certainty, 0);
const texts = (report: ShiftReport) =>
  report.signals
    .flatMap((signal) => [signal.feedback, signal.whyItMatters, signal.betterExample ?? ''])
    .filter(Boolean);

const LONG: ScriptLine[] = Array.from({ length: 12 }, () => [...GOOD_SCRIPT, ...POOR_SCRIPT]).flat();

describe('analyseShift', () => {
  const good = analyseShift(sessionOf(GOOD_SCRIPT, 'Lena'));
  const poor = analyseShift(sessionOf(POOR_SCRIPT, 'Lena'));

  it('finds the strengths of a good session in all five principles', () => {
    expect(of(good, 'growth')).toEqual([]);
    expect(new Set(of(good, 'excellence').map((signal) => signal.principle)).size).toBe(5);
    expect(good.signals.map((signal) => signal.code)).toEqual(
      expect.arrayContaining([
        'S+label_feeling',
        'S+ask_emotion',
        'I+tension',
        'F+driver',
        'T+reflect_decision',
        'T+measurable',
      ]),
    );
  });

  it('does not make a poor session look good', () => {
    expect(of(poor, 'excellence').length).toBeLessThanOrEqual(1);
    expect(poor.signals.map((signal) => signal.code)).toEqual(
      expect.arrayContaining(['S-task_switch', 'I-reassure', 'H-directed', 'T-coach_defined']),
    );
    for (const score of poor.scores) expect(score.score ?? 0).toBeLessThanOrEqual(0.5);
  });

  it('finds clearly less excellence when the order of utterances is lost', () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const lost = seeds.map((seed) =>
      weight(analyseShift(sessionOf(shuffled(GOOD_SCRIPT, seed), 'Lena')), 'excellence'),
    );
    const mean = lost.reduce((sum, value) => sum + value, 0) / lost.length;
    expect(mean).toBeLessThan(weight(good, 'excellence') * 0.75);
  });

  it('finds clearly less excellence when the speakers are swapped', () => {
    const other = analyseShift(sessionOf(swapped(GOOD_SCRIPT), 'Lena'));
    expect(weight(other, 'excellence')).toBeLessThan(weight(good, 'excellence') * 0.35);
  });

  it('quotes nothing that was not said in a cited utterance', () => {
    for (const script of [GOOD_SCRIPT, POOR_SCRIPT, LONG]) {
      const session = sessionOf(script, 'Lena');
      const report = analyseShift(session);
      const textOf = (seq: number) => session.utterances.find((u) => u.sequenceNumber === seq)?.text ?? '';
      expect(report.dropped).toBe(0);
      for (const signal of report.signals) {
        expect(textOf(signal.quoteUtterance)).toContain(signal.quote);
        expect(signal.utterances).toEqual([...signal.utterances].sort((a, b) => a - b));
        expect(signal.utterances).toContain(signal.quoteUtterance);
        const said = signal.utterances.map(textOf);
        for (const part of quotedParts(
          `${signal.feedback}\n${signal.whyItMatters}\n${signal.betterExample ?? ''}`,
        ))
          expect(said.some((text) => text.includes(part))).toBe(true);
      }
    }
  });

  it('shows at most twelve of each kind and never the same sentence twice', () => {
    const report = analyseShift(sessionOf(LONG, 'Lena'));
    for (const kind of ['excellence', 'growth'] as const) {
      expect(of(report, kind).length).toBeGreaterThan(0);
      expect(of(report, kind).length).toBeLessThanOrEqual(MAX_SIGNALS_PER_KIND);
    }
    const said = report.signals
      .flatMap((signal) => [signal.feedback, signal.whyItMatters])
      .flatMap(sentences);
    expect(new Set(said).size).toBe(said.length);
    const better = report.signals.flatMap((signal) => (signal.betterExample ? [signal.betterExample] : []));
    expect(new Set(better).size).toBe(better.length);
  });

  it.each([
    ['with a name', 'Lena'],
    ['without a name', null],
  ])('writes clean text that speaks of moments, never of persons (%s)', (_, name) => {
    for (const script of [GOOD_SCRIPT, POOR_SCRIPT]) {
      const written = texts(analyseShift(sessionOf(script, name)));
      expect(written.length).toBeGreaterThan(0);
      for (const text of written) {
        expect(text).not.toMatch(/[{}]|undefined|null| {2,}|\?\?|\.\.|“”/);
        expect(text).toMatch(/^[A-Z“]/);
        expect(text).toMatch(/[.?!]”?$/);
        expect(text).not.toMatch(
          /\byou(?: are|'re|’re) (?:a|an|too|such)\b|\b(?:bad|good|poor|weak) coach\b|\b(?:is|was) (?:a|an) (?:\w+ )?(?:person|client)\b/i,
        );
      }
    }
  });

  it('gives every growth finding something to say aloud, and no excellence finding one', () => {
    for (const signal of [...good.signals, ...poor.signals])
      expect(signal.betterExample === null).toBe(signal.kind === 'excellence');
  });

  it('is deterministic', () => {
    expect(analyseShift(sessionOf(LONG, 'Lena'))).toEqual(analyseShift(sessionOf(LONG, 'Lena')));
  });

  it.each([
    ['no utterances', []],
    ['only others', GOOD_SCRIPT.map(([, text]): ScriptLine => ['other', text])],
  ])('has nothing to say about a session of %s', (_, script) => {
    const report = analyseShift(sessionOf(script));
    expect(report).toMatchObject({
      signals: [],
      coachTalkShare: null,
      questions: [],
      openQuestions: 0,
      closedQuestions: 0,
      longestMonologue: null,
      dropped: 0,
      analyst: 'on_device',
    });
    expect(report.scores.map((score) => score.score)).toEqual([null, null, null, null, null]);
  });

  it('works without punctuation and case', () => {
    const bare = GOOD_SCRIPT.map(([speaker, text, ...codes]): ScriptLine => [
      speaker,
      text.toLowerCase().replace(/[.,?!:]/g, ''),
      ...codes,
    ]);
    const report = analyseShift(sessionOf(bare, 'Lena'));
    expect(of(report, 'excellence').length).toBeGreaterThanOrEqual(of(good, 'excellence').length - 3);
    expect(of(report, 'growth')).toEqual([]);
  });

  it('counts talk, questions and the longest turn', () => {
    const report = analyseShift(
      sessionOf([
        ['coach', 'Okay. What would help you?', 'question_open'],
        ['client', 'One two three four five six.'],
        ['coach', 'Is that all?', 'question_closed'],
        ['other', 'Recording has started and this does not count at all.'],
      ]),
    );
    expect(report.coachTalkShare).toBeCloseTo(8 / 14, 3);
    expect(report.questions).toEqual([
      { sequenceNumber: 1, text: 'What would help you?', type: 'open', certainty: 0.8 },
      { sequenceNumber: 3, text: 'Is that all?', type: 'closed', certainty: 0.8 },
    ]);
    expect(report.longestMonologue).toEqual({ sequenceNumber: 1, words: 5, seconds: 8 });
  });

  it('keeps sequence numbers with gaps', () => {
    const session = sessionOf(GOOD_SCRIPT, 'Lena');
    const gapped = {
      ...session,
      utterances: session.utterances.map((u) => ({ ...u, sequenceNumber: u.sequenceNumber * 10 })),
    };
    const report = analyseShift(gapped);
    expect(report.signals.length).toBe(good.signals.length);
    for (const signal of report.signals) for (const seq of signal.utterances) expect(seq % 10).toBe(0);
  });
});

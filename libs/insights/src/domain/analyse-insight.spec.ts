import type { CodedSession } from '@app/utterance-coding';
import { codedSession, GOOD_SESSION, POOR_SESSION, SMALL_TALK, type Said } from '../testing/coded-session';
import { analyseInsight } from './analyse-insight';
import type { Evidenced, InsightSections } from './types';

const NAMES = { clientName: 'Nadia Farrow', coachName: 'Jo Blake' };
const good = (): InsightSections => analyseInsight(codedSession(GOOD_SESSION, NAMES)).sections;

function findings(sections: InsightSections): Evidenced[] {
  return [
    sections.celebration,
    sections.intention,
    sections.coachingPresence,
    sections.communicationPatterns,
    ...sections.clientDiscoveries,
    ...sections.goalProgress,
    ...sections.powerfulQuestions,
    ...sections.actionItems,
    ...sections.emotionalShifts,
    ...sections.valuesBeliefs,
  ].filter((finding): finding is NonNullable<typeof finding> => finding !== null);
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const swapped = (session: CodedSession): CodedSession =>
  codedSession(
    session.utterances.map(({ speakerType, text, codes }): Said => [
      speakerType === 'coach' ? 'client' : 'coach',
      text,
      codes
        .map((entry) => entry.code)
        .filter((code) => (speakerType === 'coach' ? false : code === 'commitment')),
    ]),
  );

describe('analyseInsight on a good session', () => {
  it('finds every section that has evidence', () => {
    const sections = good();
    expect(sections.celebration?.evidence.join(' ')).toContain('I finally told my team');
    expect(sections.intention?.commitmentLevel).toBe('Strong');
    expect(sections.clientDiscoveries[0]?.insight).toContain('Nadia');
    expect(sections.powerfulQuestions.map((item) => item.question)).toContain(
      'Where does the thought of not being good enough come from?',
    );
    expect(sections.emotionalShifts).toHaveLength(1);
    expect(sections.valuesBeliefs.map((item) => item.type)).toEqual(
      expect.arrayContaining(['Limiting Belief', 'Core Value']),
    );
    expect(sections.coachingPresence?.clientEngagementLevel).not.toBe('Low');
    expect(['Good', 'Excellent']).toContain(sections.overallSessionQuality);
    expect(sections.qualityBasis.length).toBeGreaterThan(1);
  });

  it('cites verbatim, in the utterance it names', () => {
    const session = codedSession(GOOD_SESSION, NAMES);
    const all = findings(analyseInsight(session).sections);
    expect(all.length).toBeGreaterThan(8);
    for (const finding of all) {
      expect(finding.evidence.length).toBeGreaterThan(0);
      expect(finding.utterances).toHaveLength(finding.evidence.length);
      for (const [i, quote] of finding.evidence.entries()) {
        const utterance = session.utterances.find((other) => other.sequenceNumber === finding.utterances[i]);
        expect(utterance?.text).toContain(quote);
      }
    }
  });

  it('turns commitments into to-dos with time, level and accountability', () => {
    const [first] = good().actionItems;
    expect(first?.action).toMatch(/^Leave the laptop at the office/);
    expect(first?.timeline).toBe('on Tuesdays and Thursdays');
    expect(first?.clientCommitmentLevel).toBe('High');
    expect(
      good()
        .actionItems.map((item) => item.accountabilityMeasure)
        .join(),
    ).toContain('Text Jo on Friday');
  });

  it('reads well: no unfilled slots, no doubled spaces or stops, no first person outside quotes', () => {
    for (const session of [GOOD_SESSION, POOR_SESSION, SMALL_TALK]) {
      const { sections } = analyseInsight(codedSession(session, NAMES));
      for (const text of strings(sections)) {
        expect(text).not.toMatch(/undefined|null|NaN|\$\{|\s{2}|\.\.(?!\.)|\s[.,;]|qq\d/);
      }
      expect(sections.sessionSummary.replace(/“[^”]*”/g, '')).not.toMatch(/\b(?:I|my|me)\b/);
      expect(sections.sessionSummary.split(/(?<=[.?!”])\s+(?=[A-Z“])/).length).toBeLessThanOrEqual(4);
    }
  });

  it('says "your client" when the name is not known', () => {
    const { sections } = analyseInsight(codedSession(GOOD_SESSION));
    expect(sections.intention?.behaviorChange).toMatch(/^Your client /);
    expect(strings(sections).join(' ')).not.toContain('Nadia F');
  });

  it('names readable themes of the session', () => {
    const { keyThemes } = good();
    expect(keyThemes.length).toBeLessThanOrEqual(5);
    for (const theme of keyThemes) expect(theme).toMatch(/^[a-z][a-z '-]+$/);
  });
});

describe('analyseInsight without evidence', () => {
  it('leaves the sections of small talk absent', () => {
    const { sections } = analyseInsight(codedSession(SMALL_TALK, NAMES));
    expect(findings(sections)).toEqual([]);
    expect(sections.overallSessionQuality).toBe('Average');
    expect(sections.qualityBasis[0]).toContain('Too little');
  });

  it('answers an empty session with nothing but a sentence', () => {
    const { sections, metadata, dropped } = analyseInsight(codedSession([]));
    expect(findings(sections)).toEqual([]);
    expect(sections.keyThemes).toEqual([]);
    expect(sections.sessionSummary).not.toBe('');
    expect(metadata).toMatchObject({
      transcriptWordCount: 0,
      analysisConfidence: 0,
      sessionDurationMinutes: null,
    });
    expect(dropped).toBe(0);
  });

  it('does not read other speakers', () => {
    const others = GOOD_SESSION.map(([, text, codes]): Said => ['other', text, codes]);
    expect(findings(analyseInsight(codedSession(others)).sections)).toEqual([]);
  });
});

const quality = (lines: readonly Said[]): string =>
  analyseInsight(codedSession(lines)).sections.overallSessionQuality;
const confidence = (session: CodedSession): number => analyseInsight(session).metadata.analysisConfidence;
const run = (): unknown => analyseInsight(codedSession(GOOD_SESSION, NAMES), {}, () => 0);

describe('overall quality', () => {
  const RANK = ['Needs Improvement', 'Average', 'Good', 'Excellent'];

  it('does not call a telling session good, and says why', () => {
    const { sections } = analyseInsight(codedSession(POOR_SESSION));
    expect(sections.overallSessionQuality).toBe('Needs Improvement');
    expect(sections.qualityBasis.join(' ')).toContain('Advice came repeatedly');
  });

  it('falls when the speakers are swapped', () => {
    const turned = analyseInsight(swapped(codedSession(GOOD_SESSION))).sections.overallSessionQuality;
    expect(RANK.indexOf(turned)).toBeLessThan(RANK.indexOf(quality(GOOD_SESSION)));
  });

  it('marks steps that the coach set and the client only acknowledged as low', () => {
    const { actionItems, intention } = analyseInsight(codedSession(POOR_SESSION)).sections;
    expect(actionItems.length).toBeGreaterThan(0);
    expect(new Set(actionItems.map((item) => item.clientCommitmentLevel))).toEqual(new Set(['Low']));
    expect(intention).toBeNull();
  });
});

describe('metadata', () => {
  it('measures the time with the clock it is given', () => {
    const ticks = [10, 10.25];
    const { metadata } = analyseInsight(codedSession(GOOD_SESSION), {}, () => ticks.shift() ?? 0);
    expect(metadata.processingTimeSeconds).toBe(0.25);
    expect(metadata.aiProvider).toBe('on_device');
  });

  it('takes the duration from the caller before the transcript', () => {
    const session = codedSession(GOOD_SESSION);
    expect(analyseInsight(session, { sessionDurationMinutes: 50 }).metadata.sessionDurationMinutes).toBe(50);
    expect(analyseInsight(session).metadata.sessionDurationMinutes).toBe(3);
  });

  it('is less sure of less, and of unsure codes', () => {
    const full = codedSession(GOOD_SESSION);
    const unsure: CodedSession = {
      ...full,
      utterances: full.utterances.map((utterance) => ({
        ...utterance,
        codes: utterance.codes.map((entry) => ({ ...entry, certainty: 0.4 })),
        behaviour: utterance.behaviour && { question: 0.3, reflection: 0.3, input: 0.2, other: 0.2 },
        talk: utterance.talk && { change: 0.4, neutral: 0.35, sustain: 0.25 },
      })),
    };
    const monologue = codedSession(
      GOOD_SESSION.map(([speaker, text], i): Said => [
        speaker,
        i === 1 || speaker === 'coach' ? text : 'Yes.',
      ]),
    );
    expect(confidence(full)).toBeGreaterThan(0.5);
    expect(confidence(codedSession(SMALL_TALK))).toBeLessThan(confidence(full));
    expect(confidence(unsure)).toBeLessThan(confidence(full));
    expect(confidence(monologue)).toBeLessThan(confidence(full));
    expect(confidence(codedSession([['coach', 'Hello, is anybody there at all today?']]))).toBe(0);
  });

  it('gives the same answer twice', () => {
    expect(run()).toEqual(run());
  });
});

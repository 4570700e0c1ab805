import { codedSession, GOOD_SESSION } from '../testing/coded-session';
import { analyseInsight } from './analyse-insight';
import type { InsightSections } from './types';
import { verifyInsight } from './verify';

const session = codedSession(GOOD_SESSION, { clientName: 'Nadia' });
const honest = (): InsightSections => structuredClone(analyseInsight(session).sections);

describe('verifyInsight', () => {
  it('leaves what holds as it is', () => {
    expect(verifyInsight(honest(), session.utterances)).toEqual({ sections: honest(), dropped: 0 });
  });

  it('drops a quote that nobody said, and the section when none is left', () => {
    const sections = honest();
    if (!sections.celebration) throw new Error('the session has a celebration');
    sections.celebration.evidence = ['I won the lottery and bought a boat.'];
    sections.celebration.utterances = [2];
    const result = verifyInsight(sections, session.utterances);
    expect(result.sections.celebration).toBeNull();
    expect(result.dropped).toBe(1);
  });

  it('drops a true quote under the wrong utterance, and keeps the rest of the section', () => {
    const sections = honest();
    const item = sections.actionItems[0];
    if (!item) throw new Error('the session has an action item');
    const kept = item.evidence.length;
    item.evidence.push(GOOD_SESSION[1]?.[1] ?? '');
    item.utterances.push(1);
    const result = verifyInsight(sections, session.utterances);
    expect(result.sections.actionItems[0]?.evidence).toHaveLength(kept);
    expect(result.dropped).toBe(1);
  });

  it('drops a finding that weaves in invented words', () => {
    const sections = honest();
    const belief = sections.valuesBeliefs[0];
    if (!belief) throw new Error('the session has a belief');
    belief.description = 'A rule: “I must always win”.';
    const result = verifyInsight(sections, session.utterances);
    expect(result.sections.valuesBeliefs).toHaveLength(sections.valuesBeliefs.length - 1);
    expect(result.dropped).toBe(1);
  });

  it('drops a question that was never asked and a sentence of the summary with an invented quote', () => {
    const sections = honest();
    const question = sections.powerfulQuestions[0];
    if (!question) throw new Error('the session has a powerful question');
    question.question = 'Have you tried turning it off and on again?';
    sections.sessionSummary = `${sections.sessionSummary} She said: “Never again on a Tuesday”.`;
    const result = verifyInsight(sections, session.utterances);
    expect(result.sections.powerfulQuestions).not.toContainEqual(
      expect.objectContaining({ question: question.question }),
    );
    expect(result.sections.sessionSummary).toBe(honest().sessionSummary);
    expect(result.dropped).toBe(2);
  });

  it('drops evidence without an utterance', () => {
    const sections = honest();
    if (!sections.intention) throw new Error('the session has an intention');
    sections.intention.utterances = [];
    expect(verifyInsight(sections, session.utterances).sections.intention).toBeNull();
  });
});

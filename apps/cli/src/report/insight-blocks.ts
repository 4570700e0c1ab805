import type { Analysis } from './analysis';
import type { Block } from './blocks';
import { placeOf } from './place';

interface Evidenced {
  evidence: string[];
  utterances: number[];
}

/** Evidence that the text above it does not quote already. */
function evidence(analysis: Analysis, finding: Evidenced, shown: readonly string[]): Block[] {
  const text = shown.join('\n');
  return finding.evidence.flatMap((quote, i): Block[] => {
    const number = finding.utterances[i];
    const core = quote.replace(/[\s.,;:\u2026-]+$/, '');
    return number === undefined || text.includes(core)
      ? []
      : [{ kind: 'quote', text: quote, source: placeOf(analysis, number) }];
  });
}

const fact = (label: string, text: string | null): Block[] =>
  text === null || text === '' ? [] : [{ kind: 'fact', label, text }];

/** The insight sections that hold something, in the order of the session-insights plan. */
export function insightBlocks(analysis: Analysis): Block[] {
  const { sections } = analysis.insight;
  const blocks: Block[] = [];
  const { celebration, intention, coachingPresence, communicationPatterns } = sections;
  if (celebration) {
    blocks.push(
      { kind: 'heading', text: 'To celebrate' },
      { kind: 'paragraph', text: `${celebration.description} ${celebration.significance}` },
    );
    blocks.push(...evidence(analysis, celebration, [celebration.description, celebration.significance]));
  }
  if (intention) {
    blocks.push(
      { kind: 'heading', text: 'Intention' },
      { kind: 'paragraph', text: intention.behaviorChange },
    );
    blocks.push(
      ...fact('Commitment', intention.commitmentLevel),
      ...fact('When', intention.timeline),
      ...fact('Support', intention.supportNeeded.join('; ')),
    );
    blocks.push(...evidence(analysis, intention, [intention.behaviorChange, ...intention.supportNeeded]));
  }
  if (sections.clientDiscoveries.length > 0) {
    blocks.push({ kind: 'heading', text: 'Discoveries' });
    for (const discovery of sections.clientDiscoveries) {
      blocks.push({
        kind: 'item',
        text: `${discovery.insight} ${discovery.emotionalResponse}`,
        note: discovery.depthLevel.toLowerCase(),
      });
      blocks.push(...evidence(analysis, discovery, [discovery.insight, discovery.emotionalResponse]));
    }
  }
  if (sections.goalProgress.length > 0) {
    blocks.push({ kind: 'heading', text: 'Goals' });
    for (const goal of sections.goalProgress) {
      blocks.push({ kind: 'subheading', text: goal.goalArea, note: goal.progressLevel.toLowerCase() });
      blocks.push({ kind: 'paragraph', text: goal.progressDescription });
      blocks.push(
        ...fact('In the way', goal.barriersIdentified.join('; ')),
        ...fact('Next', goal.nextSteps.join('; ')),
      );
    }
  }
  if (sections.powerfulQuestions.length > 0) {
    blocks.push({ kind: 'heading', text: 'Questions that opened something' });
    for (const question of sections.powerfulQuestions) {
      blocks.push({
        kind: 'quote',
        text: question.question,
        source: placeOf(analysis, question.utterances[0] ?? 0),
      });
      blocks.push({
        kind: 'paragraph',
        text: `${question.impactDescription} ${question.clientResponseSummary}`,
      });
    }
  }
  if (sections.actionItems.length > 0) {
    blocks.push({ kind: 'heading', text: 'Next steps' });
    for (const item of sections.actionItems) {
      blocks.push({
        kind: 'item',
        text: item.action,
        note: [item.timeline, `commitment ${item.clientCommitmentLevel.toLowerCase()}`]
          .filter((part) => part !== null)
          .join(', '),
      });
      blocks.push(...fact('Accountability', item.accountabilityMeasure));
      blocks.push(...evidence(analysis, item, [item.accountabilityMeasure ?? '']));
    }
  }
  if (sections.emotionalShifts.length > 0) {
    blocks.push({ kind: 'heading', text: 'Emotional movement' });
    for (const shift of sections.emotionalShifts) {
      blocks.push({ kind: 'paragraph', text: shift.shiftDescription });
      blocks.push(
        ...fact('Earlier', shift.initialState),
        ...fact('Later', shift.finalState),
        ...fact('In between', shift.catalyst),
      );
    }
  }
  if (sections.valuesBeliefs.length > 0) {
    blocks.push({ kind: 'heading', text: 'Values and beliefs' });
    for (const belief of sections.valuesBeliefs) {
      blocks.push({ kind: 'item', text: belief.description, note: belief.type.toLowerCase() });
      blocks.push(
        ...fact('For the goals', belief.impactOnGoals),
        ...fact('In the session', belief.explorationDepth),
      );
    }
  }
  if (coachingPresence) {
    blocks.push({ kind: 'heading', text: 'Presence and partnership' });
    blocks.push({
      kind: 'paragraph',
      text: `${coachingPresence.rapportQuality} ${coachingPresence.partnershipDynamics}`,
    });
    blocks.push(
      ...fact('Engagement', coachingPresence.clientEngagementLevel),
      ...fact('Trust shown in', coachingPresence.trustIndicators.join('; ')),
    );
  }
  if (communicationPatterns) {
    blocks.push({ kind: 'heading', text: 'How things were put' });
    const style = communicationPatterns.processingStyle;
    for (const text of [
      ...communicationPatterns.expressionPatterns,
      ...communicationPatterns.communicationPreferences,
      ...communicationPatterns.notableChanges,
    ]) {
      blocks.push({ kind: 'item', text });
    }
    if (style !== 'Mixed') blocks.push(...fact('Sensory language', style));
  }
  return blocks;
}

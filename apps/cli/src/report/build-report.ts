import { principleEntry, taxonomyEntry, type ShiftSignal } from '@app/shift-analysis';
import type { Analysis } from './analysis';
import type { Block } from './blocks';
import { insightBlocks } from './insight-blocks';
import { placeOf } from './place';

function signalBlocks(analysis: Analysis, signal: ShiftSignal): Block[] {
  return [
    {
      kind: 'subheading',
      text: taxonomyEntry(signal.code).name,
      note: principleEntry(signal.principle).name,
    },
    { kind: 'quote', text: signal.quote, source: placeOf(analysis, signal.quoteUtterance) },
    { kind: 'paragraph', text: signal.feedback },
    { kind: 'fact', label: 'Why it matters', text: signal.whyItMatters },
    ...(signal.betterExample === null
      ? []
      : [{ kind: 'fact', label: 'You might say', text: signal.betterExample } as const]),
  ];
}

function facts(analysis: Analysis): string[] {
  const { transcript, roles, insight, coded } = analysis;
  const people = [
    ...(roles.coachName ? [`coach ${roles.coachName}`] : []),
    ...(roles.clientName ? [`client ${roles.clientName}`] : []),
  ];
  const minutes = insight.metadata.sessionDurationMinutes;
  return [
    ...(people.length > 0 ? [people.join(', ')] : []),
    `${String(coded.utterances.length)} utterances${minutes === null ? '' : `, ${String(minutes)} min`}`,
    transcript.sourceFormat.replaceAll('_', ' '),
  ];
}

function shareSentence(analysis: Analysis): string {
  const { coachTalkShare, longestMonologue } = analysis.shift;
  const parts: string[] = [];
  if (coachTalkShare !== null)
    parts.push(`You spoke ${String(Math.round(coachTalkShare * 100))} % of the words.`);
  if (longestMonologue && longestMonologue.words >= 60) {
    parts.push(
      `Your longest turn has ${String(longestMonologue.words)} words (${placeOf(analysis, longestMonologue.sequenceNumber)}).`,
    );
  }
  return parts.join(' ');
}

/** The whole report of one session, in the order a coach would read it. */
export function buildReport(analysis: Analysis): Block[] {
  const { shift, insight, transcript } = analysis;
  const { sections } = insight;
  const blocks: Block[] = [
    { kind: 'title', text: transcript.guessedTitle ?? analysis.fileName, facts: facts(analysis) },
    { kind: 'heading', text: 'Summary' },
    { kind: 'paragraph', text: sections.sessionSummary },
  ];
  if (sections.keyThemes.length > 0)
    blocks.push({ kind: 'fact', label: 'Themes', text: sections.keyThemes.join(' \u00b7 ') });
  blocks.push({
    kind: 'fact',
    label: 'Overall',
    text: `${sections.overallSessionQuality}. ${sections.qualityBasis.join(' ')}`.trim(),
  });

  blocks.push({ kind: 'heading', text: 'SHIFT' });
  blocks.push({
    kind: 'bars',
    rows: shift.scores.map((score) => ({
      label: principleEntry(score.principle).name,
      excellence: score.excellenceCount,
      growth: score.growthCount,
    })),
  });
  const share = shareSentence(analysis);
  if (share !== '') blocks.push({ kind: 'paragraph', text: share });
  const excellence = shift.signals.filter((signal) => signal.kind === 'excellence');
  const growth = shift.signals.filter((signal) => signal.kind === 'growth');
  if (excellence.length > 0) {
    blocks.push({ kind: 'heading', text: 'What you did well' });
    for (const signal of excellence) blocks.push(...signalBlocks(analysis, signal));
  }
  if (growth.length > 0) {
    blocks.push({ kind: 'heading', text: 'Where there is room to grow' });
    for (const signal of growth) blocks.push(...signalBlocks(analysis, signal));
  }
  if (excellence.length + growth.length === 0) {
    blocks.push({ kind: 'paragraph', text: 'No moment was clear enough to comment on.', quiet: true });
  }

  blocks.push(...insightBlocks(analysis));

  if (shift.questions.length > 0) {
    blocks.push({ kind: 'heading', text: 'Questions you asked' });
    for (const question of shift.questions) {
      blocks.push({
        kind: 'item',
        text: question.text,
        note: `${question.type}, ${placeOf(analysis, question.sequenceNumber)}`,
      });
    }
  }

  const { metadata } = insight;
  const skipped = transcript.skipped.reduce((sum, part) => sum + part.count, 0);
  blocks.push({ kind: 'heading', text: 'About this report' });
  blocks.push({
    kind: 'paragraph',
    quiet: true,
    text: [
      `Written by software on this machine, from the words alone; nothing left it. Confidence ${String(Math.round(metadata.analysisConfidence * 100))} %, ${String(metadata.transcriptWordCount)} words.`,
      'Every quote is verbatim. Feelings are readings of language, not of people. Please check it against your own memory of the session.',
      ...(skipped > 0
        ? [
            `Left out of the file: ${transcript.skipped.map((part) => part.message.replace(/\.$/, '')).join('; ')}.`,
          ]
        : []),
    ].join(' '),
  });
  return blocks;
}

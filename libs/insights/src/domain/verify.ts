import type { Evidenced, InsightSections } from './types';

/** What verification needs of an utterance. */
export interface QuotedUtterance {
  sequenceNumber: number;
  text: string;
}

export interface VerifiedInsight {
  sections: InsightSections;
  /** Quotes and findings that did not hold and were taken out. */
  dropped: number;
}

const WOVEN = /\u201c([^\u201c\u201d]*)\u201d/g;

/** All strings of a finding except its evidence, at any depth. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => strings(item));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => (key === 'evidence' ? [] : strings(item)));
  }
  return [];
}

/**
 * Holds every quote of an insight against the transcript, whoever made the insight. An evidence quote must be a
 * verbatim part of the utterance it names, else it is dropped; a finding without evidence left, or with a woven quote
 * (“…”) that nobody said, is dropped whole. The summary loses every sentence with a quote that does not hold.
 */
export function verifyInsight(
  sections: InsightSections,
  utterances: readonly QuotedUtterance[],
): VerifiedInsight {
  const texts = new Map(utterances.map((utterance) => [utterance.sequenceNumber, utterance.text] as const));
  let dropped = 0;
  const spoken = (quote: string): boolean =>
    quote.trim() !== '' && utterances.some((utterance) => utterance.text.includes(quote));
  const wovenHold = (value: unknown): boolean =>
    strings(value).every((text) => [...text.matchAll(WOVEN)].every((match) => spoken(match[1] ?? '')));

  const check = <T extends Evidenced>(finding: T): T | null => {
    const evidence: string[] = [];
    const numbers: number[] = [];
    for (const [i, quote] of finding.evidence.entries()) {
      const number = finding.utterances[i];
      if (number !== undefined && quote.trim() !== '' && texts.get(number)?.includes(quote)) {
        evidence.push(quote);
        numbers.push(number);
      } else dropped += 1;
    }
    if (evidence.length === 0) return null;
    if (!wovenHold(finding)) {
      dropped += 1;
      return null;
    }
    return { ...finding, evidence, utterances: numbers };
  };
  const one = <T extends Evidenced>(finding: T | null): T | null =>
    finding === null ? null : check(finding);
  const many = <T extends Evidenced>(findings: readonly T[]): T[] =>
    findings.flatMap((finding) => check(finding) ?? []);

  const questions = many(sections.powerfulQuestions).filter((finding) => {
    const held = spoken(finding.question);
    if (!held) dropped += 1;
    return held;
  });
  const sentences = sections.sessionSummary.split(/(?<=[.?!\u201d])\s+(?=[A-Z\u201c])/);
  const kept = sentences.filter((sentence) => wovenHold(sentence));
  dropped += sentences.length - kept.length;
  return {
    sections: {
      ...sections,
      celebration: one(sections.celebration),
      intention: one(sections.intention),
      clientDiscoveries: many(sections.clientDiscoveries),
      goalProgress: many(sections.goalProgress),
      coachingPresence: one(sections.coachingPresence),
      powerfulQuestions: questions,
      actionItems: many(sections.actionItems),
      emotionalShifts: many(sections.emotionalShifts),
      valuesBeliefs: many(sections.valuesBeliefs),
      communicationPatterns: one(sections.communicationPatterns),
      sessionSummary: kept.join(' '),
    },
    dropped,
  };
}

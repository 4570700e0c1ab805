import type { SessionView } from './session-view';

/**
 * How far an on-device analysis can be relied on, 0..1: the weighted geometric mean of
 *
 * - size: `1 - exp(-words / 900)`, words of coach and client together (900 words, about six minutes, reach 0.63);
 * - balance: `min(1, 4 * share of the quieter speaker)` (a monologue cannot be analysed as a dialogue);
 * - coverage: share of lines with content that the coder could place (a code, or a main class at 0.5 or more);
 * - certainty: mean certainty of those placements;
 *
 * with exponents 0.3, 0.15, 0.2 and 0.35. No words of one side, no confidence: 0.
 */
export function analysisConfidence(view: SessionView): number {
  const words = view.clientWords + view.coachWords;
  if (view.clientWords === 0 || view.coachWords === 0) return 0;
  const size = 1 - Math.exp(-words / 900);
  const balance = Math.min(1, (4 * Math.min(view.clientWords, view.coachWords)) / words);
  const certainties: number[] = [];
  let content = 0;
  for (const line of view.lines) {
    if (line.backchannel) continue;
    content += 1;
    const classes = line.coach ? line.utterance.behaviour : line.utterance.talk;
    const strongest = classes ? Math.max(...Object.values(classes as unknown as Record<string, number>)) : 0;
    const coded = line.utterance.codes.map((entry) => entry.certainty);
    const best = Math.max(strongest, ...coded);
    if (best >= 0.5)
      certainties.push(
        coded.length > 0 ? (best + coded.reduce((sum, value) => sum + value, 0) / coded.length) / 2 : best,
      );
  }
  if (content === 0 || certainties.length === 0) return 0;
  const coverage = certainties.length / content;
  const certainty = certainties.reduce((sum, value) => sum + value, 0) / certainties.length;
  const confidence = size ** 0.3 * balance ** 0.15 * coverage ** 0.2 * certainty ** 0.35;
  return Math.round(Math.max(0, Math.min(1, confidence)) * 100) / 100;
}

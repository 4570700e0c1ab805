import type { Token } from './noun-sense';

/** Words' standing by TextRank: a word matters when it stands near many words that matter. */
export function textRank(clauses: readonly Token[][]): Map<string, number> {
  const neighbours = new Map<string, Map<string, number>>();
  for (const clause of clauses) {
    const content = clause.filter((token) => token.candidate);
    for (let i = 0; i < content.length; i++) {
      for (let j = i + 1; j < Math.min(content.length, i + 4); j++) {
        const [a, b] = [content[i]?.stem ?? '', content[j]?.stem ?? ''];
        if (a === b || a === '' || b === '') continue;
        for (const [from, to] of [
          [a, b],
          [b, a],
        ] as const) {
          const edges = neighbours.get(from) ?? new Map<string, number>();
          edges.set(to, (edges.get(to) ?? 0) + 1);
          neighbours.set(from, edges);
        }
      }
    }
  }
  let ranks = new Map<string, number>([...neighbours.keys()].map((key) => [key, 1]));
  const outgoing = new Map(
    [...neighbours].map(
      ([key, edges]) => [key, [...edges.values()].reduce((sum, weight) => sum + weight, 0)] as const,
    ),
  );
  for (let round = 0; round < 20; round++) {
    const next = new Map<string, number>();
    for (const [key, edges] of neighbours) {
      let rank = 0.15;
      for (const [other, weight] of edges)
        rank += (0.85 * weight * (ranks.get(other) ?? 0)) / (outgoing.get(other) ?? 1);
      next.set(key, rank);
    }
    ranks = next;
  }
  return ranks;
}

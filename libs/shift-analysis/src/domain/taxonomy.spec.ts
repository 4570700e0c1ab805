import { FEEDBACK_TEXTS } from './feedback/texts';
import { SHIFT_PRINCIPLES, SHIFT_TAXONOMY, entryOfPattern, taxonomyEntry } from './taxonomy';
import { SHOWN_CODES } from './thresholds';
import { PRINCIPLES } from './types';

describe('SHIFT taxonomy', () => {
  it('has five principles and three patterns and anti-patterns in each', () => {
    expect(SHIFT_PRINCIPLES.map((principle) => principle.key)).toEqual([...PRINCIPLES]);
    expect(SHIFT_PRINCIPLES.map((principle) => principle.letter).join('')).toBe('SHIFT');
    for (const principle of PRINCIPLES) {
      for (const kind of ['excellence', 'growth'])
        expect(
          SHIFT_TAXONOMY.filter((entry) => entry.principle === principle && entry.kind === kind),
        ).toHaveLength(3);
    }
  });

  it('spells codes and slugs once each', () => {
    expect(new Set(SHIFT_TAXONOMY.map((entry) => entry.code)).size).toBe(30);
    expect(new Set(SHIFT_TAXONOMY.map((entry) => entry.pattern)).size).toBe(30);
    for (const entry of SHIFT_TAXONOMY) {
      expect(entry.pattern).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
      expect(entry.code.charAt(1)).toBe(entry.kind === 'excellence' ? '+' : '-');
      expect(entry.code.charAt(0)).toBe(SHIFT_PRINCIPLES.find((p) => p.key === entry.principle)?.letter);
    }
  });

  it('says what each entry is, why it matters and which ICF ids it touches', () => {
    for (const entry of SHIFT_TAXONOMY) {
      expect(entry.definition).toMatch(/\.$/);
      expect(entry.whyItMatters).toMatch(/\.$/);
      expect(entry.icfCompetencies.length).toBeGreaterThan(0);
      for (const marker of entry.pccMarkers) {
        expect(marker).toMatch(/^(?:3\.[1-4]|4\.[1-4]|5\.[1-5]|6\.[1-7]|7\.[1-8]|8\.[1-9])$/);
        expect(entry.icfCompetencies).toContain(Number(marker.charAt(0)));
      }
    }
  });

  it('finds entries by code and slug', () => {
    expect(taxonomyEntry('S+label_feeling').pattern).toBe('label_the_feeling');
    expect(entryOfPattern('goal_takeover')?.code).toBe('H-goal_takeover');
    expect(entryOfPattern('nothing')).toBeNull();
    expect(() => taxonomyEntry('X+nothing')).toThrow(RangeError);
  });

  it('has a gate and texts for every code', () => {
    for (const { code, kind } of SHIFT_TAXONOMY) {
      expect(SHOWN_CODES[code]?.threshold).toBeGreaterThan(0.5);
      const texts = FEEDBACK_TEXTS[code];
      expect(texts?.feedback.length).toBeGreaterThanOrEqual(2);
      expect(texts?.why.length).toBeGreaterThanOrEqual(2);
      expect((texts?.better.length ?? 0) >= 2).toBe(kind === 'growth');
    }
    expect(Object.keys(FEEDBACK_TEXTS).sort()).toEqual(SHIFT_TAXONOMY.map((entry) => entry.code).sort());
  });

  it('uses only known slots and never labels a person', () => {
    const known =
      /\{(?:client|Client|said|matter|felt|answer|step|measure|promise|yes|move|feeling|feel|you|sideA|sideB|early|late|when|When)\}/g;
    for (const texts of Object.values(FEEDBACK_TEXTS)) {
      for (const template of [...texts.feedback, ...texts.why, ...texts.better]) {
        expect(template.replace(known, '')).not.toMatch(/[{}]/);
        expect(template).not.toMatch(/ {2}|\byou are (?:a|an)\b|\bthey are (?:a|an)\b/i);
        expect(template).toMatch(/[.?]$/);
      }
    }
  });

  it('never uses one sentence in two templates', () => {
    const all = Object.values(FEEDBACK_TEXTS).flatMap((texts) => [
      ...texts.feedback,
      ...texts.why,
      ...texts.better,
    ]);
    expect(new Set(all).size).toBe(all.length);
  });
});

import type { PrincipleKey, SignalKind } from '../types';

/** One pattern (excellence) or anti-pattern (growth) of the SHIFT framework. */
export interface TaxonomyEntry {
  /** Annotation code of the guide, e.g. `S+label_feeling`. */
  code: string;
  /** Slug on the wire, e.g. `label_the_feeling`. */
  pattern: string;
  kind: SignalKind;
  principle: PrincipleKey;
  name: string;
  /** What it is, in one or two sentences. */
  definition: string;
  whyItMatters: string;
  /** ICF core competencies it touches (1–8). */
  icfCompetencies: readonly number[];
  /** ICF PCC markers (ids only; their wording is copyrighted). */
  pccMarkers: readonly string[];
}

/** One of the five principles. */
export interface PrincipleEntry {
  key: PrincipleKey;
  letter: 'S' | 'H' | 'I' | 'F' | 'T';
  name: string;
  definition: string;
  whyItMatters: string;
  icfCompetencies: readonly number[];
}

type Row = Omit<TaxonomyEntry, 'principle'>;

export function entriesOf(principle: PrincipleKey, rows: readonly Row[]): readonly TaxonomyEntry[] {
  return rows.map((row) => ({ ...row, principle }));
}

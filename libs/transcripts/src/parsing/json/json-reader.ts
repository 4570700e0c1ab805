import type { Segment } from '../../domain/types';

export interface JsonReading {
  segments: Segment[];
  /** Entries that are not objects. */
  unreadable: number;
  /** Entries without words. */
  empty: number;
  /** Entries that a later one replaced. */
  drafts?: number;
  title?: string | null;
  /** ISO date or instant, or epoch milliseconds. */
  date?: string | number | null;
  /** True where entries may come in another order than they were spoken. */
  isUnordered?: boolean;
}

/** Reads one vendor's JSON. Readers are asked in order; the first that matches reads. */
export interface JsonReader {
  format: string;
  matches(root: unknown): boolean;
  read(root: unknown): JsonReading;
}

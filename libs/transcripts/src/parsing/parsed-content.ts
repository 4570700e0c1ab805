import type { Segment } from '../domain/types';

/** What one format's reader hands back; title and date are settled later, together with the file's name. */
export interface ParsedContent {
  sourceFormat: string;
  segments: Segment[];
  /** A title the source states. */
  title: string | null;
  /** A date the source states: ISO date or instant, or epoch milliseconds. */
  date: string | number | null;
  /** Lines before the first speaker, in which a title or date may stand. */
  heading: string[];
}

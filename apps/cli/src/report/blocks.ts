/** A report as a list of blocks, before it becomes terminal text or Markdown. */
export type Block =
  | { kind: 'title'; text: string; facts: string[] }
  | { kind: 'heading'; text: string }
  | { kind: 'subheading'; text: string; note?: string }
  | { kind: 'paragraph'; text: string; quiet?: boolean }
  | { kind: 'quote'; text: string; source: string }
  | { kind: 'fact'; label: string; text: string }
  | { kind: 'item'; text: string; note?: string }
  | { kind: 'bars'; rows: BarRow[] };

/** Two counts side by side: what was done well, and what there is to grow. */
export interface BarRow {
  label: string;
  excellence: number;
  growth: number;
}

/** The questions the models answer, and where their answers stand in the weights. */

/** Columns of the coach's linear model. Single columns are log-odds. */
export const COACH_COLUMNS = {
  behaviour: [0, 4],
  hasQuestion: [4, 1],
  hasReflection: [5, 1],
  hasInput: [6, 1],
  open: [7, 1],
  complex: [8, 1],
  input: [9, 4],
} as const;
export const COACH_COLUMN_COUNT = 13;
export const CLIENT_COLUMN_COUNT = 3;

/** Heads of the text network, all softmax; heads of two give the second class' probability. */
export const NETWORK_HEADS = {
  behaviour: 4,
  talk: 3,
  hasQuestion: 2,
  hasReflection: 2,
  hasInput: 2,
  open: 2,
  complex: 2,
  input: 4,
} as const;

/** Tasks with a second stage. */
export const COMBINED_TASKS = ['behaviour', 'talk', 'open', 'complex'] as const;
export type CombinedTask = (typeof COMBINED_TASKS)[number];

/** Weight of each list of hashes in the linear models: words, letters, neighbours, words beside punctuation. */
export const GROUP_WEIGHTS = { words: 1, letters: 0.7, neighbours: 0.5, marked: 1 } as const;

/** Calibration of one task: final logits are divided by the temperature; a class wins by probability × preference. */
export interface TaskCalibration {
  temperature: number;
  /** Factor per class when a single class is chosen, tuned for macro-F1; probabilities stay as they are. */
  preference: number[];
}

export type Mode = 'marked' | 'plain';

import { FIND_THE_PATTERN_TEXTS } from './find-the-pattern';
import { HAND_BACK_OWNERSHIP_TEXTS } from './hand-back-ownership';
import { ILLUMINATE_CONTRADICTIONS_TEXTS } from './illuminate-contradictions';
import { SURFACE_EMOTION_TEXTS } from './surface-emotion';
import type { TextTable } from './template';
import { TURN_INSIGHT_INTO_ACTION_TEXTS } from './turn-insight-into-action';

/** Feedback texts of all thirty codes. */
export const FEEDBACK_TEXTS: TextTable = {
  ...SURFACE_EMOTION_TEXTS,
  ...HAND_BACK_OWNERSHIP_TEXTS,
  ...ILLUMINATE_CONTRADICTIONS_TEXTS,
  ...FIND_THE_PATTERN_TEXTS,
  ...TURN_INSIGHT_INTO_ACTION_TEXTS,
};

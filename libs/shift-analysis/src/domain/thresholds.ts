/** When a code may be shown, and how well it agreed with the annotators where it was measured. */
export interface CodeGate {
  /** Certainty from which a moment of this code counts. */
  threshold: number;
  /** Whether the on-device analyst shows the code to a coach. */
  shown: boolean;
  /** Relative worth of a moment of this kind to a coach who reads only a few. */
  weight: number;
}

const gate = (threshold: number, weight: number, shown = true): CodeGate => ({ threshold, weight, shown });

export const SHOWN_CODES: Readonly<Record<string, CodeGate>> = {
  'S+label_feeling': gate(0.74, 1.1),
  'S+ask_emotion': gate(0.7, 1.15),
  'S+mirroring': gate(0.6, 0.95),
  'S-task_switch': gate(0.6, 1.1),
  'S-avoidance': gate(0.64, 1.1),
  'S-affect_free': gate(0.6, 0.9, false),
  'H+invite_decision': gate(0.66, 1),
  'H+agency': gate(0.6, 0.85),
  'H+curiosity': gate(0.62, 0.85),
  'H-preemptive_advice': gate(0.66, 1),
  'H-goal_takeover': gate(0.7, 1),
  'H-directed': gate(0.66, 1),
  'I+tension': gate(0.62, 1.25),
  'I+values_check': gate(0.62, 1.2),
  'I+disowned': gate(0.6, 1.1),
  'I-blindness': gate(0.6, 1.15),
  'I-detour': gate(0.6, 1),
  'I-reassure': gate(0.66, 1.05),
  'F+theme': gate(0.7, 1.2),
  'F+driver': gate(0.62, 1.15),
  'F+meta': gate(0.6, 1.15),
  'F-parroting': gate(0.6, 0.8, false),
  'F-theme_avoid': gate(0.6, 1, false),
  'F-reactive': gate(0.6, 1.05, false),
  'T+elicit': gate(0.66, 1.1),
  'T+measurable': gate(0.62, 1.05),
  'T+reflect_decision': gate(0.6, 1),
  'T-no_next_step': gate(0.6, 1.15),
  'T-insight_only': gate(0.6, 1, false),
  'T-coach_defined': gate(0.66, 1.05),
};

/** Whether a moment is sure enough, and of a code that may be shown. */
export function mayShow(code: string, certainty: number): boolean {
  const entry = SHOWN_CODES[code];
  return entry !== undefined && entry.shown && certainty >= entry.threshold;
}

/** Agreement of one code with the annotators on the labelled dialogues. `null` where there was nothing to judge. */
export interface MeasuredAgreement {
  /** Moments found. */
  found: number;
  /** Share of them that at least one of three annotators marked within ±1 utterance. */
  precisionAny: number | null;
  /** … that at least two marked. */
  precisionMajority: number | null;
  /** Share of the majority's marks that were found. */
  recall: number | null;
  /** Marks of the majority. */
  n: number;
}

/** When a code may be shown, and how well it agreed with the annotators where it was measured. */
export interface CodeGate {
  /** Certainty from which a moment of this code counts. */
  threshold: number;
  /** Relative worth of a moment of this kind to a coach who reads only a few. */
  weight: number;
  /** Whether the on-device analyst shows the code to a coach. */
  shown: boolean;
  measured: MeasuredAgreement;
}

const measured = (
  found: number,
  precisionAny: number | null,
  precisionMajority: number | null,
  recall: number | null,
  n: number,
): MeasuredAgreement => ({ found, precisionAny, precisionMajority, recall, n });

const gate = (threshold: number, weight: number, shown: boolean, figures: MeasuredAgreement): CodeGate => ({
  threshold,
  weight,
  shown,
  measured: figures,
});

/**
 * The gate of every code. Floor for showing: the majority agrees with at least 60 % of a code's findings, and with at
 * least 80 % when another code of the same principle and polarity also counts as agreement (the annotators themselves
 * often choose different codes for one piece of advice).
 *
 * The figures come from the 24 dialogues on which the rules were written, so they flatter; `evaluateShift` on other
 * dialogues is the honest test. Codes with fewer than three labelled moments (`n`) rest on their wording alone: they
 * are shown only where the cue is explicit ("how do those two sit together"), and stay off where the rule has to
 * infer something that is absent (an echo, a theme not taken up, a feeling left out of a paraphrase).
 */
export const SHOWN_CODES: Readonly<Record<string, CodeGate>> = {
  'S+label_feeling': gate(0.74, 1.1, true, measured(23, 0.83, 0.78, 0.75, 24)),
  'S+ask_emotion': gate(0.7, 1.15, true, measured(2, 1.0, 1.0, 1.0, 2)),
  'S+mirroring': gate(0.6, 0.95, true, measured(4, 1.0, 1.0, 0.5, 8)),
  'S-task_switch': gate(0.6, 1.1, true, measured(0, null, null, 0.0, 2)),
  'S-avoidance': gate(0.7, 1.1, true, measured(2, 1.0, 1.0, 0.33, 6)),
  'S-affect_free': gate(0.6, 0.9, false, measured(2, 0.5, 0.0, 0.0, 2)),
  'H+invite_decision': gate(0.66, 1, true, measured(18, 0.89, 0.83, 0.83, 18)),
  'H+agency': gate(0.6, 0.85, true, measured(17, 0.94, 0.94, 0.94, 18)),
  'H+curiosity': gate(0.62, 0.85, true, measured(32, 0.94, 0.91, 0.78, 37)),
  'H-preemptive_advice': gate(0.66, 1, true, measured(5, 0.8, 0.8, 0.36, 11)),
  'H-goal_takeover': gate(0.7, 1, true, measured(6, 1.0, 0.83, 0.38, 13)),
  'H-directed': gate(0.66, 1, true, measured(15, 0.67, 0.6, 0.64, 14)),
  'I+tension': gate(0.62, 1.25, true, measured(7, 1.0, 0.71, 0.78, 9)),
  'I+values_check': gate(0.62, 1.2, true, measured(1, 1.0, 0.0, 0.0, 2)),
  'I+disowned': gate(0.6, 1.1, true, measured(0, null, null, 0.0, 2)),
  'I-blindness': gate(0.6, 1.15, true, measured(2, 1.0, 1.0, 0.5, 4)),
  'I-detour': gate(0.6, 1, true, measured(0, null, null, 0.0, 1)),
  'I-reassure': gate(0.66, 1.05, true, measured(1, 1.0, 1.0, 0.5, 2)),
  'F+theme': gate(0.7, 1.2, true, measured(0, null, null, 0.0, 1)),
  'F+driver': gate(0.62, 1.15, true, measured(10, 1.0, 0.9, 0.69, 13)),
  'F+meta': gate(0.6, 1.15, true, measured(6, 0.83, 0.83, 0.5, 10)),
  'F-parroting': gate(0.6, 0.8, false, measured(0, null, null, null, 0)),
  'F-theme_avoid': gate(0.6, 1, false, measured(0, null, null, 0.0, 2)),
  'F-reactive': gate(0.6, 1.05, false, measured(5, 0.6, 0.6, 0.75, 4)),
  'T+elicit': gate(0.66, 1.1, true, measured(12, 0.75, 0.75, 1.0, 9)),
  'T+measurable': gate(0.62, 1.05, true, measured(9, 0.89, 0.89, 0.73, 11)),
  'T+reflect_decision': gate(0.6, 1, true, measured(8, 0.88, 0.88, 0.47, 15)),
  'T-no_next_step': gate(0.6, 1.15, true, measured(1, 1.0, 1.0, 0.33, 3)),
  'T-insight_only': gate(0.6, 1, false, measured(0, null, null, null, 0)),
  'T-coach_defined': gate(0.66, 1.05, true, measured(10, 1.0, 1.0, 0.67, 15)),
};

/** Whether a moment is sure enough to count as found. */
export function isFound(code: string, certainty: number): boolean {
  const entry = SHOWN_CODES[code];
  return entry !== undefined && certainty >= entry.threshold;
}

/** Whether moments of a code are shown to coaches. */
export function isShown(code: string): boolean {
  return SHOWN_CODES[code]?.shown ?? false;
}

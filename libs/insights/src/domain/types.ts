/**
 * The ICF-aligned insight of one session. Source: the session-insights technical plan (model `SessionInsight`).
 * Every section is extracted from the transcript; a section without evidence is absent, never padded.
 * `evidence` holds verbatim quotes; `utterances` the sequence numbers they come from, in the same order.
 */

export interface Evidenced {
  evidence: string[];
  utterances: number[];
}

export interface Celebration extends Evidenced {
  description: string;
  significance: string;
}

export interface Intention extends Evidenced {
  behaviorChange: string;
  commitmentLevel: 'Strong' | 'Moderate' | 'Exploratory';
  timeline: string | null;
  supportNeeded: string[];
}

export interface ClientDiscovery extends Evidenced {
  insight: string;
  depthLevel: 'Surface' | 'Moderate' | 'Deep';
  emotionalResponse: string;
}

export interface GoalProgress extends Evidenced {
  goalArea: string;
  progressDescription: string;
  progressLevel: 'Significant' | 'Moderate' | 'Minimal' | 'Setback';
  barriersIdentified: string[];
  nextSteps: string[];
}

export interface CoachingPresence extends Evidenced {
  clientEngagementLevel: 'High' | 'Moderate' | 'Low';
  rapportQuality: string;
  trustIndicators: string[];
  partnershipDynamics: string;
}

export interface PowerfulQuestion extends Evidenced {
  question: string;
  impactDescription: string;
  clientResponseSummary: string;
  breakthroughLevel: 'Major' | 'Moderate' | 'Minor';
}

export interface ActionItem extends Evidenced {
  action: string;
  timeline: string | null;
  accountabilityMeasure: string | null;
  clientCommitmentLevel: 'High' | 'Medium' | 'Low';
}

export interface EmotionalShift extends Evidenced {
  initialState: string;
  finalState: string;
  shiftDescription: string;
  catalyst: string;
}

export interface ValueOrBelief extends Evidenced {
  type: 'Core Value' | 'Limiting Belief' | 'Empowering Belief';
  description: string;
  impactOnGoals: string;
  explorationDepth: string;
}

export interface CommunicationPattern extends Evidenced {
  /** What the client's sensory language leans to; `Mixed` when nothing leads. */
  processingStyle: 'Visual' | 'Auditory' | 'Kinesthetic' | 'Mixed';
  expressionPatterns: string[];
  communicationPreferences: string[];
  notableChanges: string[];
}

export type SessionQuality = 'Excellent' | 'Good' | 'Average' | 'Needs Improvement';

/** All sections of one session's insight, as an analyst makes them. */
export interface InsightSections {
  celebration: Celebration | null;
  intention: Intention | null;
  clientDiscoveries: ClientDiscovery[];
  goalProgress: GoalProgress[];
  coachingPresence: CoachingPresence | null;
  powerfulQuestions: PowerfulQuestion[];
  actionItems: ActionItem[];
  emotionalShifts: EmotionalShift[];
  valuesBeliefs: ValueOrBelief[];
  communicationPatterns: CommunicationPattern | null;
  /** Prose built from the session's own decisive utterances, in order. */
  sessionSummary: string;
  keyThemes: string[];
  overallSessionQuality: SessionQuality;
  /** What the quality was derived from, one plain sentence per reason. */
  qualityBasis: string[];
}

export interface InsightMetadata {
  sessionDurationMinutes: number | null;
  transcriptWordCount: number;
  /** `on_device` or the provider's name. */
  aiProvider: string;
  modelVersion: string;
  processingTimeSeconds: number;
  /** 0..1, computed from coverage and the certainty of the codes used; never a constant. */
  analysisConfidence: number;
}

/** What an analyst answers for one session. */
export interface InsightResult {
  sections: InsightSections;
  metadata: InsightMetadata;
  /** Findings dropped because a quote did not hold. */
  dropped: number;
}

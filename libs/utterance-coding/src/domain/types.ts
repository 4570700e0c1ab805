/**
 * The language of utterance coding: what one utterance does in a coaching conversation.
 *
 * Coach behaviours follow the motivational-interviewing tradition (MISC/MITI as used by the AnnoMI corpus);
 * client talk follows change/sustain talk; emotion labels are those of GoEmotions.
 */

/** Who speaks. `other` is anyone who is neither coach nor client (a recorder, a guest); never analysed. */
export type SpeakerType = 'coach' | 'client' | 'other';

/** One utterance as the coder needs it. */
export interface CodableUtterance {
  /** 1-based position in the session. */
  sequenceNumber: number;
  speakerType: SpeakerType;
  /** Cleaned text (fillers softened). Every quote in a finding is a verbatim part of it. */
  text: string;
  /** Seconds from the start of the session, `null` when the source has no times. */
  start: number | null;
  end: number | null;
}

export const COACH_CODES = [
  'question_open',
  'question_closed',
  'reflection_simple',
  'reflection_complex',
  'advice',
  'information',
  'affirmation',
  'permission',
] as const;

export const CLIENT_CODES = [
  'change_talk',
  'sustain_talk',
  'emotion',
  'commitment',
  'ambivalence',
  'insight',
  'struggle',
] as const;

export type CoachCode = (typeof COACH_CODES)[number];
export type ClientCode = (typeof CLIENT_CODES)[number];
export type UtteranceCodeName = CoachCode | ClientCode;

/** A code given to an utterance, with how sure the coder is (0..1, calibrated where a model decides). */
export interface UtteranceCode {
  code: UtteranceCodeName;
  certainty: number;
}

/** AnnoMI's main therapist behaviour, as probabilities that add up to 1. */
export interface CoachBehaviour {
  question: number;
  reflection: number;
  input: number;
  other: number;
}

/** AnnoMI's client talk type, as probabilities that add up to 1. */
export interface ClientTalk {
  change: number;
  neutral: number;
  sustain: number;
}

/** What the words of an utterance suggest about feeling. Language only; never voice or face. */
export interface EmotionReading {
  /** The strongest GoEmotions label (28 including `neutral`). */
  label: string;
  /** Probability of that label, 0..1. */
  certainty: number;
  /** -1 (unpleasant) .. 1 (pleasant), expected over labels. */
  valence: number;
  /** 0 (flat) .. 1 (strong): probability mass outside `neutral`. */
  intensity: number;
}

export interface CodedUtterance extends CodableUtterance {
  codes: UtteranceCode[];
  emotion: EmotionReading;
  /** Present on coach utterances. */
  behaviour: CoachBehaviour | null;
  /** Present on client utterances. */
  talk: ClientTalk | null;
}

/** A whole session after coding: the one input of every on-device analyst. */
export interface CodedSession {
  utterances: CodedUtterance[];
  /** First names as spoken, if known: used to write feedback, never to label. */
  coachName: string | null;
  clientName: string | null;
  /** Version of the coder (rules + weights) that made the codes. */
  coderVersion: string;
}

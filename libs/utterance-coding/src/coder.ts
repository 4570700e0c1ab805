import type {
  ClientTalk,
  CodableUtterance,
  CodedSession,
  CodedUtterance,
  EmotionReading,
  UtteranceCode,
} from './domain/types';
import { describeSession, hasReliablePunctuation, type UtteranceFeatures } from './features/session-features';
import { CoderModels, type CoachReading } from './models';
import { clientRuleHits } from './rules/client-rules';
import { affirmationCertainty, permissionCertainty } from './rules/coach-rules';
import { isQuestion } from './text/questions';

/** Version of the rules and weights together; stored with every finding made from the codes. */
export const CODER_VERSION = 'on-device-1';

let models: CoderModels | null = null;

/** The names as spoken in the session, if known. */
export interface SpokenNames {
  coachName?: string | null;
  clientName?: string | null;
}

/**
 * Codes every utterance of a session. Synchronous, pure and deterministic: the same utterances always give the same
 * codes; nothing is read but the weights, once per process. Utterances of `other` speakers get an emotion reading but
 * no codes. An hour's session takes well under a second.
 */
export function codeSession(utterances: readonly CodableUtterance[], names: SpokenNames = {}): CodedSession {
  models ??= new CoderModels();
  const coder = models;
  const features = describeSession(utterances);
  const marks = hasReliablePunctuation(features);
  return {
    utterances: utterances.map((utterance, i) => codeUtterance(coder, utterance, features[i] as UtteranceFeatures, marks)),
    coachName: names.coachName ?? null,
    clientName: names.clientName ?? null,
    coderVersion: CODER_VERSION,
  };
}

function codeUtterance(
  coder: CoderModels,
  utterance: CodableUtterance,
  features: UtteranceFeatures,
  marks: boolean,
): CodedUtterance {
  const coded: CodedUtterance = {
    ...utterance,
    codes: [],
    emotion: coder.emotion(features),
    behaviour: null,
    talk: null,
  };
  if (features.turn.units.words.length === 0) {
    coded.emotion = { label: 'neutral', certainty: 1, valence: 0, intensity: 0 };
  }
  if (utterance.speakerType === 'coach') {
    const reading = coder.coach(features, marks);
    coded.behaviour = reading.behaviour;
    coded.codes = coachCodes(utterance.text, reading, features);
  } else if (utterance.speakerType === 'client') {
    coded.talk = coder.talk(features, marks);
    coded.codes = clientCodes(utterance.text, coded.talk, coded.emotion, features);
  }
  return coded;
}

function coachCodes(text: string, reading: CoachReading, features: UtteranceFeatures): UtteranceCode[] {
  const codes: UtteranceCode[] = [];
  if (features.turn.units.words.length === 0) return codes;
  if (reading.hasQuestion >= 0.5 || (reading.hasQuestion >= 0.3 && isQuestion(text))) {
    const open = reading.open >= 0.5;
    codes.push({
      code: open ? 'question_open' : 'question_closed',
      certainty: reading.hasQuestion * (open ? reading.open : 1 - reading.open),
    });
  }
  if (reading.hasReflection >= 0.5) {
    const complex = reading.complex >= 0.5;
    codes.push({
      code: complex ? 'reflection_complex' : 'reflection_simple',
      certainty: reading.hasReflection * (complex ? reading.complex : 1 - reading.complex),
    });
  }
  if (reading.hasInput >= 0.5) {
    const { information, advice, options, negotiation } = reading.input;
    const directive = advice + options;
    if (directive >= information && directive >= negotiation) {
      codes.push({ code: 'advice', certainty: reading.hasInput * directive });
    } else if (information >= negotiation) {
      codes.push({ code: 'information', certainty: reading.hasInput * information });
    }
  }
  const affirmation = affirmationCertainty(text);
  if (affirmation > 0) codes.push({ code: 'affirmation', certainty: affirmation });
  const permission = permissionCertainty(text);
  if (permission > 0) codes.push({ code: 'permission', certainty: permission });
  return codes;
}

function clientCodes(
  text: string,
  talk: ClientTalk,
  emotion: EmotionReading,
  features: UtteranceFeatures,
): UtteranceCode[] {
  const codes: UtteranceCode[] = [];
  if (features.turn.units.words.length === 0) return codes;
  if (talk.change >= talk.neutral && talk.change >= talk.sustain) {
    codes.push({ code: 'change_talk', certainty: talk.change });
  } else if (talk.sustain >= talk.neutral) {
    codes.push({ code: 'sustain_talk', certainty: talk.sustain });
  }
  const hits = clientRuleHits(text);
  const rule = (count: number): number => Math.min(0.9, 0.5 + 0.15 * count);
  if (hits.emotion > 0) codes.push({ code: 'emotion', certainty: Math.max(rule(hits.emotion), emotion.intensity * 0.9) });
  if (hits.commitment > 0) codes.push({ code: 'commitment', certainty: rule(hits.commitment) });
  if (hits.ambivalence > 0) codes.push({ code: 'ambivalence', certainty: rule(hits.ambivalence) });
  if (hits.insight > 0) codes.push({ code: 'insight', certainty: rule(hits.insight) });
  if (hits.struggle > 0) codes.push({ code: 'struggle', certainty: rule(hits.struggle) });
  return codes;
}

import type {
  CodableUtterance,
  CodedSession,
  CodedUtterance,
  EmotionReading,
  UtteranceCode,
} from './domain/types';
import { EMOTION_LABELS, EMOTION_VALENCE } from './domain/emotion-labels';
import { describeSession, hasReliablePunctuation } from './features/session-features';
import { argmax } from './model/probability';
import { loadWeights } from './model/weights-file';
import { CoderModels, type CoachReading, type Reading } from './models';
import { adviceCertainty } from './rules/advice-rules';
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
  models ??= new CoderModels(loadWeights());
  return codeWith(models, utterances, names);
}

/** `codeSession` with given models: training and evaluation measure models that are not the shipped ones. */
export function codeWith(
  coder: CoderModels,
  utterances: readonly CodableUtterance[],
  names: SpokenNames = {},
): CodedSession {
  const session = describeSession(utterances);
  const readings = coder.read(session, hasReliablePunctuation(session) ? 'marked' : 'plain');
  return {
    utterances: utterances.map((utterance, i) =>
      toCoded(utterance, readings[i]!, session[i]!.turn.units.words.length),
    ),
    coachName: names.coachName ?? null,
    clientName: names.clientName ?? null,
    coderVersion: CODER_VERSION,
  };
}

function toCoded(utterance: CodableUtterance, reading: Reading, words: number): CodedUtterance {
  const emotion = words === 0 ? NO_EMOTION : toEmotion(reading.emotions);
  const b = reading.coach?.behaviour;
  const t = reading.talk;
  return {
    ...utterance,
    codes:
      words === 0
        ? []
        : reading.coach
          ? coachCodes(utterance.text, reading.coach)
          : clientCodes(utterance.text, reading),
    emotion,
    behaviour: b ? { question: b[0]!, reflection: b[1]!, input: b[2]!, other: b[3]! } : null,
    talk: t ? { change: t[0]!, neutral: t[1]!, sustain: t[2]! } : null,
  };
}

const NO_EMOTION: EmotionReading = { label: 'neutral', certainty: 1, valence: 0, intensity: 0 };

function toEmotion(probabilities: Float64Array): EmotionReading {
  const strongest = argmax(probabilities);
  let valence = 0;
  EMOTION_LABELS.forEach((label, k) => (valence += probabilities[k]! * EMOTION_VALENCE[label]));
  return {
    label: EMOTION_LABELS[strongest]!,
    certainty: probabilities[strongest]!,
    valence: Math.max(-1, Math.min(1, valence)),
    intensity: Math.max(0, Math.min(1, 1 - probabilities[EMOTION_LABELS.indexOf('neutral')]!)),
  };
}

function coachCodes(text: string, reading: CoachReading): UtteranceCode[] {
  let codes: UtteranceCode[] = [];
  const { behaviourChoice: choice } = reading;
  if (choice === 0 || reading.hasQuestion >= 0.5 || (reading.hasQuestion >= 0.3 && isQuestion(text))) {
    const certainty = Math.max(reading.hasQuestion, reading.behaviour[0]!);
    codes.push(
      reading.isOpen
        ? { code: 'question_open', certainty: certainty * reading.open }
        : { code: 'question_closed', certainty: certainty * (1 - reading.open) },
    );
  }
  if (choice === 1 || reading.hasReflection >= 0.5) {
    const certainty = Math.max(reading.hasReflection, reading.behaviour[1]!);
    codes.push(
      reading.isComplex
        ? { code: 'reflection_complex', certainty: certainty * reading.complex }
        : { code: 'reflection_simple', certainty: certainty * (1 - reading.complex) },
    );
  }
  if (choice === 2 || reading.hasInput >= 0.5) {
    const certainty = Math.max(reading.hasInput, reading.behaviour[2]!);
    const [information, advice, options, negotiation] = Array.from(reading.input) as [
      number,
      number,
      number,
      number,
    ];
    const directive = advice + options;
    // Negotiating a plan together is neither advice nor information: it gets no code of its own.
    if (directive >= information && directive >= negotiation)
      codes.push({ code: 'advice', certainty: certainty * directive });
    else if (information >= negotiation)
      codes.push({ code: 'information', certainty: certainty * information });
  }
  const advice = adviceCertainty(text);
  const known = codes.find(({ code }) => code === 'advice');
  if (known) known.certainty = Math.max(known.certainty, advice);
  else if (advice > 0) {
    codes.push({ code: 'advice', certainty: advice });
    // "You should …" resembles reflections ("you …"), which are far more frequent in the training data.
    if (advice > 0.7 && reading.behaviour[1]! < 0.75)
      codes = codes.filter(({ code }) => !code.startsWith('reflection'));
  }
  const affirmation = affirmationCertainty(text);
  if (affirmation > 0) codes.push({ code: 'affirmation', certainty: affirmation });
  const permission = permissionCertainty(text);
  if (permission > 0) codes.push({ code: 'permission', certainty: permission });
  return codes;
}

function clientCodes(text: string, reading: Reading): UtteranceCode[] {
  const codes: UtteranceCode[] = [];
  const { talk, talkChoice } = reading;
  if (!talk) return codes;
  if (talkChoice === 0 && talk[0]! >= LEAST_TALK) codes.push({ code: 'change_talk', certainty: talk[0]! });
  if (talkChoice === 2 && talk[2]! >= LEAST_TALK) codes.push({ code: 'sustain_talk', certainty: talk[2]! });
  const hits = clientRuleHits(text);
  for (const code of RULE_CODES) {
    if (hits[code] === 0) continue;
    const [first, further] = RULE_CERTAINTY[code];
    codes.push({ code, certainty: Math.min(0.95, first + further * (hits[code] - 1)) });
  }
  return codes;
}

/** Below this probability change and sustain talk are right in a quarter of the cases: no code is given. */
const LEAST_TALK = 0.35;

const RULE_CODES = ['emotion', 'commitment', 'ambivalence', 'insight', 'struggle'] as const;

/** Certainty of one matching pattern and of each further one; about the precision measured (docs/analysis.md). */
const RULE_CERTAINTY: Record<(typeof RULE_CODES)[number], readonly [number, number]> = {
  emotion: [0.8, 0.08],
  commitment: [0.52, 0.15],
  ambivalence: [0.55, 0.15],
  insight: [0.6, 0.12],
  struggle: [0.72, 0.1],
};

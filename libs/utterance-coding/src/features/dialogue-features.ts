import { hasQuestionOrder } from '../text/questions';
import type { SpeakerType } from '../domain/types';
import type { TextUnits } from './units';

/** What the dense features of one utterance are computed from. */
export interface TurnContext {
  speakerType: SpeakerType;
  units: TextUnits;
  /** The other speaker's turn just before and just after (their utterances joined), `null` at the ends. */
  before: TextUnits | null;
  after: TextUnits | null;
  /** Content words of the client's last three turns. */
  recentContent: ReadonlySet<string>;
  /** 0 at the start of the session, 1 at its end. */
  position: number;
  /** Distance to the start and to the end in utterances. */
  fromStart: number;
  fromEnd: number;
}

/** Word patterns written for this project after the MISC, MITI and change-talk (DARN-CAT) manuals. */
const PATTERNS: readonly RegExp[] = [
  // reflections
  /\b(?:sounds? like|seems? (?:like|as)|looks? like|feels? like you|i hear|im hearing|what youre saying|youre saying|it sounds|you mentioned|so for you|in other words)\b/u,
  /^(?:(?:okay|ok|so|and|but|yeah|right|well|um|uh|mm|hmm|alright|you know) )*(?:youre|youve|youd|your|you (?:feel|want|have|are|were|do|dont|know|think|like|really|wish|see|need|can|had|never|would))\b/u,
  /\b(?:on (?:the )?one hand|on the other|at the same time|part of you|even though|a lot of|so its|and its|because youre|that youre|that youve|you dont want|you really)\b/u,
  // open and closed questions
  /\b(?:what|how|why|whats|hows) (?:do|does|did|is|are|was|were|would|could|can|will|about|else|kind|sort|might|have|has|makes|made|brings|brought|you|happens|happened|concerns)\b/u,
  /\btell me\b|\bdescribe\b|\bhelp me understand\b|\bwalk me through\b/u,
  /\b(?:do|did|are|is|have|has|can|could|would|will|were|was|does|should|may) (?:you|it|that|there|your|we|they|i|he|she)\b/u,
  /\b(?:how (?:much|many|often|long|old)|what time|when (?:did|do|was|is)|where (?:do|did|is|are)|which)\b/u,
  /\b(?:scale|zero to|one to ten|# to #|importance|confident)\b/u,
  // giving input
  /\b(?:you (?:should|need to|have to|must|could try|might want|might consider|could|can)|i (?:would|want you to|think you|suggest|recommend|advise)|id (?:suggest|recommend)|we can|we could|lets|why dont you|try to|make sure)\b/u,
  /\b(?:research|studies|study|percent|risk|guidelines?|recommended|people who|some people|causes?|effects?|doctors?|program|treatment|medication|information|means that|because the)\b/u,
  // affirming, permission, structure
  /\b(?:great|good job|appreciate|thank|thanks|proud|well done|congratulations|strength|impressive|wonderful|fantastic)\b/u,
  /\b(?:is it (?:ok|okay|all right|alright)|would it be (?:ok|okay|all right|alright)|do you mind|if its (?:ok|okay)|with your permission|mind if i|can i share|may i)\b/u,
  /^(?:(?:yeah|yes|okay|ok|right|mm|mhm|mmhmm|hmm|mm hmm|uh huh|sure|alright|all right|i see|great|good|exactly|absolutely|got it|wow|oh|no|definitely) ?)+$/u,
  /\b(?:hi|hello|nice to meet|my name|today|next week|see you|last time|have a seat|take care|bye|welcome|appointment)\b/u,
  // change talk: desire, ability, reasons, need, commitment, activation, taking steps
  /\b(?:i (?:want|wanna|wish|would like|hope|wanted)|id (?:like|love|rather)|i would love|looking forward)\b/u,
  /\b(?:i (?:can|could|might be able|am able|think i can|know i can)|im able|i guess i could|be possible|i could try)\b/u,
  /\b(?:i (?:need|have to|should|must|gotta|got to|ought)|ive got to|need to|have to|has to|important)\b/u,
  /\b(?:i will|ill|im (?:going to|gonna)|i am going to|i promise|i plan|my plan|im ready|im willing|ill try|i am willing|i intend)\b/u,
  /\b(?:ive (?:been|already|started|cut|tried|thought|stopped)|i (?:started|stopped|quit|cut|tried|already|decided)|last week i|this week i)\b/u,
  /\b(?:worried|scared|afraid|health|healthier|kids|family|better|feel better|save|money|harm|bad for|not good|sick|tired of|problem|concerned)\b/u,
  // sustain talk
  /\b(?:i dont (?:want|wanna|think|need|see|really|have|know if|like|feel)|i cant|i wont|im not (?:going|ready|sure|gonna|really)|i couldnt|not ready|dont need|no point|not a problem|no problem|not that bad|not worried|its fine|im fine)\b/u,
  /\b(?:i (?:like|love|enjoy)|helps me|relax|relaxes|fun|everybody|everyone|all my friends|its hard|hard to|difficult|too (?:hard|much|busy|expensive|tired)|never work|doesnt work|tried that|no time|dont have time|cant stop|give up)\b/u,
  /\b(?:but|although|though|however)\b/u,
  /\b(?:i dont know|not sure|maybe|i guess|probably|perhaps|might)\b/u,
  /\b(?:feel|feeling|felt|angry|sad|upset|frustrated|frustrating|anxious|happy|stressed|hate|love|hurt|guilty|ashamed|embarrassed|lonely|nervous|depressed|overwhelmed)\b/u,
  /\b(?:because|cause|reason|so that|otherwise|if i)\b/u,
];

const NUMBERS = 27;
/** Length of the vector that `denseFeatures` fills. */
export const DENSE_FEATURES = NUMBERS + PATTERNS.length;

const YOU = new Set(['you', 'your', 'youre', 'youve', 'youd', 'youll', 'yourself', 'yours']);
const I = new Set(['i', 'im', 'ive', 'id', 'ill', 'me', 'my', 'myself', 'mine']);

/**
 * Dense description of an utterance in its dialogue, each number in about -1 .. 2. `marks` says whether punctuation
 * may be used; without it the numbers that need it stay 0.
 */
export function denseFeatures(turn: TurnContext, marks: boolean): Float32Array {
  const { units, before, after } = turn;
  const out = new Float32Array(DENSE_FEATURES);
  const n = units.words.length;
  const text = units.words.join(' ');
  let you = 0;
  let me = 0;
  for (const word of units.words) {
    if (YOU.has(word)) you += 1;
    else if (I.has(word)) me += 1;
  }
  const overlapBefore = before ? shared(units.content, before.content) : 0;
  const size = Math.max(1, units.content.size);
  let k = 0;
  const put = (value: number): void => {
    out[k] = value;
    k += 1;
  };
  put(1);
  put(Math.log1p(n) / 3);
  put(n <= 2 ? 1 : 0);
  put(n > 2 && n <= 6 ? 1 : 0);
  put(Math.log1p(before?.words.length ?? 0) / 3);
  put(Math.log1p(after?.words.length ?? 0) / 3);
  put(before && before.words.length <= 2 ? 1 : 0);
  put(after && after.words.length <= 2 ? 1 : 0);
  put(before ? 0 : 1);
  put(after ? 0 : 1);
  put(overlapBefore / size);
  put(before ? overlapBefore / Math.max(1, before.content.size) : 0);
  put(shared(units.content, turn.recentContent) / size);
  put(after ? shared(units.content, after.content) / size : 0);
  put((4 * you) / (n + 2));
  put((4 * me) / (n + 2));
  put(units.content.size / (n + 1));
  put(hasQuestionOrder(units.words) ? 1 : 0);
  put(hasQuestionOrder(units.words.slice(-8)) ? 1 : 0);
  put(before && hasQuestionOrder(before.words) ? 1 : 0);
  put(turn.position);
  put(1 / (1 + turn.fromStart));
  put(1 / (1 + turn.fromEnd));
  if (marks) {
    const sentences = Math.max(1, units.sentenceStarts.length);
    const lastMark = units.sentenceMarks[units.sentenceMarks.length - 1] ?? 0;
    put(units.questionMarks > 0 ? 1 : 0);
    put(lastMark === -1 ? 1 : 0);
    put(units.questionMarks / sentences);
    put(before && before.questionMarks > 0 ? 1 : 0);
  } else {
    k += 4;
  }
  for (const pattern of PATTERNS) put(pattern.test(text) ? 1 : 0);
  return out;
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const word of some) if (others.has(word)) count += 1;
  return count;
}

import type { EmotionReading } from '@app/utterance-coding';

type Row = [words: string, noun: string, pleasant: boolean];

const ROWS: Row[] = [
  ['anxious|anxiety', 'anxiety', false],
  ['worried|worry|worries|worrying', 'worry', false],
  ['scared|scary|afraid|frightened|frightening|terrified|terrifying|fear', 'fear', false],
  ['nervous|nerves', 'nervousness', false],
  ['overwhelmed|overwhelming', 'overwhelm', false],
  ['stressed|stressful|stress', 'stress', false],
  ['frustrated|frustrating|frustration', 'frustration', false],
  ['annoyed|annoying|irritated|irritating', 'irritation', false],
  ['angry|anger|furious', 'anger', false],
  ['resentful|resent|resentment', 'resentment', false],
  ['sad|sadness|miserable|heartbroken|heartbreaking', 'sadness', false],
  ['grief|grieving', 'grief', false],
  ['lonely|loneliness|isolated|isolating', 'loneliness', false],
  ['ashamed|shame|humiliated|humiliating', 'shame', false],
  ['embarrassed|embarrassing|embarrassment', 'embarrassment', false],
  ['guilty|guilt', 'guilt', false],
  ['disappointed|disappointing|disappointment', 'disappointment', false],
  ['discouraged|discouraging|deflated|demoralised|demoralized', 'discouragement', false],
  ['hopeless|despair', 'hopelessness', false],
  ['helpless|powerless', 'powerlessness', false],
  ['upset|upsetting|devastated|devastating|hurt', 'hurt', false],
  ['exhausted|exhausting|drained|draining|burned out|burnt out|worn out', 'exhaustion', false],
  ['dread|dreading|panic|panicked|panicking', 'dread', false],
  ['fed up|sick of', 'weariness', false],
  ['trapped|stuck', 'being stuck', false],
  ['terrible|awful|horrible', 'distress', false],
  ['torn', 'being torn', false],
  ['proud|pride', 'pride', true],
  ['excited|exciting|excitement|thrilled', 'excitement', true],
  ['relieved|relief', 'relief', true],
  ['hopeful|hope', 'hope', true],
  ['joy|joyful|happy|happiness', 'joy', true],
  ['grateful|gratitude', 'gratitude', true],
  ['at peace|peaceful|calm|calmer', 'calm', true],
  ['lighter|freer', 'relief', true],
  ['confident|more confident', 'confidence', true],
  ['energised|energized|energy', 'energy', true],
  ['encouraged|optimistic', 'hope', true],
];

const BY_WORD = new Map(
  ROWS.flatMap(([words, noun, pleasant]) => words.split('|').map((w) => [w, { noun, pleasant }] as const)),
);
const WORDS = new RegExp(
  `\\b(?:${[...BY_WORD.keys()].sort((a, b) => b.length - a.length).join('|')})\\b`,
  'g',
);
const DENIED =
  /\b(?:not|isn't|don't|didn't|never|wasn't|aren't|no|nothing|less|without|stop being|used to (?:be|feel)|if i (?:was|were))(?: \w+){0,2} $/;
const SELF =
  /^(?:i|i'm|i've|i'd|i'll|me|my|myself|it|it's|that's|this|that|im|which|felt|feel|feeling|feels)$/;
const OTHERS =
  /^(?:he|she|they|he's|she's|they're|you|you're|his|her|their|people|everyone|everybody|nobody|nobody's|somebody|someone|him|them)$/;

/** "It's a shame", "calm down": no feelings of the speaker. */
const NO_FEELING = /\ba shame\b|\bcalm(?:s|ed)? down\b|\bupset (?:my|the|him|her)\b/;

/** Everyday words that name a feeling only in company ("I hope so", "it hurt somebody"). */
const WEAK = /^(?:hope|hurt|energy|stress|fear|worry|happiness|joy|pride)$/;
const FELT = /\b(?:feel|felt|full of|my|the|such|so much|all this|some|more|with)\s(?:\w+\s)?$/;
const HURT_SELF = /\b(?:feel|felt|i'm|i was|i am)(?: \w+){0,2} $/;

/** A feeling named in words: the noun that completes "language suggests …" and where it stands. */
export interface NamedFeeling {
  noun: string;
  pleasant: boolean;
  at: number;
}

/** The feelings a client names of their own experience, in order; denied ones and other people's are left out. */
export function namedFeelings(lower: string): NamedFeeling[] {
  const found: NamedFeeling[] = [];
  for (const match of lower.matchAll(WORDS)) {
    const entry = BY_WORD.get(match[0]);
    const before = lower.slice(0, match.index);
    if (
      !entry ||
      DENIED.test(before) ||
      NO_FEELING.test(lower.slice(Math.max(0, match.index - 2), match.index + match[0].length + 6))
    )
      continue;
    // "hope" as a verb ("I hope so") and "hurt" of a knee are too weak without "feel".
    if (WEAK.test(match[0]) && !(match[0] === 'hurt' ? HURT_SELF : FELT).test(before)) continue;
    const subject = before
      .trim()
      .split(/[^a-z']+/)
      .slice(-7)
      .reverse()
      .find((token) => SELF.test(token) || OTHERS.test(token));
    if (subject === undefined || OTHERS.test(subject)) continue;
    found.push({ ...entry, at: match.index });
  }
  return found;
}

const LABEL_NOUNS: Record<string, string> = {
  admiration: 'admiration',
  amusement: 'amusement',
  anger: 'anger',
  annoyance: 'irritation',
  approval: 'agreement',
  caring: 'care',
  confusion: 'uncertainty',
  curiosity: 'curiosity',
  desire: 'longing',
  disappointment: 'disappointment',
  disapproval: 'disapproval',
  disgust: 'disgust',
  embarrassment: 'embarrassment',
  excitement: 'excitement',
  fear: 'fear',
  gratitude: 'gratitude',
  grief: 'grief',
  joy: 'joy',
  love: 'affection',
  nervousness: 'nervousness',
  optimism: 'hope',
  pride: 'pride',
  realization: 'realisation',
  relief: 'relief',
  remorse: 'regret',
  sadness: 'sadness',
  surprise: 'surprise',
};

/** Labels that say little about feeling in a helping conversation, where agreeing and wondering are everyday. */
const FAINT = new Set([
  'neutral',
  'approval',
  'disapproval',
  'realization',
  'curiosity',
  'confusion',
  'desire',
  'admiration',
  'gratitude',
  'caring',
  'amusement',
  'surprise',
  'love',
]);

/** The reading as a noun, or `null` when it is too faint or too unsure to speak of. */
export function readingNoun(reading: EmotionReading, least = 0.4): string | null {
  if (reading.certainty < least || FAINT.has(reading.label)) return null;
  return LABEL_NOUNS[reading.label] ?? null;
}

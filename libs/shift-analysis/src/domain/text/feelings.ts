/** One word for a feeling, with the form that completes "you feel …" in a spoken sentence. */
export interface FeelingWord {
  /** As matched in `plain` text. */
  word: string;
  /** Completes "feeling …", e.g. `anxious`, `under pressure`. */
  adjective: string;
  /** Completes "the …", e.g. `anxiety`. */
  noun: string;
  pleasant: boolean;
  /** True for words that also have an everyday use ("concerned about the date"); need more support from context. */
  weak: boolean;
}

type Row = [words: string, adjective: string, noun: string];

const UNPLEASANT: Row[] = [
  ['anxious|anxiety', 'anxious', 'anxiety'],
  ['worried|worry|worries|worrying', 'worried', 'worry'],
  ['scared|scary|scares', 'scared', 'fear'],
  ['afraid|fear|fears|frightened|frightening|terrified|terrifying', 'frightened', 'fear'],
  ['nervous', 'nervous', 'nerves'],
  ['overwhelmed|overwhelming|overwhelm', 'overwhelmed', 'overwhelm'],
  ['stressed|stressful|stressing', 'stressed', 'stress'],
  ['frustrated|frustrating|frustration|frustrates', 'frustrated', 'frustration'],
  ['annoyed|annoying|annoys|irritated|irritable|irritating', 'annoyed', 'annoyance'],
  ['angry|anger|furious|hopping mad|livid', 'angry', 'anger'],
  ['cross', 'cross', 'crossness'],
  ['resentful|resent|resentment', 'resentful', 'resentment'],
  ['cried|crying|tears|sobbed|sobbing', 'close to tears', 'tears'],
  ['really alone|so alone|feel alone|felt alone|feeling alone', 'alone', 'sense of being alone'],
  ['feel sick|felt sick|feeling sick|feels sick', 'sick about it', 'sick feeling'],
  ['hollow|hollowness|emptiness|feel empty|felt empty', 'hollow', 'hollowness'],
  ['numb', 'numb', 'numbness'],
  ["i'm failing|failing at", 'full of doubt', 'doubt'],
  ["can't stand it|can't bear it|couldn't bear it", 'at your limit', 'strain'],
  ['heavy hearted|longing', 'full of longing', 'longing'],
  ['wary', 'wary', 'wariness'],
  ['feel like a failure|felt like a failure', 'like a failure', 'sense of having failed'],
  ['go to pieces|falling apart', 'close to falling apart', 'distress'],
  ['sad|sadness|miserable|heartbroken|heartbreaking', 'sad', 'sadness'],
  ['grief|grieving', 'full of grief', 'grief'],
  ['lonely|loneliness|isolated|isolating', 'lonely', 'loneliness'],
  ['ashamed|shame|humiliated|humiliating', 'ashamed', 'shame'],
  ['feel stupid|felt stupid|feeling stupid|such an idiot', 'foolish', 'embarrassment'],
  ['embarrassed|embarrassing|embarrassment|awkward', 'embarrassed', 'embarrassment'],
  ['guilty|guilt', 'guilty', 'guilt'],
  ['disappointed|disappointing|disappointment', 'disappointed', 'disappointment'],
  ['discouraged|discouraging|demoralised|demoralized|deflated|disheartened', 'discouraged', 'discouragement'],
  ['hopeless|despair|despairing', 'hopeless', 'hopelessness'],
  ['helpless|powerless', 'powerless', 'powerlessness'],
  ['hurtful|feeling hurt|felt hurt|feel hurt', 'hurt', 'hurt'],
  ['upset|upsetting|devastated|devastating', 'upset', 'upset'],
  ['exhausted|exhausting|burned out|burnt out|drained|draining', 'exhausted', 'exhaustion'],
  ['dread|dreading|panic|panicked|panicking|panicky', 'full of dread', 'dread'],
  ['under pressure|under a lot of pressure', 'under pressure', 'pressure'],
  ['sick of|fed up|tired of', 'fed up', 'weariness'],
  ['jealous|jealousy|envious', 'jealous', 'jealousy'],
  ['trapped', 'trapped', 'feeling of being trapped'],
  ['depressed|depressing', 'low', 'low mood'],
  ['alarmed|alarming|shocked|blindsided', 'shaken', 'shock'],
  ['uncomfortable|uneasy|unsettled|unsettling', 'uncomfortable', 'unease'],
  ['torn', 'torn', 'pull'],
  ['rejected|abandoned|unwanted', 'rejected', 'sense of rejection'],
  ['worthless|inadequate|not good enough|useless', 'not good enough', 'sense of not being enough'],
  ['disgusted|hate', 'unhappy', 'unhappiness'],
];
const UNPLEASANT_WEAK: Row[] = [
  ['concerned|concerns you', 'concerned', 'concern'],
  ['confused|confusing', 'confused', 'confusion'],
  ['stuck', 'stuck', 'feeling of being stuck'],
  ['lost', 'lost', 'feeling of being lost'],
  ['pressure', 'under pressure', 'pressure'],
  ['stress', 'stressed', 'stress'],
  ['terrible|awful|horrible', 'terrible', 'bad feeling'],
  ['bothers|bothered', 'bothered', 'unease'],
  ['insecure|unsure of yourself|not feeling confident', 'unsure', 'doubt'],
];
const PLEASANT: Row[] = [
  ['proud|pride', 'proud', 'pride'],
  ['excited|exciting|excitement|thrilled', 'excited', 'excitement'],
  ['relieved|relief', 'relieved', 'relief'],
  ['hopeful', 'hopeful', 'hope'],
  ['joy|joyful', 'joyful', 'joy'],
  ['tender|tenderness', 'tender', 'tenderness'],
  ['thankful', 'thankful', 'thankfulness'],
  ['moved by|feel moved|over the moon', 'moved', 'feeling'],
  ['grateful|gratitude', 'grateful', 'gratitude'],
  ['at peace|peaceful', 'at peace', 'peace'],
  ['energised|energized', 'energised', 'energy'],
];
const PLEASANT_WEAK: Row[] = [
  ['happy|happiness', 'happy', 'happiness'],
  ['eager', 'eager', 'eagerness'],
  ['more comfortable|comfortable', 'comfortable', 'ease'],
  ['confident|confidence', 'confident', 'confidence'],
  ['encouraged', 'encouraged', 'encouragement'],
  ['calm|calmer', 'calm', 'calm'],
];

function rows(list: Row[], pleasant: boolean, weak: boolean): FeelingWord[] {
  return list.flatMap(([words, adjective, noun]) =>
    words.split('|').map((word) => ({ word, adjective, noun, pleasant, weak })),
  );
}

/** Longest first, so that "more comfortable" wins over "comfortable". */
export const FEELING_WORDS: readonly FeelingWord[] = [
  ...rows(UNPLEASANT, false, false),
  ...rows(UNPLEASANT_WEAK, false, true),
  ...rows(PLEASANT, true, false),
  ...rows(PLEASANT_WEAK, true, true),
].sort((a, b) => b.word.length - a.word.length);

const BY_WORD = new Map(FEELING_WORDS.map((entry) => [entry.word, entry]));
const PATTERN = new RegExp(`\\b(?:${FEELING_WORDS.map((entry) => entry.word).join('|')})\\b`, 'g');

/** A feeling word at its place in a `plain` text. */
export interface FeelingHit {
  feeling: FeelingWord;
  index: number;
}

/** "That's a shame", "I'm afraid we have to", "cross the road": the word without the feeling. */
function isIdiom(plainText: string, hit: FeelingHit): boolean {
  const before = plainText.slice(0, hit.index);
  const after = plainText.slice(hit.index + hit.feeling.word.length);
  if (hit.feeling.word === 'pressure') return /\b(?:blood|my|your|his|her|water|air) $/.test(before);
  if (hit.feeling.word === 'shame') return /\b(?:a|such a|real|great) $/.test(before);
  if (hit.feeling.word === 'afraid')
    return /\bi'm $/.test(before) && /^ (?:we|i|that|there|not|so|it)\b/.test(after);
  if (hit.feeling.word === 'cross')
    return !/\b(?:i'm|i was|i get|got|feel|felt|be|being|so|bit|really|you're|and|was) $/.test(before);
  return false;
}

/** All feeling words of a text in `plain` form, in order. */
export function feelingHits(plainText: string): FeelingHit[] {
  const hits: FeelingHit[] = [];
  for (const match of plainText.matchAll(PATTERN)) {
    const feeling = BY_WORD.get(match[0]);
    if (feeling && !isIdiom(plainText, { feeling, index: match.index }))
      hits.push({ feeling, index: match.index });
  }
  return hits;
}

const FIRST_PERSON = /^(?:i|i'm|i've|i'd|i'll|me|my|myself|it|it's|that's|this|that|im)$/;
const OTHER_PERSON = /^(?:he|she|they|he's|she's|they're|you|you're|his|her|their|people|everyone)$/;
const DENIAL =
  /\b(?:not|haven't|hasn't|hadn't|won't|isn't|don't|didn't|never|wasn't|aren't|no|nothing)(?: \w+){0,2} $/;

/**
 * The feeling a client voices about their own experience, strongest first: a full feeling word whose nearest
 * subject is the speaker. `null` when the words only touch a feeling of somebody else or deny it.
 */
export function voicedFeeling(plainText: string): FeelingHit | null {
  let best: FeelingHit | null = null;
  for (const hit of feelingHits(plainText)) {
    const before = plainText.slice(0, hit.index);
    if (DENIAL.test(before)) continue;
    const subject = before
      .trim()
      .split(' ')
      .slice(-7)
      .reverse()
      .find((token) => FIRST_PERSON.test(token) || OTHER_PERSON.test(token));
    if (!subject || OTHER_PERSON.test(subject)) continue;
    if (best === null || (best.feeling.weak && !hit.feeling.weak)) best = hit;
  }
  return best;
}

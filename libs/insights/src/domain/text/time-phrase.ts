import { cleanSpan } from './quotes';

/** When something is to happen, in the speaker's words, at its place in the text. */
export interface TimePhrase {
  text: string;
  start: number;
  end: number;
  /** `moment`: a day or deadline; `rhythm`: how often; `anchor`: bound to a part of the day or an event. */
  kind: 'moment' | 'rhythm' | 'anchor';
}

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH = '(?:january|february|april|june|july|august|september|october|november|december)';
const PART = '(?:morning|afternoon|evening|night|lunchtime)';
const UNIT = '(?:minute|hour|day|night|week|weekend|month|year|evening|morning|session)s?';
const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|a couple(?: of)?|a few|several)';
const CLOCK =
  "(?:\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm|a\\.m\\.|p\\.m\\.|o'clock)|\\d{1,2}[:.]\\d{2}|half past \\w+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: thirty| fifteen| o'clock| am| pm)?|noon|midnight|lunchtime)";
const EVENT =
  '(?:(?:the )?stand-?up|(?:my|our|the|this) (?:\\w+ )?(?:meeting|one[- ]to[- ]one|1:1|run|swim|class|lesson|show|shift|choir|practice|service|interview|offsite|presentation)|i have (?:my |a )?(?:tea|coffee|breakfast|lunch|dinner)|we (?:speak|talk|meet|hang up)(?: next| again)?|i hang up|work|school|breakfast|lunch|dinner|supper|tea|bed|bedtime|the gym|class|the meeting|(?:the|my|our) (?:next )?(?:session|meeting|call|appointment|review|interview|exam|presentation|holiday|weekend)|i (?:go to (?:bed|sleep|work)|leave(?: the house| the office| work)?|get (?:home|up|in|back)|wake up|start work|open my (?:email|emails|inbox|laptop))|(?:the )?kids (?:are|go|get) (?:in bed|to bed|asleep|up|home|to school))';

const PATTERNS: readonly [TimePhrase['kind'], RegExp][] = [
  [
    'moment',
    new RegExp(
      `\\b(?:by|before|until|on|this|next|coming|from|starting|starting on|starting from) (?:the )?(?:end of (?:the |this |next )?)?(?:next |this |coming )?(?:${DAY}s?(?: ${PART})?)\\b`,
      'g',
    ),
  ],
  [
    'moment',
    /\b(?:by|before|until|at|towards) the (?:end|beginning|start) of (?:the|this|next|my) (?:day|week|month|year|quarter|term)\b/g,
  ],
  [
    'moment',
    new RegExp(`\\b(?:by |from |until |before |starting )?(?:tomorrow|tonight)(?: ${PART})?\\b`, 'g'),
  ],
  [
    'moment',
    /\b(?:later |first thing |by the end of |some time |sometime )?(?:today)\b|\bfirst thing (?:in the morning|tomorrow|on monday)\b/g,
  ],
  [
    'moment',
    new RegExp(
      `\\b(?:by |before |until |over |during |from |starting |later |sometime |early |at some point )?(?:this|next|the coming|the following) (?:coming )?(?:week|weekend|month|year|quarter|term|morning|afternoon|evening|session|time|spring|summer|autumn|winter)\\b(?! (?:i (?:feel|see|get|was|am)|it (?:happens|comes|is|was)))`,
      'g',
    ),
  ],
  ['moment', /\b(?:over|at|before|after|during) the (?:weekend|holidays|summer|christmas|break)\b/g],
  [
    'moment',
    new RegExp(
      `\\b(?:in|within|over|after|during) (?:the )?(?:next |coming |about |around )*${NUMBER} ${UNIT}(?:' time)?\\b(?! ago)|\\bfor (?:the )?(?:next |coming )?${NUMBER} (?:days|weeks|months|nights|evenings|mornings|sessions)\\b`,
      'g',
    ),
  ],
  [
    'moment',
    new RegExp(
      `\\b(?:by|on|before|until|from) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:${MONTH}|march|may)(?: (?:the )?\\d{1,2}(?:st|nd|rd|th)?)?\\b`,
      'g',
    ),
  ],
  ['moment', new RegExp(`\\b(?:by|on|before|until|in) (?:${MONTH}|the \\d{1,2}(?:st|nd|rd|th))\\b`, 'g')],
  ['moment', /\bbetween now and (?:then|(?:our |the |my )?(?:next )?(?:\w+))\b/g],
  [
    'moment',
    /\b(?:before|by|until) (?:we (?:next )?(?:meet|speak|talk)(?: again)?|i see you(?: again| next)?|(?:our|the) next (?:session|meeting|call|appointment|time))\b/g,
  ],
  [
    'moment',
    /\bright (?:away|after this(?: call| session)?)\b|\bstraight (?:away|after this(?: call| session)?)\b|\bas soon as (?:i|we) (?:get|hang|leave|finish)(?: \w+){0,3}/g,
  ],
  ['moment', new RegExp(`\\b${DAY}(?: ${PART})?(?: at ${CLOCK})?\\b`, 'g')],
  [
    'rhythm',
    new RegExp(
      `\\b(?:once|twice|${NUMBER} times|at least once|at least twice) (?:a|an|per|every|each) (?:day|week|month|year|night|hour|fortnight)\\b`,
      'g',
    ),
  ],
  [
    'rhythm',
    new RegExp(
      `\\b(?:every|each) (?:single |other |second )?(?:day|night|week|weekend|weekday|month|${PART}|${DAY}(?: ${PART})?|${NUMBER} ${UNIT})\\b`,
      'g',
    ),
  ],
  ['rhythm', new RegExp(`\\bon (?:${DAY}s?)(?: (?:and|or) ${DAY}s?)+\\b|\\bon ${DAY}s\\b`, 'g')],
  [
    'rhythm',
    new RegExp(
      `\\b(?:for )?${NUMBER} (?:minutes?|hours?|days?|nights?|evenings?|mornings?) (?:a|per|every|each|of the) (?:day|week|month|night|morning|evening)\\b`,
      'g',
    ),
  ],
  ['rhythm', /\b(?:daily|weekly|from now on|on weekdays|at weekends|on weekends)\b/g],
  ['anchor', new RegExp(`\\b(?:right |just |straight )?(?:before|after|at|during|by|when) ${EVENT}\\b`, 'g')],
  ['anchor', new RegExp(`\\bat (?:about |around )?${CLOCK}(?!\\s+(?:of|or|people|things|to))\\b`, 'g')],
  ['anchor', new RegExp(`\\bby (?:about |around )?${CLOCK}(?!\\s+(?:of|people|things|one))\\b`, 'g')],
  ['anchor', /\b(?:in the (?:mornings?|evenings?|afternoons?)|at night)\b/g],
];

const NOT_A_TIME =
  /\b(?:at the same time|one day at a time|this time|these days|day after day|every time)\b/g;
const PAST = /\b(?:last|ago|yesterday|used to|back then|previous(?:ly)?)\b/;

/**
 * All time phrases of a text in lower case, neighbours joined ("on Sunday evening before dinner" is one). Offsets
 * are those of the text given.
 */
export function timePhrases(lower: string): TimePhrase[] {
  const masked = lower.replace(NOT_A_TIME, (match) => ' '.repeat(match.length));
  const found: TimePhrase[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of masked.matchAll(pattern)) {
      const start = match.index;
      found.push({ text: match[0], start, end: start + match[0].length, kind });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: TimePhrase[] = [];
  for (const phrase of found) {
    const previous = joined.at(-1);
    if (previous && phrase.start <= previous.end) {
      if (phrase.end > previous.end) {
        previous.end = phrase.end;
        previous.text = lower.slice(previous.start, previous.end);
      }
      continue;
    }
    if (
      previous &&
      /^(?:[\s,]+|,? (?:and|or|at|for|maybe|say) )$/.test(lower.slice(previous.end, phrase.start))
    ) {
      previous.end = phrase.end;
      previous.text = lower.slice(previous.start, previous.end);
      if (phrase.kind === 'moment') previous.kind = 'moment';
      continue;
    }
    joined.push({ ...phrase });
  }
  return joined;
}

/** "Tonight" in the middle of a plan is "tonight"; days of the week keep their capital. */
function lowerFirstOf(phrase: string): string {
  return /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^I\b/.test(phrase)
    ? phrase
    : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

/**
 * The time phrase that best says when, or `null`: days and deadlines before rhythms before parts of the day. A text
 * that speaks of the past gives none. `text` keeps its own case in the answer.
 */
export function bestTimePhrase(text: string, from = 0): TimePhrase | null {
  const lower = text.replace(/[\u2018\u2019\u02bc]/g, "'").toLowerCase();
  if (PAST.test(lower.slice(from))) return null;
  const rank = { moment: 0, rhythm: 1, anchor: 2 } as const;
  const best = timePhrases(lower)
    .filter((phrase) => phrase.start >= from)
    .sort((a, b) => rank[a.kind] - rank[b.kind] || b.text.length - a.text.length)[0];
  if (!best) return null;
  const span = cleanSpan(text, best.start, best.end);
  return {
    text: lowerFirstOf(text.slice(best.start, best.end) || span.text),
    start: best.start,
    end: best.end,
    kind: best.kind,
  };
}

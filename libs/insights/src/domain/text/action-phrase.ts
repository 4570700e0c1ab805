import { countWords, stripNoise, toThirdPerson } from '@app/utterance-coding';
import type { Naming } from './quotes';
import { bestTimePhrase } from './time-phrase';

/** Verbs that can open a plan. Rules out "I'm going to the gym" and "I'll never". */
export const ACTION_VERBS: ReadonlySet<string> = new Set(
  (
    'accept act add address adjust agree announce answer apologise apologize apply approach arrange ask assign attend avoid ban ' +
    'begin block book breathe bring brush build buy call cancel carry catch challenge change check choose clean clear close collect ' +
    'come commit compare complete confront consider contact continue cook count cover create cut decide declutter decline ' +
    'delay delegate delete describe design discuss do download draft draw drink drive drop eat email end enrol enroll enter ' +
    'exercise experiment explain explore express face figure file fill find finish fix focus follow get give go grab greet hand ' +
    'hang have help hire hold ignore include increase interview introduce invite investigate join journal jot keep lay lead learn leave let ' +
    'limit list listen log look lower make manage map mark measure meditate meet mention message move name negotiate note ' +
    'notice offer open order organise organize pack park pause pay phone pick plan play postpone practice practise prepare ' +
    'present print prioritise prioritize protect pull push put quit raise reach read record reduce refuse register remind ' +
    'remove reply report request research reserve resign respond rest return reveal review rewrite ring run save say schedule ' +
    'search send set share shop show shut sign sing sit skip sleep slow speak spend split stand start state stay step stick stop ' +
    'store study submit suggest swap swim switch take talk teach tell test text thank think throw tidy touch track train treat trust try turn unplug ' +
    'update use verify visit volunteer wait wake walk wash watch wear wind withdraw work workout write'
  ).split(' '),
);

/** Openings that name a state, an outcome or nothing: no steps by themselves. */
const EMPTY =
  /^(?:have (?:to see|no|a (?:hard|bad|problem)|problems|trouble|been|had|got)\b|get (?:sick|lung|fired|caught|used|over|better|worse|stuck|lost|tired|old|into trouble|in trouble|it$|there|so|too|really|a (?:headache|bit)|the (?:drop|feeling|urge|sense|message|idea|same|wrong)|home\b|to (?:the point|be|a))|go (?:crazy|mad|back to (?:how|what)|from|through|wrong|well|on and on|down|home)\b|come (?:out|across|off|up|true|back in)\b|make (?:it$|it (?:work|happen|harder|worse|through)|sense|sure|me|mistakes|no|a (?:mistake|mess|fool|difference))|find (?:it|out that|myself|that|the (?:right )?(?:words?|sentence|answer|way))\b|think (?:that|so|it|i|they|he|she|of me)\b|let you\b|say (?:that|this|it|hi|hello|sorry|thank you|yes|goodbye)$|find out$|have done|take (?:it$|forever|a (?:long|while)|time$|over$)|do (?:well|badly|worse|better$|fine)\b|keep (?:failing|going$|doing (?:it|this|that)|telling (?:my|them)sel\w+$)|end (?:up|badly)|give (?:in|up$|me|in$)|drop (?:dead|out)|catch (?:myself|it)|work (?:out$|out fine)|run (?:out|into)|turn (?:out|into|around)|try$|start$|stop$|look (?:like|stupid|bad|weak|silly|at me)|hold me|stand out|back (?:off$|to)|present (?:me|itself)|show up$|act like|pay for (?:it|that)$|tell you\b|stay (?:there|here|like this|the same)|go (?:there|to the (?:shop|bathroom|toilet))$|[a-z]+ (?:something|anything|everything|nothing|things|stuff)$|(?:stop|keep|start|quit) doing$|[a-z]+ one$|sit with (?:it|that|this)|come home\b|hang out$|start there|take an interest|have (?:one|it)|ask (?:him|her|them)$|tell (?:him|her|them)$|see (?:him|her|them)$)/;
const MEANINGFUL_HAVE =
  /^have (?:a (?:\w+ )?(?:conversation|chat|word|talk|meeting|call|coffee|tea|rest|break|look|go|walk|nap|bath)|some|lunch|dinner|breakfast|coffee|one (?:evening|night|day)|my|no (?:more )?(?:alcohol|meetings|phone|screens))\b/;
const MEANINGFUL_BE =
  /^be (?:more|less|kinder|gentler|clearer|firmer|honest with|clear (?:with|about)|direct with|on time|home by|in bed by|open with|patient with)\b/;

const SOFTENERS =
  /^(?:(?:just|definitely|probably|really|actually|also|maybe|perhaps|at least|still|certainly|totally|even|then|now|go ahead and|go and|make sure (?:that )?(?:i|to)|be sure to|need to|have to|be able to|try and|(?:do|try) my best to|kind of|sort of|only|again|continue to try to|aim to|plan to|go over and|like)\s+)+/i;
const TRY = /^(?:try|attempt|start) to\s+|^try (?=[a-z]+ing\b)/i;
/** Where a plan ends and comment on it begins. */
const CUT =
  /\s*(?:(?<!\b(?:dr|mr|mrs|ms|st))[.;:!?\u2026]|,\s+(?:i|he|she|it|they|we|you|that|this|the|no|not|yeah|like|maybe|so|what|whether)\b|,?\s+(?:because|'?cause|since it|so (?:that )?(?:i|he|she|they|we|it|you|the|my|people)|but|and (?:i|i'm|i'll|then (?:i|it|that|we|they|he|she|maybe)|that|it|he|she|they|we|maybe|you|so|if|just see|see (?:how|what|if)|hopefully|yeah|what)\b|which|even if|even though|although|unless|rather than having|if (?:i|that|it|you|he|she|they|we|not)|i (?:think|guess|mean|suppose|know|don't|will|have|just)|you know|or something|or whatever|like (?:i|you) said|to be honest|no matter|whatever|hopefully|i'm|it's|that's|does that|is that|as well$|anyway|though|as you|yeah|okay|right|in case|assuming)(?=[\s'.,;:!?]|$)|\s*--+|\u2014|\s-\s|-$)/;
const ANAPHORIC =
  /^(?:do|try|start|take|use|get|follow|consider|think about|give|have|make|keep|work on|go (?:with|for)|look at|look into|bring|say|tell|change|stop|finish|put|practise|practice|write|read|check|see|find|set|send|leave|cancel|buy|keep up) (?:it|that|this|them|those|these|one|so|some|both|all of (?:it|that|them)|that one|it out|that out)(?: (?:a (?:try|go|shot)|up|down|then|now|too|myself|again|more|definitely|for (?:you|me|sure)))?$/;
const DANGLING =
  /(?:\s+(?:to see|to|and|or|the|a|an|of|with|for|in|on|at|by|before|after|until|till|my|their|your|so|that|because|when|if|from|about|into|just|like|maybe|then|as|is|it's|i|really|some|more|than|but|not|where|what|how|being|having|or so|say|also))+$/i;
const BOUNDARY =
  /\s(?:to|for|with|in|on|at|by|before|after|and|when|while|instead|about|from|so|until|without|,)\s/g;
const QUOTED = /["\u201c]([^"\u201c\u201d]{2,90}?)[.,!?]?["\u201d]/g;

/** An action as a to-do: clean infinitive phrase, its time apart. */
export interface ActionPhrase {
  /** Lower-case infinitive without "to" ("call the landlord about the lease"), third person. */
  phrase: string;
  /** Verbatim time phrase within the source, or `null`. */
  timeline: string | null;
  /** The words announce an attempt only ("try to"). */
  attempt: boolean;
}

function shorten(text: string, maxWords: number): string {
  if (countWords(text) <= maxWords) return text;
  let cut = -1;
  for (const match of text.matchAll(BOUNDARY)) {
    const words = countWords(text.slice(0, match.index));
    if (words > maxWords) break;
    if (words >= 4) cut = match.index;
  }
  return cut > 0 ? text.slice(0, cut) : text.split(/\s+/).slice(0, maxWords).join(' ');
}

const CONTACT =
  /\b(text|email|e-mail|call|message|tell|send|ring|let|show|update|ping|see|report to|come back to|check in with|talk to|speak to|meet|with|to)\s+you\b/gi;

/** Client's first person in a to-do: "my" is theirs, "me" is the client by name, for "them" would be anybody. */
function flipped(text: string, naming: Naming): string | null {
  const addressed = text.replace(CONTACT, (_, contact: string) => `${contact} ${naming.coach}`);
  if (/\b(?:you|your|yours|yourself|you're|you've|you'll|we|our|us)\b/i.test(addressed)) return null;
  if (/\b(?:he|she|they|him|her) (?:say|says|said|was like)\b/i.test(addressed)) return null;
  const named =
    naming.name === 'your client'
      ? addressed
      : addressed.replace(/\bme\b(?!\s+(?:time|and)\b)/gi, naming.name);
  return toThirdPerson(named).text.replace(/\bthey's\b/g, 'they are');
}

/** The verb phrase without softeners and attempts, up to where comment begins. */
function core(spoken: string): { text: string; attempt: boolean } {
  // What follows a dash is a new start; the plan is what stands before it.
  const whole = /^(.{8,}?)(?:--|\u2014)/s.exec(spoken)?.[1] ?? spoken;
  let text = stripNoise(whole)
    .replace(/^to\s+/i, '')
    .replace(/\b(keep|just|be|to) like (?=\w)/gi, '$1 ');
  let attempt = false;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(SOFTENERS, '');
    if (TRY.test(text)) {
      attempt ||= /^(?:try|attempt)/i.test(text);
      text = text.replace(TRY, '');
    }
  }
  const cut = CUT.exec(text.toLowerCase());
  if (cut) text = text.slice(0, cut.index);
  text = text
    .replace(/^([a-z]+), (?=\w)/i, '$1 ')
    .replace(/\s+as well$/i, '')
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
    .replace(/[\s,]+$/, '');
  return { text, attempt };
}

/**
 * The action in a verb phrase as spoken after "I'll", "I'm going to", "you should" …, or `null` when it names no
 * step of its own: states, outcomes, "do that".
 */
export function actionPhrase(spoken: string, naming: Naming, maxWords = 18): ActionPhrase | null {
  const quotes: string[] = [];
  const masked = spoken.replace(QUOTED, (whole, said: string, at: number) => {
    const token = `qq${String(quotes.push(said.trim()) - 1)}qq`;
    // A quotation that closes its sentence closes the plan as well.
    return /^\s*(?:[A-Z"\u201c]|$)/.test(spoken.slice(at + whole.length)) ? `${token}.` : token;
  });
  let { text } = core(masked);
  const { attempt } = core(masked);
  const time = bestTimePhrase(text);
  let timeline: string | null = null;
  if (time) {
    timeline = time.text;
    const rest = text.slice(time.end).replace(/^[\s,]+/, '');
    const head = text.slice(0, time.start).trimEnd();
    // The time leaves the phrase where it stands at its end; inside, it stays where it is.
    if (rest === '' && countWords(head) >= 2)
      text = head.replace(/[\s,]+(?:on|by|at|for|in|maybe|like|say)?$/i, '');
  }
  text = shorten(text, maxWords)
    .replace(DANGLING, '')
    .replace(/[\s,]+$/, '')
    .replace(DANGLING, '');
  const lower = text.toLowerCase().replace(/\u2019/g, "'");
  const verb = /^[a-z]+/.exec(lower)?.[0] ?? '';
  const gerund = attempt && verb.endsWith('ing');
  if (!gerund && !ACTION_VERBS.has(verb) && !MEANINGFUL_BE.test(lower)) return null;
  if (
    countWords(lower) < 2 &&
    !/^(?:quit|exercise|meditate|journal|resign|apologise|apologize|rest|apply)$/.test(lower)
  )
    return null;
  if (verb === 'have' && !MEANINGFUL_HAVE.test(lower)) return null;
  if ((EMPTY.test(lower) && !MEANINGFUL_BE.test(lower)) || ANAPHORIC.test(lower) || pointsOnly(lower))
    return null;
  const phrase = flipped(text, naming);
  if (phrase === null) return null;
  const whole = phrase
    .replace(/\s+/g, ' ')
    .replace(/qq(\d+)qq/g, (_, i: string) => `\u2018${quotes[Number(i)] ?? ''}\u2019`);
  return /["\u201c\u201d]/.test(whole) ? null : { phrase: whole, timeline, attempt };
}

/** "do it twice", "say it to her": the words point at something said before. */
function pointsOnly(lower: string): boolean {
  return (
    /^(?:do|try|give|say|make|take|have) (?:it|that|this|so)\b/.test(lower) ||
    /^[a-z]+ (?:that|this|it|so)$/.test(lower)
  );
}

/** Whether a verb phrase only points at something said before ("do that", "do it twice", "give it a try"). */
export function isAnaphoric(spoken: string): boolean {
  const { text } = core(spoken);
  const lower = text.toLowerCase();
  return /^(?:do|try|give|take|make|have) (?:it|that|this|so)\b/.test(lower) || ANAPHORIC.test(lower);
}

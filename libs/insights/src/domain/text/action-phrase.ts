import { countWords, stripNoise, toThirdPerson } from '@app/utterance-coding';
import { bestTimePhrase } from './time-phrase';

/** Verbs that can open a plan. Rules out "I'm going to the gym" and "I'll never". */
export const ACTION_VERBS = new Set(
  (
    'accept act add address adjust agree announce answer apologise apologize apply approach arrange ask assign attend avoid back ban ' +
    'begin block book breathe bring brush build buy call cancel carry catch challenge change check choose clean clear close collect ' +
    'come commit compare complete confront consider contact continue cook count cover create cut decide declutter decline ' +
    'delay delegate delete describe design discuss do download draft draw drink drive drop eat email end enrol enroll enter ' +
    'exercise experiment explain explore express face figure file fill find finish fix focus follow get give go grab greet hand ' +
    'have help hire hold ignore include increase interview introduce invite investigate join journal jot keep lay lead learn leave let ' +
    'limit list listen log look lower make manage map mark measure meditate meet mention message move name negotiate note ' +
    'notice offer open order organise organize pack park pause pay phone pick plan play postpone practice practise prepare ' +
    'present print prioritise prioritize protect pull push put quit raise reach read record reduce refuse register remind ' +
    'remove reply report request research reserve resign respond rest return reveal review rewrite ring run save say schedule ' +
    'search see send set share shop show sign sing sit skip sleep slow smoke speak spend split stand start state stay step stick stop ' +
    'store study submit suggest swap switch take talk teach tell test text thank think throw tidy touch track train treat trust try turn unplug ' +
    'update use verify visit volunteer wait wake walk wash watch wear wind withdraw work workout write'
  ).split(' '),
);

/** Verbs that are no step by themselves ("I'll see", "I'll get sick"); their particles make some of them one. */
const EMPTY =
  /^(?:see(?: (?:what|how|if|you|then|about|where)\b|$)|have (?:to see|no|a (?:hard|bad|problem)|problems|trouble|been|had|got)\b|get (?:sick|lung|fired|caught|used|over|better|worse|stuck|lost|tired|old|into trouble|in trouble|it|there|so|too|really|a (?:headache|bit))\b|go (?:crazy|mad|back to (?:how|what)|from|through|wrong|well|on and on|down|home)\b|come (?:out|across|off|up|true|back in)\b|make (?:it|sense|me|mistakes|no|a (?:mistake|mess|fool))\b|find (?:it|out that|myself|that)\b|think (?:that|so|it|i|they|he|she|of me)\b|let you\b|say (?:that|this|it)$|take (?:it$|forever|a long|time$|over$)|do (?:well|badly|worse|better$|fine)\b|keep (?:failing|going$|doing (?:it|this|that))|end (?:up|badly)|give (?:in|up$|me|in$)|drop (?:dead|out)|fall|catch (?:myself|it)|work (?:out$|out fine)|be\b|run (?:out|into)|lead to|turn (?:out|into|around)|miss|try$|start$|stop$|feel|look (?:like|stupid|bad|weak|silly|at me)|hold me|stand out|back (?:off$|to)|present (?:me|itself)|show up$|act like|pay for (?:it|that)$|tell you\b|be honest)/;
const MEANINGFUL_BE =
  /^be (?:more|less|kinder|gentler|clearer|firmer|honest with|clear (?:with|about)|direct with|on time|home by|in bed by|open with|patient with)\b/;

const SOFTENERS =
  /^(?:(?:just|definitely|probably|really|actually|also|maybe|perhaps|at least|still|certainly|totally|even|then|now|go ahead and|go and|make sure (?:that )?(?:i|to)|be sure to|have to|need to|be able to|try and|do my best to|kind of|sort of|only|again|continue to try to|aim to|plan to|want to)\s+)+/;
const TRY = /^(?:try|attempt|start) to\s+|^try (?=(?:[a-z]+ing)\b)/;
/** Where a plan ends and comment on it begins. */
const CUT =
  /\s*(?:[.;:!?\u2026]|,?\s+(?:because|cause|since it|so (?:that )?(?:i|he|she|they|we|it|you|the|my)|but|and (?:i|i'm|i'll|then|that|it|he|she|they|we|maybe|you|so|if|just see|see (?:how|what|if)|hopefully|yeah)\b|which|even if|even though|although|if (?:i|that|it|you|he|she|they|we|not)|i (?:think|guess|mean|suppose|know|don't|will|have)|you know|or something|or whatever|like (?:i|you) said|to be honest|no matter|whatever|hopefully|i'm|it's|that's|does that|is that|as well$|anyway|though|as soon as possible$|as you|yeah|okay|right)(?=\s|[.,;:!?]|$)|\s*--+|\u2014|\s-\s|-$)/;
const ANAPHORIC =
  /^(?:do|try|start|take|use|get|follow|consider|think about|give|have|make|keep|work on|go (?:with|for)|look at|look into|bring|say|tell|change|stop|finish|put|practise|practice|write|read|check|see|find|set|send|leave) (?:it|that|this|them|those|these|one|so|some|both|all of (?:it|that|them)|that one|it out|that out)(?: (?:a (?:try|go|shot)|up|down|then|now|too|myself|again|more|definitely|for (?:you|me|sure)))?$/;
const DANGLING =
  /(?:\s+(?:to|and|or|the|a|an|of|with|for|in|on|at|by|my|their|your|so|that|because|when|if|from|about|into|just|like|maybe|then|as|is|it's|i|really|some|more|than|but|not|where|what|how|being|having))+$/;
const BOUNDARY =
  /\s(?:to|for|with|in|on|at|by|before|after|and|when|while|instead|about|from|so|until|without|,)\s/g;

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
  /\b(text|email|e-mail|call|message|tell|send|ring|let|show|update|ping|see|report to|come back to|check in with|talk to|speak to|meet|with|to)\s+you\b/g;

/**
 * The action in a verb phrase as spoken after "I'll", "I'm going to", "you should" …, or `null` when it names no
 * step of its own: states, outcomes, "do that". `coach` replaces a "you" that means the coach when the client
 * speaks.
 */
export function actionPhrase(spoken: string, coach: string, maxWords = 16): ActionPhrase | null {
  let text = stripNoise(spoken).replace(/^to\s+/i, '');
  let attempt = false;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(new RegExp(SOFTENERS.source, 'i'), '');
    if (new RegExp(TRY.source, 'i').test(text)) {
      if (/^(?:try|attempt)/i.test(text)) attempt = true;
      text = text.replace(new RegExp(TRY.source, 'i'), '');
    }
  }
  const cut = CUT.exec(text.toLowerCase());
  if (cut && cut.index >= 0) text = text.slice(0, cut.index);
  text = text.replace(/^([A-Z])(?=[a-z])/, (letter) => letter.toLowerCase()).replace(/[\s,]+$/, '');
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
    .replace(new RegExp(DANGLING.source, 'i'), '')
    .replace(/[\s,]+$/, '');
  const lower = text.toLowerCase().replace(/\u2019/g, "'");
  const verb = /^[a-z]+/.exec(lower)?.[0] ?? '';
  const gerund = attempt && verb.endsWith('ing');
  if (!gerund && !ACTION_VERBS.has(verb) && !MEANINGFUL_BE.test(lower)) return null;
  if (
    countWords(lower) < 2 &&
    !/^(?:quit|exercise|meditate|journal|resign|apologise|apologize|rest|apply)$/.test(lower)
  )
    return null;
  if (EMPTY.test(lower) && !MEANINGFUL_BE.test(lower)) return null;
  if (ANAPHORIC.test(lower) || /^[a-z]+ (?:that|this|it|so)$/.test(lower)) return null;
  const addressed = text.replace(CONTACT, (_, contact: string) => `${contact} ${coach}`);
  const flipped = toThirdPerson(addressed);
  const firstPerson = /\b(?:i|i'm|me|my|mine|myself)\b/i.test(addressed);
  if (!flipped.safe && (firstPerson || /\byou|your\b/i.test(addressed))) {
    // "your" in the client's mouth means the coach; "they" beside "their" still reads for a short to-do.
    if (/\b(?:you|your|yours)\b/i.test(addressed) || /["\u201c]|\b(?:said|says|like,)\b/i.test(addressed))
      return null;
  }
  return { phrase: flipped.text.replace(/\s+/g, ' '), timeline, attempt };
}

/** Whether a verb phrase only points at something said before ("do that", "give it a try"). */
export function isAnaphoric(spoken: string): boolean {
  let text = stripNoise(spoken).toLowerCase().replace(new RegExp(SOFTENERS.source), '');
  const cut = CUT.exec(text);
  if (cut) text = text.slice(0, cut.index);
  text = text.replace(/[\s,]+$/, '');
  const time = bestTimePhrase(text);
  if (time && text.slice(time.end).trim() === '') text = text.slice(0, time.start).trim();
  return ANAPHORIC.test(text) || /^(?:do|try|give|take) (?:it|that|this)\b/.test(text);
}

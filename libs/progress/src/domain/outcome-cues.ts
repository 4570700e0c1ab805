import { isQuoted, type Line, sentenceAt } from './text/lines';
import type { Achieved } from './types';

const SOFT =
  '(?:\\s+(?:just|also|actually|finally|really|even|literally|then|only|did|definitely|still|totally|already))*\\s+';
const DONE_VERBS =
  'told|asked|rang|called|phoned|emailed|texted|messaged|sent|deleted|held|presented|handed|apologi[sz]ed|finished|spoke|talked|walked|ran|swam|wrote|' +
  'rehearsed|practi[sc]ed|booked|signed|faced|showed|managed|stopped|started|turned down|cooked|exercised|meditated|tried|bought|applied|quit|joined|' +
  'cut|tracked|kept|counted|cleaned|planned|met|visited|read|cancelled|paid|submitted|delivered|gave|went|did|left by|got through|stuck to|stood up|said no|let go|took';

/** "I told him", "I've deleted it", "I did it every day". */
const DONE = new RegExp(`\\bi(?:'ve| have)?${SOFT}(?:${DONE_VERBS})\\b`, 'g');
/** "I didn't talk to her", "I haven't done it", "I never got round to it", "I still haven't". */
const NOT_DONE =
  /\bi (?:still |just |really |actually |simply )*(?:didn't|did not|haven't|have not|never (?:got|did|went|managed|called|asked|told|spoke)|failed to|couldn't bring myself|put it off|avoided|chickened out|folded|gave in|caved)\b|\bi(?:'ve| have) (?:still |just )*(?:not|been putting (?:it )?off|slipped|relapsed|gone back(?:wards)?)\b/g;
const PARTLY =
  /\b(?:once and not|half (?:of it|done|my homework)|some of it|most of it|not all of it|nearly all|almost all|one of the two|part of it|i did and i didn't|a bit of it|only once)\b/;
/** What cannot be a report of something done since: a wish, a question, the distant past, a remark on this talk. */
const NO_REPORT =
  /\bif i\b|\bi wish\b|\bwould have\b|\bshould have\b|\bcould have\b|\bused to\b|\byears? ago\b|\bwhen i was\b|\bas a (?:kid|child)\b|\bi (?:went|was) like\b|\bi didn't (?:know|realise|realize|think|mean|want|even|say|expect|notice|understand|see|hear|like|feel|have|hear)\b|\bi haven't (?:said|thought|got|had|seen|heard|looked|really thought|even thought)\b|\bi(?:'ve| have) not (?:had|got|seen|heard|thought)\b|\bi (?:just )?(?:went|said|go|goes) (?:"|,|“)|\b(?:i|it) took (?:me|a|the|my)\b|\bi (?:kept|did) (?:saying|thinking|feeling|wondering|think|feel|want|sort of want|wonder|mind|laugh)\b|\bi got (?:the|this|that|a|an|to)\b|\bi gave up\b|\bi (?:just )?started (?:crying|laughing|thinking|filling)\b/;
/** Words that say the client is reporting back. */
const REPORTING =
  /\bi did (?:it|that|the|them|my|one|go)\b|\bi managed\b|\bfinally\b|\bin the end\b|\b(?:twice|once|three times|four times|every (?:day|night|morning|evening)|each (?:day|night)|times (?:last|this) week|last week|this week|yesterday|on (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|two weeks ago|the next (?:day|morning)|like i said|as i said|by the way|so,? i|i forgot to say|i've got news|i told (?:him|her|them|you i))\b|^(?:so|well|okay|ok|yes|yeah|no)[,. ]/;
/** The coach asks what came of something. */
const ASKED =
  /\bhow (?:did|has|have|was|were|is|are) (?:it|that|the|things|you|your)\b.*\b(?:go|gone|going|been)\b|\bhow did (?:it|that|you)\b|\bdid you\b|\bhave you\b|\bwhat (?:happened|became)\b|\bwhere (?:are|is) (?:you|that|it) with\b|\bhow'?s (?:the|it|that|your)\b|\byou (?:said|were going to|wanted to|planned to)\b|\btell me (?:about|what|how)\b|\band (?:the |with )?[\w ]{2,24}\?$/;

export interface OutcomeCue {
  at: number;
  achieved: Achieved;
  /** 0..1 */
  certainty: number;
}

/** The clearest report in a client's line, or `null`. `asked`: the coach's words before it. */
export function outcomeOf(line: Line, asked: Line | null, position: number): OutcomeCue | null {
  let best: OutcomeCue | null = null;
  const prompted = asked !== null && ASKED.test(asked.lower);
  const consider = (at: number, achieved: Achieved): void => {
    const { text, start } = sentenceAt(line, at);
    if (text.endsWith('?') || NO_REPORT.test(text)) return;
    if (isQuoted(line, at)) return;
    const reporting = REPORTING.test(text.trim()) || (start === 0 && REPORTING.test(line.lower));
    const plain = /\bi (?:just )?(?:folded|caved|gave in|chickened out)\b/.test(text);
    const certainty =
      0.35 + (reporting || plain ? 0.25 : 0) + (prompted ? 0.2 : 0) + (position < 0.35 ? 0.15 : 0);
    const said = achieved === 'done' && PARTLY.test(line.lower) ? 'partly' : achieved;
    if (!best || certainty > best.certainty + 0.001)
      best = { at, achieved: said, certainty: Math.min(0.95, certainty) };
  };
  for (const match of line.lower.matchAll(NOT_DONE)) consider(match.index, 'not_done');
  for (const match of line.lower.matchAll(DONE)) consider(match.index, 'done');
  return best;
}

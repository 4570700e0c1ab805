import { wordCount } from './plain';

const SUBJECT =
  /^(?:i|i'm|i've|i'd|i'll|my|it|it's|that's|there's|there is|there are|this is|nothing|everything|everyone|nobody|he|she|they|he's|she's|they're|people|part of me|the (?:\w+ ){1,2}(?:is|was|keeps|feels|makes|gets|has))\b/i;
const FINITE =
  /\b(?:is|was|are|were|am|'s|'m|'re|'ve|'ll|'d|has|have|had|do|does|did|don't|doesn't|didn't|can|can't|could|couldn't|will|won't|would|wouldn't|should|need|needs|want|wants|feel|feels|felt|think|keep|keeps|get|gets|got|make|makes|made|know|love|hate|like|miss|wish|hope|stop|stopped|start|started|let|says|said|told|goes|went|came|comes|takes|took|tried|try|end|ended|lost|left|put|push|hold|held|avoid|say|worry|work|works|seems|mean|care|owe|enjoy|smoke|drink|sleep|snap|shout|cry|freeze|hide|wait|give|gave|find|found|see|saw|deserve|struggle|procrastinate)\b/i;
/** Words after which an English clause is not finished. */
const DANGLING =
  /\b(?:to|the|a|an|of|in|on|at|with|for|from|that|which|who|like|just|my|your|it's|that's|is|was|are|were|am|be|or|and|but|so|because|if|when|as|really|very|not|do|don't|have|has|i|i'm|about|by|than|what|how|where|can|could|would|will|should|might|maybe|want|wanna|need|feel|think|say|said|make|get|keep|got|getting|being|having|going|trying|doing|been|i've|thing|things|kind|sort|know|mean|guess|tell|told|let|put|give|take|wish|hope|seem|seems|become|whether|i'd|i'll|it|into|saying|this|some|more|most|too|even|still|also|up to)$/i;
const REFUSED =
  /\b(?:you|your|you're|you've|yours|yourself|we|us|our|ours|we're|we've|we'll|let's|thank|thanks|please|sorry|gonna say|hello|hi|um|uh|like i said|i said|i told|i mean|i guess|i think you|i suppose|actually|am i|do i|should i|can i|could i)\b|[[\]()"“”?!:;]|--|\d{3,}/i;

const PAIRS: readonly [RegExp, string][] = [
  [/\bi am\b/gi, 'you are'],
  [/\bi'm\b/gi, "you're"],
  [/\bi was\b/gi, 'you were'],
  [/\bi wasn't\b/gi, "you weren't"],
  [/\bi've\b/gi, "you've"],
  [/\bi'd\b/gi, "you'd"],
  [/\bi'll\b/gi, "you'll"],
  [/\bi ain't\b/gi, "you aren't"],
  [
    /\bi (just|really|always|never|still|also|often|only|kinda|honestly|usually|probably|definitely) was\b/gi,
    'you $1 were',
  ],
  [
    /\bi (just|really|always|never|still|also|often|only|kinda|honestly|usually|probably|definitely) am\b/gi,
    'you $1 are',
  ],
  [/\bmyself\b/gi, 'yourself'],
  [/\bmine\b/gi, 'yours'],
  [/\bmy\b/gi, 'your'],
  [/\bme\b/gi, 'you'],
  [/\bi\b/gi, 'you'],
];

/**
 * A client's clause said back to them: "I can't tell my sister" → "you can't tell your sister".
 *
 * Takes one complete clause (see `completeClauses`). Returns `null` whenever the result might be wrong or sound
 * wrong aloud: another "you" or "we" in it, no subject or verb, an unfinished end. Callers then quote instead.
 */
export function flipToYou(clause: string): string | null {
  const source = clause
    .replace(/[’‘]/g, "'")
    .replace(/\b(?:you know|i mean|kind of|sort of|kinda)\b,?\s*/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,]+$/, '');
  const words = wordCount(source);
  if (words < 3 || words > 16) return null;
  if (
    !SUBJECT.test(source) ||
    (!/^(?:my|the) /i.test(source) &&
      !/^i \w+ed\b|^i (?:sat|ran|fell|slept|drove|ate|broke|froze|wrote|spoke|rang|stood|cried|thought)\b/i.test(
        source,
      ) &&
      !FINITE.test(source)) ||
    DANGLING.test(source) ||
    REFUSED.test(source)
  )
    return null;
  // "I" or "I'm" twice usually means two clauses run together; without a conjunction the join is a break.
  if ((source.match(/\bi\b/gi)?.length ?? 0) > 2) return null;
  if (
    /^(?:my|the)\b/i.test(source) &&
    !/^(?:my|the) (?:\w+ ){1,3}?(?:is|was|are|were|has|have|had|does|did|can|can't|will|won't|would|doesn't|isn't|keeps?|feels?|makes?|gets?|says|said|thinks?|wants?|needs?|told|just|never|always|really)\b/i.test(
      source,
    )
  )
    return null;
  let out = source.toLowerCase() === source ? source : source.charAt(0).toLowerCase() + source.slice(1);
  for (const [pattern, replacement] of PAIRS) out = out.replace(pattern, replacement);
  out = out
    .replace(/\bgonna\b/gi, 'going to')
    .replace(/\bwanna\b/gi, 'want to')
    .replace(/\bgotta\b/gi, 'have to')
    .replace(/\b'?cause\b/gi, 'because');
  if (
    /\byou're you\b|\byou you\b|\byou (?:is|am|was|has|does|isn't|hasn't|doesn't|wasn't)\b/i.test(out) ||
    /\b(\w+) \1\b/i.test(out)
  )
    return null;
  return out;
}

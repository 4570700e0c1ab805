import { certaintyOf, type SessionView } from '../session-view';
import { codedMoments, findMoments, inOrder, type Cue, type Moment } from './moment';

const SETBACKS: readonly Cue[] = [
  [
    0.9,
    /\bi (?:slipped|relapsed|gave up|gave in|fell off|caved|went back to|went right back|blew it|messed (?:it )?up|failed|dropped the ball|stopped (?:doing|going|trying))\b|\bback to square one\b|\bit(?:'s| has)? (?:got|gotten|getting) worse\b|\bi(?:'m| am) right back\b/g,
  ],
  [
    0.8,
    /\bi (?:didn't|haven't|never) (?:actually |really |even |manage to |get around to |got around to |end up )*(?:do|did|done|call|called|send|sent|start|started|finish|finished|go|gone|make|made|manage|managed|get to|keep|kept)\b/g,
  ],
];
const STRUGGLES: readonly Cue[] = [
  [
    0.85,
    /\bi(?:'m| am|'ve been| have been)?(?: really| just| still| always| constantly| so| too)* (?:struggl(?:e|ing)|stuck|drowning|overwhelmed|swamped|having (?:a )?(?:hard|tough|difficult) time|finding it (?:hard|difficult))\b|\bi (?:keep|can't stop|always end up|end up) (?!looking|thinking|saying|hearing|seeing|telling|going)\w+ing\b/g,
  ],
  [
    0.8,
    /\b(?:the (?:problem|trouble|hard part|hardest part|difficult part|challenge|issue) is|what (?:gets in (?:the|my) way|stops me|holds me back|keeps me)|(?:gets|getting) in (?:the|my) way|holding me back|(?:stops|stopping|keeps|keeping) me from)\b/g,
  ],
  [
    0.75,
    /\b(?:it's|it is|it was|that's|this is|it gets|it's been|it seems)(?: just| really| so| very| pretty| too| quite| always)* (?:hard|difficult|tough|exhausting|overwhelming|stressful|frustrating|impossible)\b|\b(?:hard|difficult|tough) (?:for me )?to\b/g,
  ],
  [
    0.75,
    /\bi (?:just |really |still |simply |honestly |always )*(?:can't|cannot|couldn't) (?:seem to |just |even |really |ever )?(?:get|find|stop|do|keep|make|sleep|handle|control|focus|say|concentrate|quit|resist|decide|afford|face|switch|let|bring|cope|seem|relax|tell)\b/g,
  ],
  [
    0.7,
    /\bi(?:'m| am)(?: just| really| so| too| always| very)* (?:afraid|scared|worried|terrified|anxious|nervous|exhausted|tired|ashamed)\b|\bi (?:don't|never) (?:really |even )?have (?:the |any |enough )?(?:time|energy|money|motivation|support|confidence|willpower)\b|\bi don't know (?:how|what|where) (?:to|else)\b/g,
  ],
  [
    0.7,
    /\bi (?:procrastinate|put (?:it|things) off|avoid|freeze|panic|shut down|overthink|second[- ]guess|beat myself up)\b/g,
  ],
  [
    0.68,
    /\bi(?:'m| am) (?:kind of |sort of |a bit )*(?:weak|lost|confused|in over my head|in a bit over my head|behind|stretched|torn)\b|\bi (?:just |really )?don't (?:trust|believe in) myself\b|\bi don't think i (?:could|can)\b|\bi(?:'ve| have) been putting (?:it|this|that|things) off\b|\bi (?:have|had|'ve had|get|got) (?:a lot of |so much |such |really |very )?(?:anxiety|anxious|stress|problems|nervous)\b|\bi(?:'m| am) not (?:certain|sure) i can\b|\b(?:a|such a) (?:massive|huge|big|lot) (?:task|thing|lot)? ?to (?:change|do|handle)\b|\bi could lose\b|\bout of control\b/g,
  ],
];
const NOT_A_STRUGGLE =
  /\b(?:not (?:that |so |too |very )?(?:hard|difficult)|isn't (?:that )?(?:hard|difficult)|no problem|hard to get into|used to be hard|even though it was|it's not that|want to say|i'd say|i'll|i will)\b/;

/** Difficulties that stand against what the client wants. */
export function findStruggles(view: SessionView): Moment[] {
  const cued = findMoments(view.clientContent, STRUGGLES, NOT_A_STRUGGLE)
    .filter((moment) => moment.line.words >= 5)
    .map((moment) => ({
      ...moment,
      strength: Math.min(1, moment.strength + 0.1 * certaintyOf(moment.line, 'struggle')),
    }));
  return inOrder([...cued, ...codedMoments(view, cued, 'struggle', 0.6, 0.66)]);
}

/** Steps back from what the client had set out to do. */
export function findSetbacks(view: SessionView): Moment[] {
  return findMoments(
    view.clientContent,
    SETBACKS,
    /\b(?:if i|what if|afraid|scared|never want|would have|as a kid|years ago|(?:he|she|they|everyone|people) (?:knows?|thinks?)|i'll|before)\b/,
  );
}

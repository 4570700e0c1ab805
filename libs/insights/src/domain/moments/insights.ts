import { certaintyOf, type SessionView } from '../session-view';
import { codedMoments, findMoments, inOrder, type Cue, type Moment } from './moment';

const REALISE = '(?:realis|realiz)';
const INSIGHTS: readonly Cue[] = [
  [
    0.95,
    new RegExp(
      `\\bi (?:just|only just|now|finally|suddenly|only) ${REALISE}ed?\\b|\\bi(?:'m| am)(?: just| now| only now| starting to| beginning to)* ${REALISE}(?:e|ing)\\b|\\bi(?:'ve| have) (?:just |now |finally )?(?:${REALISE}ed|come to (?:see|understand|${REALISE}e))`,
      'g',
    ),
  ],
  [
    0.95,
    /\bi(?:'ve| have|'d| had)? never (?:really |actually |even )?(?:thought|looked|seen|saw|noticed|put|connected|said|told|considered|admitted)\b[^.?!]{0,40}\b(?:like that|that way|about (?:it|that)|before|it that|that out loud|together|until|out loud|anyone)\b/g,
  ],
  [
    0.9,
    /\b(?:it (?:just )?(?:hit|hits|struck|strikes|dawned on|occurs to|occurred to) me|it(?:'s| has) (?:just )?(?:dawned|clicked)|that's (?:really )?(?:when it|what) (?:clicked|hit me)|saying (?:it|that) out loud|(?:now that|when) i (?:say|hear|think about) (?:it|that|myself say))\b/g,
  ],
  [
    0.9,
    /\bit(?:'s| is|'s actually| was) (?:really |actually )?not (?:really |even |just |actually |so much )?(?:about|that|because)\b[^.?!]{3,80}\b(?:it's|it is|but)\b|\bi thought it was (?:about )?[^.?!]{3,60}\b(?:but|it's|actually)\b/g,
  ],
  [
    0.85,
    /\bi(?:'m| am) (?:starting|beginning) to (?:see|understand|think|notice|wonder|feel like|believe)\b|\bi (?:can )?(?:now )?see (?:now )?(?:that|how|why) i\b|\bi see now\b|\bi(?:'m| am) (?:seeing|noticing) (?:that |how |now )?(?:i|my|it)\b/g,
  ],
  [
    0.85,
    /\b(?:maybe|perhaps|i think|i guess|i wonder if) (?:that's|it's|this is|that is|it is) (?:really |actually |just |probably |partly )?(?:why|because|where|the reason)\b|\bmaybe i(?:'m| am| have|'ve)(?: just| been| really| actually| the one| more)*\b/g,
  ],
  [
    0.8,
    new RegExp(
      `\\bi (?:didn't|did not|hadn't|haven't|never) (?:really |actually |even |fully )?(?:${REALISE}ed?|notice|noticed|know how|see|seen) (?:that |how |until |it|i)`,
      'g',
    ),
  ],
  [
    0.8,
    new RegExp(
      `\\bi ${REALISE}ed?\\b|\\bi(?:'ve)? (?:discovered|figured out|noticed|learned|learnt) (?:that|how|i|about myself|something)\\b|\\bi(?:'ve)? come to terms\\b`,
      'g',
    ),
  ],
  [
    0.8,
    /\b(?:what i'm (?:really|actually)|what i really (?:want|need|mean|feel)|the real (?:reason|issue|problem|thing|question)|deep down|underneath (?:it|that|all)|the thing underneath)\b/g,
  ],
  [
    0.75,
    /\b(?:i(?:'ve| have) been (?:doing|telling|making|hiding|protecting|avoiding|running|waiting|carrying|using|holding|living|treating|trying)\b[^.?!]{0,50}\b(?:all along|all this time|the whole time|myself)|i do (?:the same|this|that|it) (?:with|to|every|everywhere|all)|it's (?:a|the same|like a) (?:pattern|loop|cycle|thing i do)|that's (?:a|the|my) pattern|same thing (?:i|as|with))\b/g,
  ],
  [
    0.6,
    /\b(?:that (?:really )?makes (?:so much |a lot of |total )?sense|(?:huh|oh|wow|hmm),? (?:that's|i(?:'d| had| have|'ve)? never|i didn't)|good question|that's (?:really |so )?(?:interesting|true)[.,] i)\b/g,
  ],
  [
    0.82,
    /\bi think i(?:'ve| have) been (?:just |really |sort of )*\w+ing\b|\bi(?:'ve| have) been (?:just |really )?(?:acting|waiting for|pretending|hiding|telling myself|treating|protecting|running (?:away|from)|fooling)\b/g,
  ],
  [
    0.8,
    /\bwhen you (?:put|say) it (?:like that|that way)|\bwhen (?:i|you) say (?:it )?(?:out loud|like that)\b|\bin reality,? (?:i|it)\b|\bi (?:do|can) see (?:that|how|why|what)\b|\bi (?:have to|need to|had to) (?:start to )?(?:realis|realiz)e\b|\bi hadn't (?:really |even |ever )*(?:thought of|considered|seen|noticed)\b|\bi don't (?:actually |really )?have to (?:please|be|prove|fix|carry)\b|\bi might not (?:be|have) as\b|\b(?:made|makes) me (?:rethink|think again|see|realis|realiz)\w*/g,
  ],
  [
    0.72,
    /\bi guess (?:i haven't (?:really )?|i was (?:just |really )?|it's really been|it's (?:really )?more|what i)\b|\bit's (?:really |kind of )?(?:more )?(?:an excuse|easier to)\b|\bso (?:really|actually),? (?:it's|i'm|i've)\b|\bi was (?:just |really )?(?:worried|scared|afraid|angry|waiting)\b[^.?!]{3,60}\bbut i\b|\bi don't want to [^.?!]{3,40} (?:again|any ?more)\b|\bthat's (?:\w+,? )?not really about\b|\bi thought (?:you|i|it|one) (?:had to|have to|needed to|was supposed to|were supposed to)\b|\bi'd have to (?:think|believe|accept|admit)\b/g,
  ],
];
const NOT_AN_INSIGHT =
  /\b(?:do you|did you|don't you|since i|when i (?:first )?(?:learn|notic|realis|realiz)\w*|come to see (?:you|him|her|the|a)|why (?:i'm|i am) here|thought much|realis\w* i (?:left|forgot|lost)|i (?:left|forgot) my)\b/;

/** New realisations in the client's words. */
export function findInsights(view: SessionView): Moment[] {
  const cued = findMoments(view.clientContent, INSIGHTS, NOT_AN_INSIGHT, 34)
    .filter((moment) => moment.line.words >= 6)
    .map((moment) => ({
      ...moment,
      strength: Math.min(
        1,
        moment.strength +
          0.1 * certaintyOf(moment.line, 'insight') -
          (certaintyOf(moment.line, 'insight') === 0 ? 0.05 : 0),
      ),
    }))
    .filter((moment) => moment.strength >= 0.62);
  return inOrder([...cued, ...codedMoments(view, cued, 'insight', 0.64, 0.66)]);
}

import { splitClauses } from '@app/utterance-coding';
import { certaintyOf, coachBefore, type Line, type SessionView } from '../session-view';
import { namedFeelings } from '../text/feelings';
import { bestSentence, quoteAround, readable, type Quote } from '../text/quotes';

/** A place in the session where words of one kind were heard. */
export interface Moment {
  line: Line;
  /** Offset of the cue in the line. */
  at: number;
  /** 0..1 */
  strength: number;
  quote: Quote;
}

type Cue = readonly [strength: number, pattern: RegExp];

/** "…, isn't it?" states something. */
const TAG =
  /,\s*(?:is|isn't|was|wasn't|do|don't|does|doesn't|did|didn't|would|wouldn't|have|haven't|are|aren't|can|can't) (?:it|i|they|he|she|you|we|that)\?$/;

function findMoments(
  lines: readonly Line[],
  cues: readonly Cue[],
  refuse: RegExp | null,
  maxWords = 30,
): Moment[] {
  const found: Moment[] = [];
  for (const line of lines) {
    let best: { at: number; strength: number } | null = null;
    for (const [strength, pattern] of cues) {
      for (const match of line.lower.matchAll(pattern)) {
        if (best && strength <= best.strength) break;
        const start =
          Math.max(...['.', '?', '!'].map((mark) => line.lower.lastIndexOf(mark, match.index))) + 1;
        const stop = line.lower.slice(match.index).search(/[.?!]/);
        const sentence = line.lower.slice(start, stop < 0 ? undefined : match.index + stop + 1);
        if ((sentence.endsWith('?') && !TAG.test(sentence)) || refuse?.test(sentence)) continue;
        if (
          /\b(?:if|wish|when(?:ever)?|what if|imagine|would be)\s+(?:\w+\s+){0,2}$/.test(
            line.lower.slice(start, match.index),
          )
        )
          continue;
        best = { at: match.index, strength };
        break;
      }
    }
    if (best) found.push({ line, ...best, quote: quoteAround(line, best.at, maxWords) });
  }
  return found;
}

const DONE_VERBS =
  '(?:told|asked|rang|called|phoned|sent|deleted|held|presented|handed|apologised|apologized|finished|spoke|walked|ran|swam|wrote|kept|said|went|did|left|cooked|slept|stood|stayed|stopped|started|faced|showed|signed|booked|bought|made|took|gave|got through|let go|put|cut|turned down|stuck)';
const WINS: readonly Cue[] = [
  [
    0.9,
    /\bi(?:'m| am| was| feel| felt)(?: just| really| so| very| pretty| quite| actually| ever so| kind of)* (?:proud|pleased with (?:myself|how|that|what))\b/g,
  ],
  [
    0.85,
    /\bi (?:finally |actually |really |just )?(?:nailed it|made it happen|pulled it off)\b|\bi (?:managed|was able) to (?!not\b)/g,
  ],
  [0.85, new RegExp(`\\bi (?:finally|actually) (?:\\w{2,}ed|${DONE_VERBS})\\b`, 'g')],
  [
    0.85,
    /\bi (?:got (?:the (?:job|offer|role|place|promotion|part|contract|grant|keys|funding)|promoted|offered|accepted)|was (?:offered|promoted|accepted)|passed|aced|won (?:the|my|a))\b/g,
  ],
  [
    0.78,
    /\bi(?:'ve| have) (?:finally|actually|successfully|managed to) ?(?:been |\w{2,}ed|done|kept|made|gone|cut|quit|got|had)\b/g,
  ],
  [
    0.75,
    /\bfor the first time (?:ever|in|since)\b|\bfirst time (?:ever|in (?:my life|years|months|ages|weeks|a long time))\b/g,
  ],
  [
    0.75,
    /\bi (?:said no|stuck (?:to|with)|haven't (?:missed|skipped|smoked|had a (?:drink|cigarette)|touched|checked))\b|\bi(?:'m| am) down to (?:\w+ )?(?:one|two|three|four|five|\d+)\b|\bi(?:'ve| have) been (?:sticking|keeping) to\b/g,
  ],
  [
    0.7,
    /\b(?:it|that|the \w+) (?:went|turned out|worked|came out) (?:really |so |very |pretty |surprisingly |actually |quite )*(?:well|great|good|fine|better than|brilliantly|perfectly|beautifully)\b/g,
  ],
  [
    0.65,
    /\bi(?:'m| am| feel| felt)(?: really| so| much| a lot| pretty| actually| quite)* (?:good about (?:that|it|myself|how)|happy (?:with|about) (?:how|that|myself|what)|better about (?:that|it|myself))\b/g,
  ],
  [
    0.55,
    new RegExp(
      `\\b(?:and |so |but )?i (?:${DONE_VERBS}) (?:it|the|that|my|him|her|them|no|to|back|in|by|over|all|every|a|an|[a-z]+ (?:no|that|about|the)|[a-z]+[.!])|\\bi did(?: it)?[.!]`,
      'g',
    ),
  ],
];
const NOT_A_WIN =
  /\b(?:wasn't able|weren't able|didn't manage|not proud|never|couldn't|can't|if i|would have|should have|wish|unless|supposed to|used to|need to|want to be able|until i|as a kid|when i was|years ago|too much|yes (?:to|after)|ended up|went to (?:school|college|university|bed|the doctor)|not twice|half|trying to|been trying|would|could|'d|also wanted|i'll|i will|going to|few drinks|smartest|did not|usually|normally|sometimes|always)\b/;
const FELL_THROUGH =
  /\b(?:i cried|chickened out|bottled it|lost my nerve|couldn't do it|didn't do it|said nothing|said i was fine|walked away|ran away|nothing came out)\b/;
const NEWS =
  /\b(?:(?:got|have|some|good) (?:some |good |big )?news|guess what|you'll never guess|something to (?:tell|report))\b/;
const CHECKS_IN =
  /\b(?:how (?:have|has|did|was|were|is) (?:the|that|it|your|things|you|this)\b|what happened|since (?:we|last|our)|did you|which half|go on|what did you do|what have you|how's it been|what(?:'s| is) (?:new|been)|tell me)/;

/** Things done, kept or won, as the client tells them; being glad of it, being asked and being applauded all count. */
export function findWins(view: SessionView): Moment[] {
  return findMoments(view.clientContent, WINS, NOT_A_WIN).map((moment) => {
    const { line } = moment;
    const { emotion } = line.utterance;
    let { strength } = moment;
    strength += Math.max(-0.3, Math.min(0.12, emotion.valence * 0.3));
    const near = view.lines.slice(line.index, line.index + 6).filter((other) => !other.coach);
    const feelings = near.flatMap((other) => namedFeelings(other.lower));
    if (feelings.some((feeling) => feeling.pleasant)) strength += 0.12;
    else if (feelings.length > 0) strength -= 0.15;
    if (near.slice(0, 2).some((other) => FELL_THROUGH.test(other.lower))) strength -= 0.3;
    const asked = coachBefore(view, line);
    if (asked && CHECKS_IN.test(asked.lower) && line.index < view.lines.length * 0.6) strength += 0.1;
    if (
      NEWS.test(
        view.lines
          .slice(Math.max(0, line.index - 2), line.index + 1)
          .filter((other) => !other.coach)
          .map((other) => other.lower)
          .join(' '),
      )
    )
      strength += 0.15;
    const reply = view.lines.slice(line.index + 1, line.index + 3).find((other) => other.coach);
    // "You told Callum?": the coach hears news.
    if (reply && reply.words <= 6 && reply.text.endsWith('?') && /^you\b/.test(reply.lower)) strength += 0.1;
    if (
      reply &&
      (certaintyOf(reply, 'affirmation') > 0.5 ||
        /!/.test(reply.text) ||
        /\b(?:well done|good for you|you did)\b/.test(reply.lower))
    )
      strength += 0.1;
    return { ...moment, strength: Math.max(0, Math.min(1, strength)) };
  });
}

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

/** Lines that the coder marks and no cue of ours places: their most telling sentence, with less strength. */
function coded(
  view: SessionView,
  known: readonly Moment[],
  code: 'insight' | 'struggle',
  least: number,
  strength: number,
): Moment[] {
  return view.clientContent.flatMap((line): Moment[] => {
    if (
      certaintyOf(line, code) < least ||
      line.words < 6 ||
      line.words > 60 ||
      /\bi(?:'ll| will)\b/.test(line.lower) ||
      known.some((moment) => moment.line === line)
    )
      return [];
    const quote = bestSentence(line);
    return quote && readable(quote.text)
      ? [{ line, at: Math.max(0, line.text.indexOf(quote.text)), strength, quote }]
      : [];
  });
}

const inOrder = (moments: Moment[]): Moment[] => moments.sort((a, b) => a.line.index - b.line.index);

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
  return inOrder([...cued, ...coded(view, cued, 'insight', 0.64, 0.66)]);
}

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
  /\b(?:not (?:that |so |too |very )?(?:hard|difficult)|isn't (?:that )?(?:hard|difficult)|no problem|hard to get into|used to be hard|even though it was|want to say|i'd say|i'll|i will)\b/;

/** Difficulties that stand against what the client wants. */
export function findStruggles(view: SessionView): Moment[] {
  const cued = findMoments(view.clientContent, STRUGGLES, NOT_A_STRUGGLE)
    .filter((moment) => moment.line.words >= 5)
    .map((moment) => ({
      ...moment,
      strength: Math.min(1, moment.strength + 0.1 * certaintyOf(moment.line, 'struggle')),
    }));
  return inOrder([...cued, ...coded(view, cued, 'struggle', 0.6, 0.66)]);
}

/** Steps back from what the client had set out to do. */
export function findSetbacks(view: SessionView): Moment[] {
  return findMoments(
    view.clientContent,
    SETBACKS,
    /\b(?:if i|what if|afraid|scared|never want|would have|as a kid|years ago|(?:he|she|they|everyone|people) (?:knows?|thinks?)|i'll|before)\b/,
  );
}

const GOALS: readonly Cue[] = [
  [
    0.95,
    /\bmy (?:main |big |real |overall )?(?:goal|aim|dream|intention) (?:is|for (?:today|this)|would be|was) (?:to |that )?/g,
  ],
  [
    0.85,
    /\b(?:i(?:'d| would) like|i was hoping|i(?:'d| would) love) to (?:talk about|focus on|work on|look at|explore|think about|figure out|sort out|get (?:better|clear|past|over|back)|stop|start|learn|be able to|find|change|feel|understand)\b/g,
  ],
  [
    0.7,
    /\bi(?: really| just| do| actually| definitely)* (?:want|wanna) to (?:be able to|stop|start|quit|learn|find|feel|get (?:better|back|over|out|past|my|to)|lose|change|cut|improve|manage|say|spend|finish|leave|stay|lead|live|make|have|keep)\b/g,
  ],
  [
    0.6,
    /\bi(?: really| just| do| definitely)* need to (?:stop|start|quit|learn|find|change|cut|lose|decide|sort|get (?:better|over|out|past))\b|\b(?:i wish i could|would like to be able to)\b/g,
  ],
];
const NOT_A_GOAL =
  /\b(?:don't want|didn't want|wanted to say|want to say that|used to want|i want you|want to be (?:really )?clear|needed to|want to (?:know|ask you|tell you)|at the time|when i was|(?:do|be|have) (?:that|this|it)|make sure|don't (?:really )?know)\b/;

/** What the client wants, in the words they used; wishes told in answer to the coach's asking for them weigh more. */
export function findGoals(view: SessionView): Moment[] {
  return findMoments(view.clientContent, GOALS, NOT_A_GOAL).map((moment) => {
    const asked = coachBefore(view, moment.line);
    const invited = asked !== null && WISHES.test(asked.lower);
    const early = moment.line.index < view.lines.length * 0.35;
    return {
      ...moment,
      strength: Math.min(1, moment.strength + (invited ? 0.15 : 0) + (early ? 0.08 : -0.05)),
    };
  });
}

const WISHES =
  /\b(?:would you like|do you want|are you hoping|would be (?:different|a good)|get out of|focus on|bring|matters|where would you like|if this (?:coaching|session)|went well|goal|what else)\b/;

/** The clause of a moment, the cue itself left out: what comes after it, as spoken. */
export function afterCue(moment: Moment, cue: RegExp): string | null {
  const clause = splitClauses(moment.line.text).find((part) => part.end > moment.at);
  const rest = moment.line.text.slice(moment.at, Math.max(clause?.end ?? 0, moment.at + 1));
  const lower = rest.replace(/[\u2018\u2019]/g, "'").toLowerCase();
  const match = cue.exec(lower);
  return match ? rest.slice(match.index + match[0].length) : null;
}

import { splitClauses } from '@app/utterance-coding';
import { certaintyOf, type Line, type SessionView } from '../session-view';
import { quoteAround, type Quote } from '../text/quotes';

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
        if (sentence.endsWith('?') || refuse?.test(sentence)) continue;
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

const WINS: readonly Cue[] = [
  [
    0.9,
    /\bi(?:'m| am| was| feel| felt)(?: just| really| so| very| pretty| quite| actually| kind of)* proud (?:of|that)\b|\bi(?:'m| am) (?:so |really )?pleased (?:with|that) (?:myself|i|how)\b/g,
  ],
  [
    0.9,
    /\bi (?:finally|actually|really|just)? ?(?:did it|nailed it|made it happen|pulled it off)\b|\bi (?:managed|was able) to (?!not\b)/g,
  ],
  [
    0.85,
    /\bi (?:finally|actually) (?:\w+ed|told|said|went|got|made|took|sent|had|wrote|did|asked|gave|left|spoke|began|ran|slept|stood|kept|quit|put)\b/g,
  ],
  [
    0.85,
    /\bi (?:got|was offered|landed|won|passed|aced|completed|finished|achieved|reached|submitted|delivered) (?:the|my|a|an|it|that|promoted|both|all)\b/g,
  ],
  [
    0.8,
    /\bi(?:'ve| have) (?:finally|actually|already|now|successfully|managed to) ?(?:been |\w+ed|done|started|stopped|kept|made|gone|cut|quit|got|had|managed)\b/g,
  ],
  [
    0.75,
    /\bfor the first time\b[^.?!]{0,40}\bi\b|\bi\b[^.?!]{0,60}\bfor the first time\b|\bfirst time (?:ever|in (?:my life|years|months|ages|weeks|a long time))\b/g,
  ],
  [
    0.75,
    /\bi (?:said no|stuck (?:to|with)|kept (?:it|to|my|going|the)|haven't (?:missed|skipped|smoked|had a (?:drink|cigarette)|touched|checked))\b|\bi(?:'m| am) down to\b|\bi(?:'ve| have) (?:cut|been (?:doing|going|keeping|sticking|walking|running|exercising|practising|practicing|sleeping|eating|writing|able))\b/g,
  ],
  [
    0.7,
    /\b(?:it|that|this|the \w+) (?:went|turned out|worked|came out) (?:really |so |very |pretty |surprisingly |actually |quite )*(?:well|great|good|fine|better than|brilliantly|perfectly|beautifully)\b/g,
  ],
  [
    0.65,
    /\bi(?:'m| am| feel| felt)(?: really| so| much| a lot| pretty| actually| quite)* (?:good about (?:that|it|myself|how)|happy (?:with|about) (?:how|that|myself|what)|better about (?:that|it|myself))\b/g,
  ],
];
const NOT_A_WIN =
  /\b(?:wasn't able|weren't able|didn't manage|not proud|never|couldn't|can't|if i|would have|should have|wish|unless|supposed to|used to|need to|want to be able|until i)\b/;

/** Things done, kept or won, as the client tells them. */
export function findWins(view: SessionView): Moment[] {
  return findMoments(view.clientContent, WINS, NOT_A_WIN).map((moment) => {
    const { emotion } = moment.line.utterance;
    const mood = Math.max(-0.3, Math.min(0.15, emotion.valence * 0.3));
    return { ...moment, strength: Math.max(0, Math.min(1, moment.strength + mood)) };
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
    /\b(?:it (?:just )?(?:hit|hits|struck|strikes|dawned on|occurs to|occurred to) me|it(?:'s| has) (?:just )?(?:dawned|clicked)|that's (?:really )?(?:when it|what) (?:clicked|hit me)|saying (?:it|that) out loud|(?:now that|when) i (?:say|hear|think about|look at) (?:it|that|myself say))\b/g,
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
    /\b(?:maybe|perhaps|i think|i guess|i wonder if) (?:that's|it's|this is|that is|it is) (?:really |actually |just |probably |partly )?(?:why|because|what|where|the reason)\b|\bmaybe i(?:'m| am| have|'ve)(?: just| been| really| actually| not| the one| more)*\b/g,
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
    /\b(?:what i'm (?:really|actually)|what i really|the truth is|the real (?:reason|issue|problem|thing|question)|deep down|underneath (?:it|that|all)|if i'm (?:really )?honest(?: with myself)?|the thing underneath)\b/g,
  ],
  [
    0.75,
    /\b(?:i(?:'ve| have) been (?:doing|telling|making|hiding|protecting|avoiding|running|waiting|carrying|using|holding|living|treating|trying)\b[^.?!]{0,50}\b(?:all along|all this time|so long|the whole time|myself|because|for years)|i do (?:the same|this|that|it) (?:with|to|every|everywhere|all)|it's (?:a|the same|like a) (?:pattern|loop|cycle|thing i do)|that's (?:a|the|my) pattern|same thing (?:i|as|with))\b/g,
  ],
  [
    0.6,
    /\b(?:that (?:really )?makes (?:so much |a lot of |total )?sense|(?:huh|oh|wow|hmm),? (?:that's|i(?:'d| had| have|'ve)? never|i didn't)|good question|that's (?:really |so )?(?:interesting|true)[.,] i)\b/g,
  ],
];
const NOT_AN_INSIGHT =
  /\b(?:do you|did you|don't you|realis\w* i (?:left|forgot|lost)|i (?:left|forgot) my)\b/;

/** New realisations in the client's words. */
export function findInsights(view: SessionView): Moment[] {
  return findMoments(view.clientContent, INSIGHTS, NOT_AN_INSIGHT, 34)
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
    /\bi(?:'m| am|'ve been| have been)?(?: really| just| still| always| constantly| so| too)* (?:struggl(?:e|ing)|stuck|drowning|overwhelmed|swamped|having (?:a )?(?:hard|tough|difficult) time|finding it (?:hard|difficult))\b|\bi (?:keep|can't stop|always end up|end up) \w+ing\b/g,
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
];
const NOT_A_STRUGGLE =
  /\b(?:not (?:that |so |too |very )?(?:hard|difficult)|isn't (?:that )?(?:hard|difficult)|no problem|hard to get into|used to be hard)\b/;

/** Difficulties that stand against what the client wants. */
export function findStruggles(view: SessionView): Moment[] {
  return findMoments(view.clientContent, STRUGGLES, NOT_A_STRUGGLE)
    .filter((moment) => moment.line.words >= 5)
    .map((moment) => ({
      ...moment,
      strength: Math.min(1, moment.strength + 0.1 * certaintyOf(moment.line, 'struggle')),
    }));
}

/** Steps back from what the client had set out to do. */
export function findSetbacks(view: SessionView): Moment[] {
  return findMoments(
    view.clientContent,
    SETBACKS,
    /\b(?:if i|what if|afraid|scared|never want|would have|as a kid|years ago)\b/,
  );
}

const GOALS: readonly Cue[] = [
  [
    0.95,
    /\bmy (?:main |big |real |overall )?(?:goal|aim|hope|dream|intention) (?:is|for (?:today|this)|would be|was) (?:to |that )?/g,
  ],
  [
    0.9,
    /\b(?:what i(?:'d| would)? (?:really )?(?:want|like|need|hope for)(?: (?:from|out of|to get|to talk|to look|to work|to focus)[^.?!]{0,30})? (?:today )?is|(?:i(?:'d| would) like|i want|i was hoping|i(?:'d| would) love) to (?:talk|focus|work|look|explore|think|discuss|figure|get|use|speak|go) (?:about|on|at|through|out|over|into|today)?)\b/g,
  ],
  [
    0.75,
    /\bi(?:'d| would)? (?:really |just |do |actually |definitely )*(?:want|wanna|like|love|need) to (?:be(?:come)?(?: able to)?|stop|start|quit|learn|find|feel|have|get|make|build|keep|lose|change|cut|improve|manage|say|spend|finish|write|sleep|leave|set|take|stay|lead|live|do|move|go)\b/g,
  ],
  [0.7, /\bi (?:wish i could|wish i (?:was|were)|would like to be able to)\b/g],
];

/** What the client wants, in the words they used. */
export function findGoals(view: SessionView): Moment[] {
  return findMoments(
    view.clientContent,
    GOALS,
    /\b(?:don't want|didn't want|wanted to say|want to say that|used to want|need to (?:go|leave|run) (?:now|soon)|i need to think)\b/,
  );
}

/** The clause of a moment, the cue itself left out: what comes after it, as spoken. */
export function afterCue(moment: Moment, cue: RegExp): string | null {
  const clause = splitClauses(moment.line.text).find((part) => part.end > moment.at);
  const rest = moment.line.text.slice(moment.at, Math.max(clause?.end ?? 0, moment.at + 1));
  const lower = rest.replace(/[\u2018\u2019]/g, "'").toLowerCase();
  const match = cue.exec(lower);
  return match ? rest.slice(match.index + match[0].length) : null;
}

import { splitSentences } from '../text/sentences';

/**
 * Rules for what clients voice beyond change and sustain talk: emotion, commitment, ambivalence, insight, struggle.
 * Patterns are our own, after the MISC manual's DARN-CAT categories; `docs/analysis.md` has their measured precision.
 */

/** Optional small words between "I" and the verb. */
const SOFT =
  '(?:really |just |also |definitely |probably |still |kind of |kinda |always |actually |so |even |totally |honestly )*';

const FEELING_WORDS =
  'angry|mad|furious|sad|upset|frustrated|frustrating|anxious|nervous|scared|afraid|terrified|worried|stressed|stressful|' +
  'ashamed|embarrassed|embarrassing|guilty|lonely|alone|depressed|hopeless|helpless|overwhelmed|overwhelming|hurt|hurts|' +
  'heartbroken|miserable|exhausted|exhausting|devastated|devastating|disappointed|discouraged|humiliated|jealous|annoyed|annoying|' +
  'irritated|irritating|panicked|panicky|shocked|happy|glad|excited|proud|relieved|grateful|hopeful|thrilled|confident|awful|terrible|' +
  'horrible|scary|terrifying|painful|crying|fed up|sick of|tired of|pissed(?: off)?|freaked out|freaking out|bummed|torn|stuck|' +
  'irritable|cranky|discouraging|exciting|good about myself|better about myself|bad about myself|worked up|at peace|pleased|delighted|ashamed of|on edge|freaked|tense|sick to my stomach|numb|empty|worthless|useless|desperate|unhappy|uncomfortable|insecure|rejected|trapped|bitter|resentful|dread|dreading|ecstatic|lost';

const EMOTION: readonly RegExp[] = [
  new RegExp(
    `\\b(?:i(?:'|’)?m|i am|i was|i(?:'|’)?ve been|i feel|i felt|i(?:'|’)?m feeling|feeling|feel|felt|makes me|made me|making me|makes me feel|made me feel|i get|i got|gets me|got me) ${SOFT}(?:like |a bit |a little |a little bit |very |pretty |too |quite |such |more |very very )*(?:${FEELING_WORDS})\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:it(?:'|’)?s|it is|it was|that(?:'|’)?s|that was|this is|which is|it gets|it(?:'|’)?s been) ${SOFT}(?:a bit |a little |very |pretty |too |quite |such a |incredibly )*(?:frustrating|stressful|overwhelming|discouraging|exciting|embarrassing|scary|terrifying|painful|heartbreaking|exhausting|devastating|humiliating|awful|horrible|annoying|nerve[- ]?wracking|upsetting|depressing|a nightmare|a relief)\\b`,
    'iu',
  ),
  /\bi (?:really |just |absolutely |kind of |kinda |do |actually |fucking )*(?:hate|love|loathe|dread|fear|regret|miss|resent|can(?:'|’)?t stand|worry|cried|cry|panic|panicked|freak(?:ed)? out)\b/iu,
  /\b(?:made|makes|making) me feel\b|\b(?:i|i(?:'|’)ve) (?:really |so |truly )*enjoyed\b|\b(?:a |some |such a |big |huge )(?:sense of )?(?:relief|guilt|shame|dread|panic|joy|pride)\b|\bmy nerves\b|\bgetting sick of\b|\bscary (?:stuff|thing|thought)\b/iu,
  /\b(?:drives me (?:crazy|mad|nuts|insane)|breaks my heart|broke my heart|pisses me off|stresses me out|freaks me out|scares me|worries me|bothers me|bugs me|hurts me|upsets me|kills me|frustrates me|gets to me|gets me down|burst into tears|in tears)\b/iu,
  /\b(?:my|the|so much|this|a lot of|such|all this|all that) (?:anger|anxiety|sadness|fear|shame|guilt|grief|stress|depression|frustration|loneliness|worry)\b/iu,
];

const COMMITMENT: readonly RegExp[] = [
  /\bi(?:'|’)?(?:ll| will) (?:definitely |just |probably |certainly |for sure |go ahead and |be sure to |make sure (?:to|that|i) |try (?:to|and) |start |at least |also |be |actually |go and |then )*(?:try|do|start|stop|go|call|talk|make|take|write|set|get|give|keep|cut|quit|come|put|work|look|check|find|begin|bring|use|ask|tell|sign|plan|book|schedule|send|read|walk|practi[cs]e|think about|see|eat|cook|join|commit|follow|join|stick|reduce|limit|avoid|buy|throw|leave|text|email|meet|speak|track|add|change)\b/iu,
  /\bi(?:(?:'|’)?m| am) (?:definitely |really |just |probably |actually )*(?:going to|gonna) (?:definitely |just |really |try |start |be |stop |have to |need to )*(?:try|do|start|stop|go|call|talk|make|take|write|set|get|give|keep|cut|quit|come|put|work|look|check|find|begin|bring|use|ask|tell|sign|plan|book|schedule|send|read|walk|practi[cs]e|join|commit|follow|stick|reduce|limit|avoid|change)\b/iu,
  /\bi (?:promise|swear|commit|plan|intend|have decided|(?:'|’)ve decided|am determined|am ready|am willing|decided) to\b|\bi(?:'|’)?m (?:committed|ready|determined|willing|planning|prepared|all set) (?:to|for)\b|\bi(?:'|’)?ve (?:decided|made up my mind|committed)\b/iu,
  /\bi (?:can|could) (?:definitely |certainly |totally |at least |probably |start |try )+(?:do|try|start|go|call|talk|make|take|write|set|get|give|keep|cut|put|work|look|by|with)\b/iu,
  /\bi (?:could|can) (?:maybe |probably |perhaps |at least |definitely )*try (?:to|and)\b|\bi(?:'|’)?ll (?:just |definitely )*(?:not have|have some|be (?:there|back|doing))\b/iu,
  /\b(?:let(?:'|’)?s do (?:it|that)|i(?:'|’)?ll do (?:it|that)|count me in|sign me up|i(?:'|’)?m in|it(?:'|’)?s a deal|you have my word|my (?:plan|goal|next step) is)\b/iu,
];

/** What makes a sentence with such words something else: a condition, a worry, a report of habit, not knowing. */
const NOT_COMMITMENT =
  /\bi(?:'|’)?(?:ll| will) (?:never|not see|see what|think of|be (?:like|honest)|get (?:sick|lung|fired|in trouble|caught)|lose|die|fail|end up|feel|miss|gain|say (?:hi|hello))\b|\bi(?:(?:'|’)?m| am) (?:not|never) (?:going|gonna)\b|\bif i\b|\bwon(?:'|’)?t\b|\b(?:don(?:'|’)?t|not) (?:know|sure|see|think)\b|\b(?:worried|worry|afraid|scared)\b|\bhow i(?:'|’)?m\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bmaybe i(?:'|’)?ll\b|\bi can(?:'|’)?t\b|\ba day\b/iu;

const AMBIVALENCE: readonly RegExp[] = [
  /\bpart of me\b|\bon (?:the )?one hand\b|\bon the other hand\b|\bmixed feelings\b|\btorn\b|\bi go back and forth\b|\bin two minds\b|\blove[- ]hate\b|\bof two minds\b/iu,
  /\bi (?:want|wanna|would like|(?:'|’)?d like|need|know|should|wish|try|love|like|mean to|tell myself|do want|really want)\b[^.?!]{2,120}\b(?:but|although|though|and yet|however|at the same time|except)\b[^.?!]{0,60}\b(?:can(?:'|’)?t|cannot|don(?:'|’)?t|won(?:'|’)?t|didn(?:'|’)?t|hard|difficult|never|not|afraid|scared|still|keep|hate|enjoy|like|love|impossible|isn(?:'|’)?t|haven(?:'|’)?t|end up)\b/iu,
  /\bi (?:don(?:'|’)?t|do not|can(?:'|’)?t|won(?:'|’)?t|hate|like|love|enjoy)\b[^.?!]{2,120}\b(?:but|although|though|and yet|however|at the same time)\b[^.?!]{0,40}\bi (?:know|should|want|need|do|have to|guess|realize|realise|can|also|probably should|really do|would like)\b/iu,
];

/** The two sides of a client's ambivalence, for when they stand in different sentences of one utterance. */
const FOR_CHANGE =
  /\b(?:important to (?:quit|stop|change|cut|me)|(?:not|isn(?:'|’)?t|bad|terrible) (?:good )?for (?:me|my|you)|i (?:know|think) (?:i|it(?:'|’)?s|that) (?:need|should|have to|bad|wrong|not good|isn(?:'|’)?t)|i (?:really )?(?:want|wanna|would like|need|should|ought) to (?:quit|stop|change|cut|be (?:a )?(?:better|good|healthy|healthier)|lose|get (?:better|healthy|out|back|over)|exercise)|i(?:'|’)?d like to (?:be able|stop|quit|change|cut)|worried about|nervous i(?:'|’)?ll|downside|don(?:'|’)?t think it(?:'|’)?s right)\b/iu;
const FOR_KEEPING =
  /\b(?:i (?:just |really |do |still |kind of |kinda )*(?:enjoy|love|like) (?:it|to|smoking|drinking|my|the|eating|gambling|being|going)|not ready|helps me|relax(?:es|ing)?|(?:so )?used to|can(?:'|’)?t (?:imagine|stop|see myself|seem|give)|don(?:'|’)?t (?:really )?(?:think about|want to (?:quit|stop|give|change|lose)|see (?:the|a) problem|wanna)|it(?:'|’)?s (?:just |so |really |kind of )*(?:hard|difficult|easier)|too hard|i would (?:hate|miss)|fun)\b/iu;

const INSIGHT: readonly RegExp[] = [
  /\bi (?:just |only |now |never |hadn(?:'|’)?t |finally |suddenly |didn(?:'|’)?t )*(?:realis(?:e|ed)|realiz(?:e|ed)|noticed that i|see now|figured out|discovered|understood)\b/iu,
  /\bi(?:'|’)?(?:ve|m| have| am) (?:just |now |only |finally |starting to |beginning to )*(?:realis(?:ing|ed|e)|realiz(?:ing|ed|e)|come to (?:see|understand|realis|realiz)|see(?:ing)? (?:that|how|now)|notic(?:e|ed|ing) that|understand(?:ing)? (?:that|why|how|now))\b/iu,
  /\bi (?:never|hadn(?:'|’)?t|haven(?:'|’)?t|didn(?:'|’)?t) (?:really |actually |ever )*(?:thought|think|thinking|considered|looked at|look at|saw|seen|see|put|connected|noticed|notice|know|knew|realized?|realised?)\b[^.?!]{0,40}\b(?:like that|that way|about (?:it|that|how|this)|of it|before|together|until|it (?:like|that)|those|was|were|how)\b/iu,
  /\b(?:now that (?:i|you) (?:think|say|mention|put)|come to think of it|when you put it (?:like that|that way)|(?:that|it) (?:does )?makes? (?:a lot of|so much|total|perfect) sense|i(?:'|’)?d never (?:thought|considered)|made me (?:re)?think|you(?:'|’)?re right,? i|it(?:'|’)?s (?:just )?(?:dawned|clicked|hit me)|it occurs to me|it(?:'|’)?s becoming clear|i guess (?:it(?:'|’)?s|that(?:'|’)?s) (?:really |just |because |why |what ))/iu,
  /\b(?:maybe|i think|i guess|perhaps) (?:it(?:'|’)?s because|that(?:'|’)?s (?:why|because|what)|the reason|what i(?:'|’)?m really|i(?:'|’)?ve been|deep down)\b/iu,
];

const STRUGGLE: readonly RegExp[] = [
  /\b(?:it(?:'|’)?s|it is|it was|that(?:'|’)?s|which is|gets|it gets|been|really|so|too|pretty|very|just|find it|makes it|made it) (?:really |so |very |just |pretty |too |kind of |kinda |quite |super |been |getting |a bit |a little )*(?:hard|difficult|tough|challenging|a struggle|impossible|tricky|complicated)\b/iu,
  /\bi (?:really |just |still |always |often |keep |have been |(?:'|’)ve been |been )*(?:struggle|struggling|struggled|have (?:a )?(?:hard|tough|difficult) time|had (?:a )?(?:hard|tough|difficult) time|have trouble|had trouble|have (?:a lot of )?(?:problems|difficulty|difficulties)|keep failing|failed|fall off|fell off|slip|slipped|relapsed|give up|gave up|procrastinate|get stuck|put it off|forget|run out of)\b/iu,
  /\bi(?:'|’)?m (?:really |just |still |always |so |having |constantly )*(?:struggling|having (?:a )?(?:hard|tough|difficult) time|having (?:trouble|difficulty|problems)|stuck|too (?:tired|busy|lazy|stressed|exhausted)|so (?:tired|busy)|behind|failing|addicted|overwhelmed|swamped)\b/iu,
  /\bi (?:just |really |still |simply |honestly |probably |always )*(?:can(?:'|’)?t|cannot|couldn(?:'|’)?t) (?:seem to |just |even |really |ever |get |afford |find |stop |do |keep |make |sleep |stand |handle |help |control |focus |say |go |take |see |imagine |concentrate |quit |resist )/iu,
  /\b(?:don(?:'|’)?t|didn(?:'|’)?t|doesn(?:'|’)?t|never|not) (?:really |even |always )?(?:have|had|has|having|got|enough|know how|know what to|know where)(?: the| any| enough| a| much| to)? ?(?:time|money|energy|motivation|support|willpower|patience|anyone|choice|idea|help|strength|do|start|deal|handle|cope|say)\b/iu,
  /\b(?:in over my head|over my head|out of control|too much (?:in|on my|for me)|may not be able|might not be able|not (?:going to be |gonna be )?able to|don(?:'|’)?t think i (?:could|can)|so hard|putting it off|put it off|get (?:it|them|everything) done|barely|biggest (?:problem|obstacle|challenge)|hardest part|a lot to (?:take in|handle|deal with))\b/iu,
  /\b(?:gets? in the way|getting in the way|holding me back|hold(?:s)? me back|stops me|stopping me|keeps me from|the problem is|my problem|the trouble is|the hard part|cravings?|temptation|tempted|nothing (?:works|helps|seems)|doesn(?:'|’)?t work|didn(?:'|’)?t work|hasn(?:'|’)?t worked|can(?:'|’)?t afford|no matter (?:what|how)|every time i try|under (?:a lot of )?pressure|too much (?:pressure|stress|work|going on))\b/iu,
];

function count(patterns: readonly RegExp[], text: string): number {
  let hits = 0;
  for (const pattern of patterns) if (pattern.test(text)) hits += 1;
  return hits;
}

/** How many of each kind's patterns a client's words match. */
export interface ClientRuleHits {
  emotion: number;
  commitment: number;
  ambivalence: number;
  insight: number;
  struggle: number;
}

export function clientRuleHits(spoken: string): ClientRuleHits {
  const text = withoutStumbles(spoken);
  let commitment = 0;
  for (const sentence of splitSentences(text)) {
    if (!sentence.text.includes('?') && !NOT_COMMITMENT.test(sentence.text))
      commitment += count(COMMITMENT, sentence.text);
  }
  const bothSides = FOR_CHANGE.test(text) && FOR_KEEPING.test(text) ? 1 : 0;
  return {
    emotion: count(EMOTION, text),
    commitment,
    ambivalence: count(AMBIVALENCE, text) + bothSides,
    insight: count(INSIGHT, text),
    struggle: count(STRUGGLE, text),
  };
}

/** Spoken text without stammered repeats ("I-I", "the- the") and fillers, which would break the patterns. */
export function withoutStumbles(text: string): string {
  return text
    .replace(/,?\s*\b(?:um|uh|er|you know|i mean)\b,?(?=\s|$)/giu, '')
    .replace(/\b([\p{L}'’]+)(?:(?:\s*[-–—]+\s*|\s+|,\s*)\1\b)+/giu, '$1')
    .replace(/\b\p{L}{1,3}-+\s?(?=\p{L})/gu, '')
    .trim();
}

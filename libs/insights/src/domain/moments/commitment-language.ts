/** The wording of commitment, graded; after the MISC manual's commitment language, in our own patterns. */

const ADVERBS =
  '(?:(?:just|definitely|probably|really|actually|also|maybe|perhaps|certainly|still|totally|then|at least|for sure|first|even|now|have to|need to)\\s+)*';

/** How strongly words bind, 0..1, and the words; the verb phrase starts where a match ends. */
export const GRADES: readonly (readonly [strength: number, pattern: RegExp])[] = [
  [0.72, new RegExp(`\\bi(?:'ll| will| shall)\\s+${ADVERBS}`, 'g')],
  [0.72, new RegExp(`\\b(?:i'm|i am|im)\\s+${ADVERBS}(?:gonna|going to)\\s+${ADVERBS}`, 'g')],
  [
    0.85,
    /\b(?:i promise(?: to| (?:that )?i'll)|i(?:'ve| have) decided (?:to|(?:that )?i'm going to|(?:that )?i'll)|i'm determined to|i'm committed to|i commit to|i can commit to)\s+/g,
  ],
  [
    0.65,
    /\b(?:i(?:'m| am)? (?:plan|planning|intend|intending|aim|aiming) (?:to|on)|my plan is to|the plan is to|my (?:next|first) step is to|i'm ready to|i've agreed to)\s+/g,
  ],
  [
    0.55,
    /\b(?:i'm willing to|i(?:'d| would) be willing to|i can(?: definitely| certainly| totally| at least| probably| maybe)? (?:start (?:by|with) )?|what i(?:'ll| can| could) do is)\s+/g,
  ],
  [
    0.4,
    /\b(?:i could(?: maybe| probably| definitely| at least| just| also| even)*|i might(?: just| even| try to)*|maybe i(?:'ll| can| could| should)|i guess i (?:could|can|will|should)|i'd like to|i want to|i wanna|i(?:'d| would) (?=ask|start|tell|go|call|ring|say|write|try)|i was thinking (?:of|about|i could|i'd)|i think i(?:'ll| should| could| can| need to| might)(?: just)?)\s+/g,
  ],
];

export const HABIT =
  /\b(?:sometimes|usually|normally|typically|always|often|whenever|every time|most (?:days|nights|of the time)|used to|when i was|back then|in the past|one time|and then i'll be like|tend to|things i'm going to|(?:mon|tues|wednes|thurs|fri|satur|sun)days?,? i'll|on (?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/;
/** Words that make what follows somebody's inner or quoted speech. */
export const INNER_SPEECH =
  /\b(?:say|says|said|saying|think|thinking|thought|tell|told|telling|like|goes|went|kept telling)\s*(?:to )?(?:myself|him|her|them|me)?\s*(?:that\s+)?[,:]?\s*["\u201c]?\s*(?:oh|okay|ok|well|yeah|no|right)?,?\s*$/;
export const CONDITION =
  /\b(?:if|number of \w+)\s*$|\bdon't think\s+(?:[a-z']+\s+){0,5}$|\b(?:unless|until|otherwise|or else|afraid|scared|worried|fear|hope|wish|doubt|don't know (?:if|that|how|what|when)|don't think(?: that)?|not sure (?:if|that|how|what)|never|can't imagine|because|why|whether|what|how|not|that|which)\s*(?:[a-z']+\s+){0,2}$/;
/** "If I do enough pages I'll …": a consequence; "if he asks, I'll …" is a plan. */
export const CONSEQUENCE =
  /\bif (?:i|i'm|i've|it|that|there)\b(?! (?:feel|notice|catch|get tempted|see|hear|start))[^.?!;]*$/;
export const HEDGE =
  /\b(?:maybe|probably|i guess|kind of|sort of|hopefully|we'll see|i suppose|i don't know|might|not sure|possibly|see how it goes|no promises)\b/;
export const EMPHATIC =
  /\b(?:definitely|promise|absolutely|for sure|certainly|no matter what|committed|without fail|determined|this time)\b/;

/** The coach asks for a plan, not for a wish. */
export const ELICITS =
  /\b(?:what (?:will|would|could|can|might|are|do|is|'s|steps?|else|one|specific)\b.{0,70}\b(?:do|step|steps|try|start|plan|change|different|action|commit|take|consider|want to|next)|next step|first step|one step|what(?:'s| is) (?:one|the first|a small|your)|by when|when (?:will|would|could|are) you|how (?:will|would|could|might|can) you|how (?:often|many|much) would|what are you (?:willing|going|ready)|where (?:will|would|could) you (?:start|begin)|what('s| is) your plan|commit|what would (?:it|that) (?:be|look like)|what would help)/;
export const AGENDA =
  /\b(?:(?:what|where|how) would you like (?:to (?:talk|focus|work|get|explore|start|use|look)|from|out of|things?|it|to be different)|get out of (?:today|this|our)|be different,? (?:by|at|when)|if this (?:coaching|session|conversation)|by the time we (?:finish|end)|by the end of (?:today|this|our)|what brings you|where would you like to start|what's on your mind|good use of (?:our|the|this|today))/;

export const REFUSES =
  /^(?:\W*(?:well|um|uh|oh|yeah)\W+)*(?:no|nope|not really|i don't (?:think|want|know if)|i can't|i won't|i doubt|i'd rather not)\b/;
export const ACCEPTS =
  /\b(?:i(?:'ll| will| can| could|'d be (?:happy|willing) to) (?:definitely |probably |certainly |totally )?(?:do|try|give|make|start|look|think about|take|use) (?:that|it|this)|i(?:'ll| will| can) (?:definitely |certainly )?(?:do|try)\b|sounds (?:good|great|like a (?:good )?plan|doable)|that works|works for me|let's do (?:it|that)|happy to|i'd like that|i'd love to|good idea|count me in|i(?:'m| am) (?:in|up for)|give (?:it|that) a (?:try|go|shot))\b/;
export const ASSENTS =
  /\b(?:yes|yeah|yep|right|exactly|that's it|that's right|you've got it|correct|absolutely|definitely|sure|ok|okay|i do|i will|i am|perfect|mm-?hmm)\b/;
export const RELUCTANT =
  /\b(?:i guess|i suppose|maybe|i don't know|if i have to|not sure|we'll see|i'll think about it|but)\b/;

/** The coach sets a step. */
export const PRESCRIPTIONS: readonly RegExp[] = [
  /\b(?:i(?:'d| would) like you to|i want you to|i need you to|i(?:'m| am) going to (?:ask|have) you (?:to)?|let's have you|i(?:'d| would) (?:suggest|recommend) (?:that )?you|your homework is to|can i (?:also )?ask you to|could i (?:also )?ask you to|i encourage you to|i(?:'d| would) encourage you to)\s+/g,
  /\b(?:would you be (?:willing|up for|able|open) to|are you willing to|how about you|why don't you|do you think you (?:can|could)|could you|can you)\s+/g,
  /\byou(?: should| need to| have to| must| ought to|'ve got to| might want to| could)\s+(?:just |also |really |definitely |probably |maybe |at least |start to |try to |try and )*/g,
];
/** The coach says a step back that was the client's: "So you'll …". */
export const RESTATEMENT =
  /\b(?:tomorrow|tonight|today|on \w+day|by \w+day|next week|this week),? you\s+|\byou(?:'ll| will|'re going to|'re gonna| are going to| have decided to|'ve decided to|'re planning to)\s+(?:also |just )?/g;
/** Verbs of the session itself ("you'll tell me"), no steps. */
export const IN_SESSION =
  /^(?:tell|say|explain|describe|share|think|help|give me|talk|see|remember|picture|repeat|imagine|notice|go|come|have|name|walk (?:me|us)|understand|speak|end|look|take (?:a )?(?:minute|moment|second)|show|hear|hold)\b/;

/** The coach asks how things usually are: what follows tells a habit, however it is worded. */
export const ASKS_HABIT =
  /\b(?:how (?:often|much|many)|typical(?:ly)?|usually|normally|on an average|what (?:happens|do you do) (?:when|after|on)|tell me (?:about|more))\b/;

/** The coach asks for the step itself. */
export const STEP_ASKED =
  /\b(?:(?:next|first|one|small) (?:\w+ )?(?:step|thing|action)|what (?:will|would|could|can|are) you (?:\w+ ){0,3}(?:do|try|change)|what do you want to do|how would you do|what would (?:that|it) look like)\b/;

/** What may stand just before "I'll"; after a noun ("the cigarettes I'm going to smoke") it is a clause about that noun. */
export const CLAUSE_START =
  /(?:^\s*|[,;:.!?\u2026"\u201c-]\s*|\b(?:and|but|so|then|now|yes|yeah|no|well|okay|ok|um|uh|oh|right|maybe|probably|perhaps|think|guess|suppose|know|believe|mean|promise|feel like|because|cause|although|though|or|first|also|just|actually|honestly|definitely|instead|like|today|tomorrow|tonight|week|weekend|month|year|time|day|morning|afternoon|evening|night|\w+day|lunch|work|school|o'clock|that|is|what|on|anyway|basically|obviously|hopefully|there|here|him|her|them|it|one|next|there'll|later|again|home)\s*)$/;
/** Going on with what the session is meant to change is no step. */
export const CARRIES_ON =
  /^(?:keep|continue|go on) (?:smoking|drinking|using|eating|gambling|doing)\b|^(?:smoke|drink|use) (?:a|an|one|two|three|some|the)\b(?! (?:glass of water|water))/;

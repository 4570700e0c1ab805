/**
 * Kinds of recurring response, each with the first-person language it is told in and the language of answering
 * differently. A loop is named by its response because that is what recurs; triggers and consequences vary.
 */
export interface LoopKind {
  key: string;
  /** Of the pattern, never of the person. */
  title: string;
  response: readonly RegExp[];
  /** A different answer where this response used to come. */
  shift: readonly RegExp[];
}

const SAYS = '(?:say|said|says|saying|hear myself say|hear myself saying|answer|answered|went|goes|go)';

export const LOOP_KINDS: readonly LoopKind[] = [
  {
    key: 'instant_yes',
    title: 'A yes before there was time to think',
    response: [
      new RegExp(
        `\\bi (?:just |always |then |only )*${SAYS},? ["“]?(?:yes|yeah|sure|of course|no problem)\\b(?!,? it is)`,
      ),
      /\bhear myself (?:say|saying|go|going|agree)/,
      /\bsaid yes (?:to|in|on|too|before|again|and)\b/,
      /(?<!\bwith )\bleave it with me\b(?! on)/,
      /\bi (?:just |then |always |totally )*(?:folded|caved|gave in|agreed to|took it on|end(?:ed)? up agreeing|can't say no|couldn't say no|never say no|find it hard to say no)\b/,
      /\bcan never say no\b|\bsay yes to (?:everything|everyone|things|them all)\b/,
    ],
    shift: [
      /\b(?:let me|can i|could i|i'll) (?:come|get) back to you\b/,
      /\bi said no\b|\bi (?:turned|'ve turned) (?:it|them|him|her) down\b|\bi didn't say yes\b/,
      /\bi can't do (?:both|this one|two|it|that)\b/,
      /\b(?:a gap|gap before|undo after|answered too quickly|yes (?:to \w+ \w+ )?too (?:quickly|fast))\b/,
    ],
  },
  {
    key: 'putting_off',
    title: 'Putting off what is hard to say or do',
    response: [
      /\b(?:put|putting|puts|been putting|keep putting) (?:it|them|this|that|things|him|her|everything)? ?off\b/,
      /\bi (?:just |then |always |still )*(?:moved it (?:again|back|on)?|postponed|cancelled (?:it|on|again)|rescheduled|didn't (?:talk|speak|say|tell|ask|send|call|go)|haven't (?:done|told|said|talked|asked|called|sent)|never (?:said|told|asked|sent|called))\b/,
      /\bi (?:move us on|change the subject|avoid(?:ed)? (?:it|him|her|them|the))\b/,
      /\b(?:sitting on (?:this|it)|haven't done anything|procrastinat\w+)\b/,
      /\bi'?ve not looked\b|\bi haven't (?:looked|touched|opened) (?:it|at)\b/,
    ],
    shift: [
      /\bi (?:just |finally |actually |did )*(?:told (?:him|her|them)|said it|asked (?:him|her|them)|rang|called (?:him|her|them)|did it)\b/,
      /\bi did it anyway\b/,
    ],
  },
  {
    key: 'joking',
    title: 'A joke where a true answer was near',
    response: [
      /\bi (?:just |always |then )*(?:make|made) (?:a joke|jokes|something up|them laugh|it funny)\b/,
      /\bi(?:'m| was) (?:joking|funny|being funny)\b|\bif i'm funny\b/,
      /\bi (?:say|told|tell) (?:her|him|them)? ?i'?(?:ll|d) (?:open|become|do) (?:a|an)\b/,
      /\blaugh(?:ed)? it off\b|\bwhen i make the joke\b/,
    ],
    shift: [
      /\bi said,? ["“]?i don't know\b/,
      /\bi (?:didn't|did not) (?:joke|make a joke|make (?:a|the) joke)\b/,
      /\bno joke\b|\bwithout a joke\b|\bi'll stop\b/,
    ],
  },
  {
    key: 'making_small',
    title: 'Making oneself or one’s work small',
    response: [
      /\bmak(?:e|es|ing|ed?|de) (?:it|myself|her|him) (?:all )?(?:small|smaller|nothing|sound like nothing)\b/,
      /["“]?(?:oh,? )?nothing much\b|\bjust been (?:at )?home\b|\bi said i was fine\b|\bi(?:'m| am) fine\b.{0,40}\bbut\b/,
      /\bi (?:play|played|brush|brushed) (?:it|things|that) (?:down|off)\b/,
      /\bget in first\b/,
    ],
    shift: [
      /\bi (?:said|told) (?:it|her|him|them) (?:all|properly|the whole)\b/,
      /\bwent back (?:and said|for it)\b/,
      /\bin (?:a|my|the) normal voice\b/,
    ],
  },
  {
    key: 'over_preparing',
    title: 'Preparing more instead of acting',
    response: [
      /\b(?:pages of notes|more slides|write a document|wrote a document|add to it|adding to it|a spreadsheet|over-?prepar\w+|rehears\w+ (?:it )?(?:over|again)|research(?:ing)? (?:it )?(?:more|again))\b/,
      /\bi(?:'ve)? (?:just )?(?:rewrote|redid|checked (?:it|everything) (?:again|twice|over)|started the slides)\b/,
      /\b(?:twenty|thirty|forty|fifty)[- ]?\w* slides\b/,
      /\bif i (?:know|do|prepare|read) enough\b|\bgot everything covered\b/,
    ],
    shift: [/\bdelet(?:ed|ing) (?:it|the)\b|\bi deleted it\b/],
  },
  {
    key: 'withdrawing',
    title: 'Pulling away',
    response: [
      /\bi (?:just |always |then )*(?:withdraw|withdrew|shut down|go quiet|went quiet|disappear(?:ed)?|hid|hide|pull(?:ed)? away|left early|slip(?:ped)? out|leave (?:parties|early|without saying))\b/,
      /\bcancel(?:led)? on (?:people|friends|them|her|him)\b|\bstay(?:ed)? in bed\b/,
    ],
    shift: [/\bi stayed\b|\bi told (?:somebody|someone|my)\b/],
  },
  {
    key: 'snapping',
    title: 'Sharp words under pressure',
    response: [
      /\bi (?:just |then |always |completely )*(?:snap(?:ped)?|shout(?:ed)?|yell(?:ed)?|lost (?:it|my temper)|lash(?:ed)? out|bit (?:his|her|their) head off|was horrible to)\b|\bsnapping at\b|\bso horrible at home\b/,
    ],
    shift: [/\bi (?:didn't snap|didn't shout|took a breath|walked away|apologi[sz]ed|said sorry)\b/],
  },
  {
    key: 'soothing',
    title: 'Reaching for something to take the edge off',
    response: [
      /\bi (?:just |always |then |end up |ended up )*(?:scroll(?:ed|ing)?|drink(?:ing)?|drank|pour(?:ed)? (?:a|myself)|smok(?:e|ed|ing)|binge\w*|eat(?:ing)? (?:the whole|a whole|crisps|chocolate|junk)|comfort eat\w*|shop(?:ped)? online|gambl\w+|reach for)\b/,
    ],
    shift: [
      /\bi (?:didn't|did not) (?:drink|smoke|scroll|pour|eat|gamble|buy)\b|\bwent for a walk instead\b|\bput the phone\b/,
    ],
  },
  {
    key: 'self_blame',
    title: 'Turning on oneself',
    response: [
      /\bi (?:just |always |then )*(?:beat myself up|blame myself|tell myself (?:off|i'm)|hate myself|call myself)\b|\bi(?:'m| am) (?:such an?|so) (?:idiot|failure|fraud|stupid|useless|rubbish)\b|\bgone (?:backwards|right back)\b/,
    ],
    shift: [
      /\b(?:on my own side|kind(?:er)? to myself|not my fault|isn't always mine|doing (?:her|my) best)\b/,
    ],
  },
  {
    key: 'taking_over',
    title: 'Doing it oneself instead of leaving it with others',
    response: [
      /\bi (?:just |always |then |end up |ended up )*(?:do it myself|did it myself|doing it myself|took it back|take it back|take over|took over|rewrote|redo|redid|fix(?:ed)? it (?:for|myself))\b|\bdoing all of (?:his|her|their|\w+'s)\b/,
    ],
    shift: [
      /\bi (?:handed|gave) (?:it|her|him|them) (?:over|the)\b|\b(?:she|he) owns it\b|\bleft (?:him|her|them) alone with it\b/,
    ],
  },
];

/** What sets a loop off: somebody wanting, asking or judging; a bodily alarm; a named situation. */
export const TRIGGERS: readonly (readonly [number, RegExp])[] = [
  [0.9, /\b(?:every time|whenever|each time|any time|as soon as) [^.?!]{4,}/],
  [
    0.9,
    /\b(?:somebody|someone|people|everybody|everyone|anybody)(?: \w+){0,3} (?:asks?|asked|wants?|wanted|needs?|needed|says?|said|stops?|looks?)\b/,
  ],
  [
    0.85,
    /\b(?:when|if) (?:somebody|someone|people|he|she|they|my \w+|the \w+) (?:asks?|says?|wants?|needs?|looks?|comes?|goes|is|are|sighs?)\b/,
  ],
  [
    0.8,
    /\b(?:the|a|this) drop\b|\bstomach\b|\bheart (?:starts|was|is|going)\b|\bi get (?:this|so|really) \w+/,
  ],
  [
    0.75,
    /\b(?:he|she|they|[a-z]{3,}) (?:comes over|asked me|asks me|wants me|wanted me|looked at me|sighs?|sighed|messaged me|emailed me|stops me|sent me)\b/,
  ],
  [0.7, /\b(?:he|she|they|\w+) (?:just |then )*(?:said|says|goes|went|asked),? ["“]/],
];

/** What it leads to: the short gain, the late cost, the feeling after. */
export const CONSEQUENCES: readonly (readonly [number, RegExp])[] = [
  [0.9, /\b(?:and then|so then|and so|then) i(?:'m|'ve| am| was| have|'d)\b[^.?!]{3,}/],
  [0.85, /\bi(?:'ve)? (?:end|ended|always end) up\b/],
  [
    0.85,
    /\b(?:at|till|until|past) (?:eleven|midnight|one|two|three|half (?:past )?\w+)(?: o'clock| at night| in the morning)?\b|\bup till\b|\bone in the morning\b|\bat three i'm awake\b/,
  ],
  [
    0.85,
    /\b(?:resentful|hollow|cross (?:with|in)|exhausted|worn out|so tired|ashamed|guilty|felt sick|feel sick|cried|crying|discouraged|lonely|alone with it|hopping mad|awful)\b/,
  ],
  [0.7, /\b(?:relief|relieved|for about a,? minute|goes away|felt great|felt good)\b/],
  [
    0.65,
    /\b(?:i'm not|haven't been|still not been) (?:swimming|sleeping|exercising|eating)\b|\b(?:my (?:husband|wife|partner|kids) pays?)\b/,
  ],
];

/** Behaviours and matters that coaching sessions turn around, however they are phrased; each becomes one theme. */
export const TOPICS: readonly (readonly [theme: string, pattern: RegExp])[] = [
  ['saying no', /\b(?:say|said|saying|says|tell|told) (?:\w+ ){0,2}no\b(?! (?:one|more|idea|way|longer))/g],
  ['saying yes', /\b(?:say|said|saying|says) yes\b|\bthe (?:automatic )?yes(?:es)?\b/g],
  ['asking for help', /\b(?:ask|asked|asking) (?:\w+ ){0,2}for (?:\w+ )?(?:help|support)\b/g],
  ['setting boundaries', /\bboundar(?:y|ies)\b/g],
  ['letting go', /\b(?:let|letting) (?:it|that|things|this|him|her|them) go\b|\bletting go\b/g],
  ['speaking up', /\b(?:speak|speaking|spoke|spoken) up\b/g],
  ['putting things off', /\b(?:put|putting|puts) (?:it|things|this|that|them) off\b|\bprocrastinat\w+/g],
  [
    'not being good enough',
    /\b(?:not|never|n't) (?:be |being |feel |feeling )?(?:good|smart|strong|clever|brave) enough\b/g,
  ],
  [
    'making time',
    /\b(?:make|making|made|find|finding|carve|carving) (?:\w+ ){0,2}time\b(?! (?:of|for (?:him|her)))/g,
  ],
  [
    'pleasing others',
    /\b(?:please|pleasing) (?:other people|others|everyone|everybody|people|them)\b|\bpeople[- ]pleas\w+/g,
  ],
  [
    'being liked',
    /\b(?:be|being) liked\b|\b(?:he|she|they|people|everyone|everybody|would|wouldn't|still|not|n't) likes? me\b/g,
  ],
  ['second-guessing', /\bsecond[- ]guess\w*/g],
  ['control', /\b(?:in|under|lose|losing|out of|of|take) control\b/g],
  ['trusting oneself', /\b(?:trust|trusting|believe in|believing in) (?:myself|yourself)\b/g],
  [
    'difficult conversations',
    /\b(?:difficult|hard|honest|tough|awkward) (?:conversation|talk|chat|thing)s?\b/g,
  ],
  [
    'quitting smoking',
    /\b(?:quit|quitting|stop|stopping|give up|giving up|cut(?:ting)? (?:down|back)) (?:on )?smok\w+|\bsmok(?:e|ing)\b[^.?!]{0,30}\bquit\w*/g,
  ],
  ['smoking', /\bsmok(?:e|es|ed|ing)\b|\bcigarettes?\b/g],
  ['drinking', /\bdrink(?:s|ing)\b|\balcohol\b|\bdrunk\b/g],
  ['drug use', /\b(?:marijuana|weed|pot|cocaine|heroin|meth|pills|drugs?|getting high)\b/g],
  ['weight', /\b(?:los(?:e|ing)|gain(?:ing|ed)?) (?:\w+ ){0,2}weight\b|\bmy weight\b/g],
  ['exercise', /\bexercis(?:e|es|ing)\b|\bwork(?:ing)? out\b|\bthe gym\b/g],
  [
    'eating habits',
    /\b(?:eat|eating) (?:\w+ ){0,1}(?:healthy|healthier|better|less|habits|vegetables|fruit)\b|\bdiet\b|\bjunk food\b/g,
  ],
  ['taking medication', /\b(?:medications?|medicines?|prescriptions?|tablets?|insulin|inhaler|statin)\b/g],
  ['sleep', /\b(?:sleep|sleeping|slept|insomnia)\b/g],
  ['anger', /\b(?:my|the|his|her) (?:anger|temper)\b|\banger\b/g],
  ['procrastination', /\bprocrastinat\w+/g],
  ['rest', /\b(?:resting|rest more|take a break|time off|switch off|slow down|slowing down)\b/g],
  ['overwork', /\b(?:working late|late nights?|overwork\w*|burn(?:ed|t)? ?out|long hours|too much on)\b/g],
  ['being needed', /\b(?:be|being|feel|feeling|am|'m) needed\b|\bneeded me\b/g],
  ['going back to work', /\b(?:back|return(?:ing)?) to work\b/g],
  ['identity', /\bwho i am\b|\bsense of (?:self|who)\b|\bidentity\b/g],
  ['quitting', /\bquit(?:ting)?\b/g],
];

/** Nouns that are worth a theme when a session returns to them. */
export const TOPICAL_NOUNS: ReadonlySet<string> = new Set(
  (
    'confidence trust responsibility workload leadership delegation feedback conflict approval perfection perfectionism expectation expectations ' +
    'pressure stress anxiety fear guilt shame grief loss anger loneliness resentment relief pride hope happiness joy sadness motivation energy ' +
    'habit habits routine discipline willpower craving cravings addiction recovery health diet exercise sleep medication pain cholesterol diabetes ' +
    'smoking drinking alcohol cigarette cigarettes weight yoga meditation food ' +
    'family marriage relationship relationships partner husband wife mother father mum mom dad sister brother daughter son children kids parents friends ' +
    'friendship team manager boss colleagues job career work promotion interview presentation deadline deadlines business company money finances debt ' +
    'school college university exam exams grades test course studies homework probation court house home retirement future past childhood ' +
    'decision decisions purpose meaning values identity balance priorities boundaries control independence freedom security safety support ' +
    'communication honesty conversation feedback listening peace harmony wisdom faith church community service creativity writing music art ' +
    'role model anger violence drugs marijuana email emails meetings board slides review reviews audit form application loneliness'
  ).split(' '),
);

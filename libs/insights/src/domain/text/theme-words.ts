/** Words that never make a theme: speech noise, generic nouns, measures, courtesy. */
export const NEVER_THEMES: ReadonlySet<string> = new Set(
  (
    'thing things thingy stuff lot lots bit way ways kind sort time times day days today tomorrow yesterday week weeks weekend month months ' +
    'year years hour hours minute minutes moment moments morning evening afternoon night tonight monday tuesday wednesday thursday friday ' +
    'saturday sunday people person guy guys man woman girl boy everybody everyone everything something someone somebody anything anyone ' +
    'nothing nobody one ones couple few case cases point points part parts side sides end start beginning middle place places area ' +
    'example number numbers reason reasons question questions answer answers idea ideas sense fact matter mean word words talk conversation ' +
    'session sessions meeting appointment client coach doctor thank thanks welcome hello hi bye hey okay ok yeah yes no wow god gosh jeez ' +
    'good great nice fine bad better best worse worst big small little huge long short new old high low real sure true right wrong whole ' +
    'different same other next last first second third half rest far near early late soon able ready glad happy sorry important hard easy ' +
    'difficult certain possible likely interested interesting weird funny crazy amazing awesome cool perfect wonderful lovely pretty ' +
    'definitely probably maybe actually really basically obviously totally literally exactly absolutely honestly certainly simply ' +
    'bunch piece type level amount chance course deal form line list name result role situation situations issue problem problems ' +
    'step steps option options choice reach amount scale score percent sort couple hand hands head face eye eyes foot feet ' +
    'inaudible crosstalk laughter laughs unintelligible pause chuckles sighs uh-huh mm-hmm mhm kinda gonna wanna gotta cause cuz ' +
    'two three four five six seven eight nine ten twenty thirty forty fifty hundred thousand dozen zero once twice ' +
    'concern help guess sound sounds look looks feeling feelings thought thoughts life world top bottom back front ' +
    'plan plans change changes try goal goals note notes homework information hope wish while ago'
  ).split(' '),
);

/** Common verbs, adverbs and adjectives that can stand where a noun stands but never make a theme's last word. */
export const VERBS_AND_ADVERBS: ReadonlySet<string> = new Set(
  (
    'go goes going went gone come comes coming came get gets getting got take takes taking took make makes making made put puts putting ' +
    'know knows knowing knew known think thinks thinking see sees seeing saw seen say says saying said tell tells telling told ask asks ' +
    'asked asking want wants wanted wanting need needs needed needing like likes liked love loves loved hate hates hated feel feels felt ' +
    'try tries tried trying start starts started starting stop stops stopped stopping keep keeps kept keeping let lets letting give gives ' +
    'gave giving given find finds found finding use uses used using leave leaves left leaving call calls called calling talk talks talked talking ' +
    'happen happens happened happening understand understood understanding mean means meant show shows showed seem seems seemed ' +
    'bring brings brought become becomes became believe believes begin begins began run runs ran running sit sits sat sitting stand stands stood ' +
    'walk walks walked turn turns turned hold holds held hear hears heard hearing help helps helped helping agree agrees agreed allow ' +
    'worry worries worried care cares cared live lives lived living lose loses lost pay pays paid meet meets met meeting wait waits waited waiting ' +
    'remember remembers remembered forget forgets forgot consider considered figure figured imagine imagined realise realize realised realized notice noticed ' +
    'deal deals dealt end ends ended spend spends spent wake woke sleep slept eat eats ate eating break broke set sets setting send sends sent sending ' +
    'say grow grew open opened opening close closed closing read reading write writing wrote written wear wore buy bought check checked checking ' +
    'just also really very still even always never often already again too only ever almost quite rather else maybe perhaps instead ' +
    'here there now then away around together apart inside outside forward ahead alone aware afraid worth such enough ' +
    'being doing having been done had has have was were been anyway though however whatever wherever somehow somewhere ' +
    'angry sad mad upset tired busy nervous anxious scared stressed worried excited proud guilty comfortable uncomfortable confident ' +
    'physical mental emotional social personal professional financial general normal regular specific particular main major minor ' +
    'quit quits quitting own full empty free busy quick slow strong weak open closed clear deep heavy light extra actual current past future'
  ).split(' '),
);

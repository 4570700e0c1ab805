import { isFunctionWord, tokenize } from '@app/utterance-coding';

/** Words that say nothing about what a sentence is about, beyond the function words. */
const LIGHT = new Set(
  (
    'will would going try trying tried start started stop want wanted need needed help week weeks today tomorrow time times day days ' +
    'night good bad well talk little bit sure yes feel felt feeling feelings being come comes came coming doing does went take took taking ' +
    'give gave keep kept something anything everything nothing someone somebody anyone everyone everybody nobody know knew known think thought ' +
    'thinking saying said tell told asked ask asking called call look looked looking find found happen happened work works worked morning ' +
    'month months year years hour hours minute minutes ago next last first second really still even just able let left leave long ' +
    'whole different important hard easy best better great nice fine sorry thank thanks guess hope goodness god honest honestly basically ' +
    'literally obviously probably maybe suppose mean idea part point kind sort people person life world stay side word words sentence number ' +
    'hundred two three four five seven eight nine ten half monday tuesday wednesday thursday friday saturday sunday session sessions ' +
    'never once twice least along whatever till heard back right open whatever twenty thirty forty fifty hundred sense matter hand way wrong true ' +
    'yesterday tonight became become made making having place end ended big small new old real moment bring brought hold held sit sat stand stood'
  ).split(/\s+/),
);

const CONTRACTED = /'(?:s|ve|re|d|ll|m|t)$|'$/;

/** A rough stem, enough to see that "emails" and "email", "planning" and "plan" are the same matter. */
export function stem(word: string): string {
  const plain = word.replace(CONTRACTED, '');
  if (plain.length <= 3) return plain;
  return plain
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^s])s$/, '$1')
    .replace(/(?<=.{3})(?:ations?|ing|ed)$/, '')
    .replace(/([bdgklmnprt])\1$/, '$1')
    .replace(/e$/, '');
}

const IRREGULAR: Readonly<Record<string, string>> = {
  swam: 'swim',
  swum: 'swim',
  wrote: 'writ',
  written: 'writ',
  ran: 'run',
  spoke: 'speak',
  spoken: 'speak',
};

/** Stems of the words of a text that carry content, in order, each once. `without` names words to leave out. */
export function termsOf(text: string, without: ReadonlySet<string> = new Set()): string[] {
  const terms = new Set<string>();
  for (const word of tokenize(text)) {
    const bare = word.replace(CONTRACTED, '');
    if (
      bare.length < 3 ||
      isFunctionWord(word) ||
      isFunctionWord(bare) ||
      LIGHT.has(bare) ||
      without.has(bare)
    )
      continue;
    terms.add(IRREGULAR[bare] ?? stem(bare));
  }
  return [...terms];
}

/** The people of a session, as words that name nobody in particular in it. */
export const namesOf = (...names: (string | null)[]): Set<string> =>
  new Set(names.flatMap((name) => (name ? tokenize(name) : [])));

import type { Line, SessionView } from '../session-view';

const FEMALE = new Set(
  'wife mum mom mother sister daughter girlfriend nan gran grandmother aunt niece fiancee'.split(' '),
);
const MALE = new Set('husband dad father brother son boyfriend grandad grandfather uncle nephew'.split(' '));
const ROLE =
  /\b(?:my|your|his|her) ((?:older |younger |little |big |eldest |youngest )?(?:wife|mum|mom|mother|sister|daughter|girlfriend|nan|gran|grandmother|aunt|husband|dad|father|brother|son|boyfriend|grandad|grandfather|uncle|boss|manager|supervisor|therapist|doctor|partner|friend|colleague))\b/g;
/** Capitalised words inside a sentence that are no names of people. */
const NOT_A_PERSON =
  /^(?:I|I'm|I've|I'll|I'd|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|English|Zoom|Slack|Teams|Google|Excel|God|Jesus|Mr|Mrs|Ms|Dr|TV|OK|HR|CEO|CV|AI|LinkedIn|Facebook|Instagram|WhatsApp)$/;

/** Names of people spoken of in a line, in order: capitalised words inside a sentence. */
export function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(/(?<=[a-z,;]\s)(\p{Lu}\p{Ll}{2,})(?:'s|\u2019s)?\b/gu)) {
    const name = match[1] ?? '';
    if (!NOT_A_PERSON.test(name)) names.push(name);
  }
  return names;
}

function isProper(view: SessionView, name: string): boolean {
  const lower = new RegExp(`\\b${name.toLowerCase()}\\b`);
  // A word that the session also writes small is no name.
  return !view.lines.some((line) => lower.test(line.text));
}

/**
 * Who "him" or "her" is in something said at `line`: the one person spoken of in it or shortly before, or `null` when
 * nobody or more than one fits. `own` are the names of coach and client.
 */
export function antecedent(
  view: SessionView,
  line: Line,
  pronoun: 'him' | 'her',
  own: readonly string[],
): string | null {
  // Somebody named in the same breath comes before somebody named a minute ago.
  const near = people(
    view,
    [line.text.slice(0, Math.max(0, line.lower.indexOf(` ${pronoun}`)))],
    pronoun,
    own,
  );
  if (near.size > 0) return near.size === 1 ? ([...near][0] ?? null) : null;
  const around = people(
    view,
    view.lines.slice(Math.max(0, line.index - 6), line.index).map((other) => other.text),
    pronoun,
    own,
  );
  return around.size === 1 ? ([...around][0] ?? null) : null;
}

function people(
  view: SessionView,
  texts: readonly string[],
  pronoun: 'him' | 'her',
  own: readonly string[],
): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (const name of namesIn(text)) {
      if (!own.includes(name) && isProper(view, name)) found.add(name);
    }
    for (const match of text.toLowerCase().matchAll(ROLE)) {
      const role = match[1] ?? '';
      const kin = role.split(' ').at(-1) ?? '';
      if (pronoun === 'her' ? FEMALE.has(kin) : MALE.has(kin)) found.add(`their ${role}`);
    }
  }
  return found;
}

const OBJECT =
  /\b(him|her)\b(?=\s*$|\s+(?:to|for|about|on|at|by|before|after|that|if|when|what|how|why|and|with|in|into|over|a|the|tomorrow|tonight|today|again|back|first|directly|whether|it|out|up)\b|[,.])/;

/** The phrase with its first "him" or "her" replaced by the person meant, where that is beyond doubt. */
export function resolved(view: SessionView, line: Line, phrase: string, own: readonly string[]): string {
  const match = OBJECT.exec(phrase);
  if (!match) return phrase;
  const person = antecedent(view, line, match[1] === 'him' ? 'him' : 'her', own);
  return person === null || phrase.includes(person) ? phrase : phrase.replace(OBJECT, person);
}

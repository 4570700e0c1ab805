import { dropInvisible, stripMarkup } from './markup';
import { isNonSpeech } from './non-speech';

/** A possible `Name: text`, judged by form alone. */
export interface LabelPrefix {
  label: string;
  rest: string;
}

/** Longest label believed to be a name; "Dr. Maria-Luisa van der Berg (Coach, she/her)" fits. */
const LONGEST_LABEL = 60;
const MOST_WORDS = 7;

/** Words that say who speaks rather than what is said. Accepted as labels even when they occur once. */
const ROLE_LABEL =
  /^(?:(?:co-?)?coach(?:ee)?|client|clientin|klient(?:in)?|kund(?:e|in)|cliente|therapist|therapeut(?:in)?|couns?ell?or|mentor|mentee|patient|interviewer|interviewee|facilitator|consultant|practitioner|moderator|supervisor|supervisee|supervisand|participant|host|guest|unknown(?: speaker)?|unidentified(?: speaker)?|spk|speaker|sprecher(?:in)?|person|user|participant|female|male|man|woman)(?:[ _-]?(?:\d{1,3}|[a-z]))?$/i;

/** Words of sentences and headings; a label that holds one is not a name. */
const NOT_NAMES = new Set(
  (
    'so but because if when what how why where who which that this these those here there it its is was were are am be been ' +
    'i you we they my your our their his her me him them us the an not no yes yeah yep okay ok well right sure oh ' +
    'like just then now today tomorrow yesterday again also plus meaning thing things point question questions answer answers problem reason ' +
    'note notes goal goals action actions date title time duration attendees participants invited subject location summary ' +
    'topic topics example tip warning update agenda transcript transcription recording language kind meeting http https re from to cc bcc ps ' +
    'first second third fourth finally lastly remember listen look chapter part section step option session week homework ' +
    'exercise task tasks theme themes takeaway takeaways insight insights reminder context background issue issues ' +
    'decision decisions outcome outcomes focus feeling need needs fear value values strengths weaknesses pros cons key idea ' +
    'plan result results version page file url link email phone tel keywords speakers next steps for of on in at with about into ' +
    'said say says saying told thought think do does did have has had can could would should really basically ' +
    "here's that's it's there's what's i'm i've you're we're let's don't bottom line only one two three words word " +
    'however anyway honestly maybe thanks hello hi hey sorry please ' +
    'monday tuesday wednesday thursday friday saturday sunday january february july september october november december'
  ).split(' '),
);

/** Small words that are parts of names. */
const NAME_PARTICLES = new Set(
  'de da do dos das del della di du van von der den ter ten la le el al bin ibn ben of and & e y und et zu zur iphone ipad phone'.split(
    ' ',
  ),
);

/**
 * Splits `Name: text` when what stands before the colon could be a label. The colon must be followed by white space
 * or end the line, so that `https://` and `10:30` are left alone.
 */
export function labelPrefix(line: string): LabelPrefix | null {
  let colon = line.indexOf(':');
  const wide = line.indexOf('：');
  let isWide = false;
  if (wide !== -1 && (colon === -1 || wide < colon)) {
    colon = wide;
    isWide = true;
  }
  if (colon < 1 || colon > LONGEST_LABEL + 6) return null;
  let after = line.slice(colon + 1);
  // Markdown: `**Name:** text`
  const markdown = /^\*{1,2}(?=\s|$)/.exec(after);
  if (markdown && line.startsWith('*')) after = after.slice(markdown[0].length);
  if (!isWide && after !== '' && !/^\s/.test(after)) return null;
  const label = tidyLabel(line.slice(0, colon));
  return label !== null ? { label, rest: after.trim() } : null;
}

/** A label without markup, list marks or brackets around it; `null` when its form rules a name out. */
export function tidyLabel(text: string): string | null {
  let label = dropInvisible(text)
    .replace(/[*_#`>]+/g, (marks) => (marks === '_' ? '_' : ' '))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-–—•]|\d{1,4}[.)])\s+/, '');
  const bracketed = /^[[({]([^[\](){}]+)[\])}]$/.exec(label);
  if (bracketed?.[1]) label = bracketed[1].trim();
  if (label === '' || label.length > LONGEST_LABEL || !/\p{L}/u.test(label)) return null;
  if (/[?!;"“”«»…=<>{}\\]/.test(label) || isNonSpeech(label)) return null;
  // A full stop or comma inside: only after a title or an initial, or between surname and first name.
  if (
    /[^\s.]{4,}\.\s/.test(label) ||
    label.replace(/\b(?:\p{L}|Jr|Sr|Dr|Mr|Mrs|Ms|Prof)\.$/u, '').endsWith('.')
  )
    return null;
  if (withoutParentheses(label).split(' ').length > MOST_WORDS) return null;
  return label;
}

function withoutParentheses(label: string): string {
  return (
    label
      .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || label
  );
}

export type LabelForm = 'role' | 'name' | 'letter' | 'loose' | 'no';

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

function isParticle(word: string): boolean {
  return NAME_PARTICLES.has(word.toLowerCase());
}

/** How much a label looks like the name of somebody who speaks. */
export function labelForm(label: string): LabelForm {
  const bare = withoutParentheses(label);
  if (ROLE_LABEL.test(bare)) return 'role';
  if (/^\p{Lu}\d?\.?$/u.test(bare)) return 'letter';
  const words = bare
    .replace(/[’]/g, "'")
    .split(/[\s,|/]+/)
    .filter((word) => word !== '');
  const rest = words.slice(1);
  if (ROLE_LABEL.test(words[0] ?? '') && words.length <= 3 && rest.every((word) => /^[\p{Lu}\d]/u.test(word)))
    return 'role';
  if (words.some((word) => NOT_NAMES.has(word.toLowerCase()) && !isParticle(word))) {
    // "So Yeon Kim", "Can Yılmaz": names that are also words are believed only where they recur.
    return words.length >= 2 && !words.some(isLower) ? 'loose' : 'no';
  }
  // Scripts without capitals: a long run before the colon is a sentence.
  if (!/[\p{Lu}\p{Ll}]/u.test(bare) && bare.length > 12) return 'no';
  return words.some((word) => isLower(word) && !isParticle(word)) ? 'loose' : 'name';
}

/**
 * Learns which `Name:` prefixes of a file are speakers. A prefix that recurs, or a file in which most parts carry one,
 * is evidence; "So here's the thing: …" is never one.
 */
export class LabelBook {
  private readonly counts = new Map<string, number>();
  private units = 0;
  private labelled = 0;
  private readonly certain = new Set<string>();

  /** Call once for every part of the file that could carry a label. */
  see(label: string | null): void {
    this.units++;
    if (label === null || labelForm(label) === 'no') return;
    this.labelled++;
    this.counts.set(label, (this.counts.get(label) ?? 0) + 1);
  }

  /** A label the syntax itself marks, such as `>> NAME:`. */
  trust(label: string): void {
    if (labelForm(label) !== 'no') this.certain.add(label);
  }

  accepts(label: string): boolean {
    if (this.certain.has(label)) return true;
    const form = labelForm(label);
    const count = this.counts.get(label) ?? 0;
    const density = this.units === 0 ? 0 : this.labelled / this.units;
    switch (form) {
      case 'no':
        return false;
      case 'role':
        return true;
      case 'letter':
        return count >= 2;
      case 'name':
        return count >= 2 || density >= 0.5 || /\s/.test(label);
      case 'loose':
        // `stokes`, `iPhone von Maria`: only where labels are the rule.
        return density >= 0.5 && (count >= 2 || density >= 0.8);
    }
  }

  count(label: string): number {
    return this.counts.get(label) ?? 0;
  }

  /** Labels that are accepted, most frequent first. */
  labels(): string[] {
    return [...this.counts.entries()]
      .filter(([label]) => this.accepts(label))
      .sort((a, b) => b[1] - a[1])
      .map(([label]) => label);
  }

  /** Share of the parts that carry a possible label. */
  get density(): number {
    return this.units === 0 ? 0 : this.labelled / this.units;
  }
}

/** A label as shown: markup and invisible characters removed. */
export function displayLabel(text: string): string {
  return dropInvisible(stripMarkup(text)).replace(/\s+/g, ' ').trim().slice(0, 120);
}

/** How surely a label names a person, 0..1, and whether it contradicts that it does. */
export interface PersonMatch {
  score: number;
  /** The label is a full name and another one. */
  isOther: boolean;
}

/** Parts of labels that are not names: devices, pronouns, roles in the meeting. */
const NOT_NAME =
  /^(?:speaker|spk|participant|person|channel|user|unknown|iphone|ipad|macbook|imac|mac|laptop|phone|android|galaxy|pixel|desktop|pc|computer|zoom|teams|meet|host|guest|me|you|organi[sz]er|presenter|presentation|unverified|external|he|him|his|she|her|hers|they|them|theirs|coach|coachee|client|klient|klientin|kunde|kundin|cliente|therapist|therapeut|therapeutin|patient|counsellor|counselor|berater|beraterin|interviewer|interviewee|facilitator|practitioner|mentor|mentee|supervisor|supervisee|supervisand|dr|mr|mrs|ms|miss|prof|phd|pcc|acc|mcc|von|de|s)$/;

/** Lower-case words of a name without accents; an ampersand or "and" means two people share a label. */
export function nameTokens(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .toLowerCase()
    .replace(/['’]s\b/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}

/** Name tokens of a label without devices, pronouns and the like. */
export function labelTokens(label: string): string[] {
  return nameTokens(label).filter((token) => !NOT_NAME.test(token) && !/^\d+$/.test(token));
}

/** Compares a label with one person's name and e-mail; accents, case and order do not matter. */
export function matchPerson(
  label: string,
  email: string | null,
  name: string | null,
  personEmail: string | null,
): PersonMatch {
  const address = personEmail?.trim().toLowerCase() ?? null;
  if (address !== null && address !== '') {
    if (email?.trim().toLowerCase() === address || label.toLowerCase().includes(address))
      return { score: 0.99, isOther: false };
  }
  const person = name === null ? [] : nameTokens(name).filter((token) => !NOT_NAME.test(token));
  // "(Acme Ltd)", "[she/her]": what stands in brackets is not the name.
  const mine = labelTokens(label.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' '));
  if (mine.length === 0) return { score: 0, isOther: false };
  const byAddress = address === null ? 0 : matchAddress(mine, address);
  if (person.length === 0) return { score: byAddress, isOther: false };
  const shared = mine.filter((token) => person.includes(token));
  const extra = mine.filter((token) => !person.includes(token));
  const missing = person.filter((token) => !mine.includes(token));
  let score = 0;
  if (shared.length > 0 && extra.length === 0 && missing.length === 0) score = 0.98;
  else if (shared.length >= 2 && extra.length <= 1 && missing.length === 0) score = 0.95;
  else if (shared.length >= 2 && extra.length === 0) score = 0.95;
  else if (shared.length === 1) score = partial(shared[0] ?? '', person, extra, missing);
  else if (extra.some((token) => person.some((other) => isShortForm(token, other))) && mine.length === 1)
    score = 0.7;
  const isOther =
    score < 0.5 && mine.length >= 1 && person.length >= 1 && mine.some((token) => token.length >= 3);
  return { score: Math.max(score, byAddress), isOther: isOther && byAddress < 0.5 };
}

function partial(
  shared: string,
  person: readonly string[],
  extra: readonly string[],
  missing: readonly string[],
): number {
  const isFirst = person[0] === shared;
  if (shared.length < 2) return 0;
  // "Maria", "Maria's iPhone"
  if (extra.length === 0) return isFirst ? 0.93 : 0.8;
  // "Maria L."
  const initials = extra.every(
    (token) => token.length === 1 && missing.some((other) => other.startsWith(token)),
  );
  if (initials) return isFirst ? 0.94 : 0.85;
  // The person is known by one name only: "Maria" and the label "Maria Lopez".
  if (missing.length === 0) return isFirst && extra.length <= 2 ? 0.92 : 0.6;
  // A different surname: somebody else, or a married name.
  return 0.3;
}

/** "Alex" for "Alexandra": likely, not certain. */
function isShortForm(token: string, full: string): boolean {
  return token.length >= 3 && full.length > token.length && full.startsWith(token);
}

function matchAddress(tokens: readonly string[], address: string): number {
  const local = nameTokens(address.split('@')[0] ?? '');
  const joined = local.join('');
  if (joined.length < 3) return 0;
  if (tokens.length >= 2 && tokens.every((token) => local.includes(token))) return 0.92;
  if (tokens.join('') === joined && joined.length >= 5) return 0.9;
  return 0;
}

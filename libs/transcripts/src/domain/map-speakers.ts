import { labelTokens, matchPerson, type PersonMatch } from './match-person';
import type { People, Segment, Speaker, SpeakerRole } from './types';
import { countWords } from './words';

/**
 * Confidence from which a role is taken without asking. A wrong role turns every finding upside down, a question costs
 * one click: only names, e-mail addresses and the words Coach or Client reach it, never behaviour alone.
 */
export const CERTAIN = 0.9;

/** Label of speech whose source names nobody. */
export const UNKNOWN_SPEAKER = 'Unknown speaker';

/** Most that questions and pronouns can tell. */
const MOST_FROM_BEHAVIOUR = 0.85;
/** Being the meeting's host, alone and together with asking the questions. */
const HOST_ALONE = 0.75;
const HOST_AND_QUESTIONS = 0.9;

const COACH_WORD = /^(?:(?:co-?)?coach|therapist|therapeut(?:in)?|couns?ell?or|interviewer|facilitator|mentor|practitioner|supervisor|berater(?:in)?)$/;
const CLIENT_WORD = /^(?:client|clientin|klient(?:in)?|coachee|cliente|kund(?:e|in)|patient|interviewee|mentee|supervisee|supervisand)$/;
const BOT =
  /\b(?:note ?-?taker|notetaker|otter ?pilot|otter\.ai|fireflies(?:\.ai)?|read\.ai|meetgeek|tl;?dv|fathom\.video|recording bot|meeting bot|transcription bot|recall\.ai|zoom ai|ai companion|ai assistant)\b|['’]s presentation$|^(?:otter|fathom|fireflies|avoma|gong|grain|sembly|supernormal|krisp|circleback|granola|copilot|gemini|recorder|system|narrator|operator)$/i;

/** Wordings that ask or invite, for transcripts without punctuation. */
const ASKING =
  /\b(?:what|how|where|who|which|why|when)(?:'s| (?:is|are|was|were|do|did|does|would|could|can|will|might|else|about|kind|makes?|made|has|have|if))\b|\b(?:do|did|are|have|would|could|can|were|will) you\b|\btell me\b/i;
const YOU = /\b(?:you|your|you're|yourself|you've|you'd)\b/gi;
const ME = /\b(?:i|my|me|i'm|i've|i'd|myself|i'll)\b/gi;

/** What one speaker did in the session. */
interface Talk {
  label: string;
  email: string | null;
  isHost: boolean;
  utterances: number;
  words: number;
  /** Utterances that ask, with or without a question mark. */
  asking: number;
  /** "You" and "your" against "I" and "my": who the talk is about. */
  you: number;
  me: number;
}

interface Guess {
  role: SpeakerRole | null;
  confidence: number;
  /** A bot or a shared screen: nobody whose role matters. */
  isBot?: boolean;
}

export interface SpeakerMap {
  speakers: Speaker[];
  needsConfirmation: boolean;
}

/** Whatever has words of a speaker: merged utterances, in order. */
export interface SpokenPart {
  label: string;
  text: string;
}

/**
 * Guesses who is coach and who is client: by name and e-mail, the words Coach and Client, the host of the meeting, and
 * last by who asks the questions. More than two speakers are possible.
 */
export function mapSpeakers(parts: readonly SpokenPart[], segments: readonly Segment[], people: People): SpeakerMap {
  const talks = talksOf(parts, segments);
  const guesses = new Map<string, Guess>();
  for (const talk of talks) guesses.set(talk.label, fromLabel(talk, people));
  const real = talks.filter((talk) => !guesses.get(talk.label)?.isBot);
  if (real.length === 2) completePair(real, guesses, people);
  else if (real.length > 2) completeGroup(real, guesses);
  const speakers = talks.map((talk): Speaker => {
    const guess = guesses.get(talk.label) ?? { role: null, confidence: 0 };
    return {
      label: talk.label,
      role: guess.role,
      confidence: Math.round(guess.confidence * 100) / 100,
      utteranceCount: talk.utterances,
    };
  });
  const roles = real.map((talk) => guesses.get(talk.label));
  const isCertain =
    real.length >= 2 &&
    roles.every((guess) => guess !== undefined && guess.role !== null && guess.confidence >= CERTAIN) &&
    roles.some((guess) => guess?.role === 'coach') &&
    roles.some((guess) => guess?.role === 'client');
  return { speakers, needsConfirmation: !isCertain };
}

function talksOf(parts: readonly SpokenPart[], segments: readonly Segment[]): Talk[] {
  const talks = new Map<string, Talk>();
  for (const part of parts) {
    let talk = talks.get(part.label);
    if (!talk) talks.set(part.label, (talk = { label: part.label, email: null, isHost: false, utterances: 0, words: 0, asking: 0, you: 0, me: 0 }));
    talk.utterances++;
    talk.words += countWords(part.text);
    const text = part.text.replace(/’/g, "'");
    if (part.text.includes('?') || ASKING.test(text)) talk.asking++;
    talk.you += text.match(YOU)?.length ?? 0;
    talk.me += text.match(ME)?.length ?? 0;
  }
  for (const segment of segments) {
    const talk = talks.get(segment.label ?? UNKNOWN_SPEAKER);
    if (!talk) continue;
    talk.email ??= segment.email ?? null;
    if (segment.isHost) talk.isHost = true;
  }
  return [...talks.values()];
}

function fromLabel(talk: Talk, people: People): Guess {
  if (talk.label === UNKNOWN_SPEAKER) return { role: null, confidence: 0 };
  if (BOT.test(talk.label)) return { role: 'other', confidence: 0.97, isBot: true };
  const word = roleWord(talk.label);
  const coach = matchPerson(talk.label, talk.email, people.coachName, people.coachEmail);
  const client = matchPerson(talk.label, talk.email, people.clientName, people.clientEmail);
  const name = nameGuess(coach, client);
  if (word && name.role !== null && name.confidence >= 0.5) {
    // "Maria (Client)" with a coach called Maria: the two do not agree, so ask.
    return name.role === word.role ? { role: word.role, confidence: 0.98 } : { role: word.role, confidence: 0.6 };
  }
  if (!word) return name;
  // "Coach Schmidt" where the coach is called Meyer.
  const known = word.role === 'coach' ? coach : client;
  return known.isOther && labelTokens(talk.label).length > 0 ? { role: word.role, confidence: 0.7 } : word;
}

function nameGuess(coach: PersonMatch, client: PersonMatch): Guess {
  const best = Math.max(coach.score, client.score);
  if (best === 0) return { role: null, confidence: 0 };
  const role: SpeakerRole = coach.score >= client.score ? 'coach' : 'client';
  const second = Math.min(coach.score, client.score);
  // Coach and client share the name that was matched.
  if (second > 0.5 && best - second < 0.1) return { role: coach.score === client.score ? null : role, confidence: 0.4 };
  return best < 0.5 ? { role: null, confidence: 0 } : { role, confidence: best };
}

/** The words Coach, Client, Therapist …: alone, first, or in brackets. */
function roleWord(label: string): { role: SpeakerRole; confidence: number } | null {
  const lower = label.toLowerCase();
  const bracket = /[([]([^()[\]]+)[)\]]\s*$/.exec(lower)?.[1] ?? /\s[-–—|/,]\s*([\p{L}-]+)\s*$/u.exec(lower)?.[1];
  const words = lower.replace(/[([].*$/, '').split(/[\s_]+/).filter((word) => word !== '');
  const candidates: [string | undefined, number][] = [
    [bracket?.trim().split(/[\s,/]+/)[0], 0.97],
    [words[0], words.length <= 2 ? 0.97 : 0.92],
    // "Maria Coach"
    [words.length > 1 ? words[words.length - 1] : undefined, 0.85],
  ];
  for (const [word, confidence] of candidates) {
    const bare = word?.replace(/['’]s$/, '') ?? '';
    if (COACH_WORD.test(bare)) return { role: 'coach', confidence };
    if (CLIENT_WORD.test(bare)) return { role: 'client', confidence };
  }
  return null;
}

/** Two people: who one of them is says who the other is, unless the other is called something else. */
function completePair(real: readonly Talk[], guesses: Map<string, Guess>, people: People): void {
  const [a, b] = real;
  if (!a || !b) return;
  const one = guesses.get(a.label) ?? { role: null, confidence: 0 };
  const two = guesses.get(b.label) ?? { role: null, confidence: 0 };
  if (one.role !== null && one.role === two.role) {
    // Both look like the same person: at most one is.
    const weaker = one.confidence < two.confidence ? a : b;
    guesses.set(weaker.label, { role: one.role === 'coach' ? 'client' : 'coach', confidence: 0.5 });
    return;
  }
  if (one.role !== null && two.role !== null) return;
  if (one.role === null && two.role === null) return behave(a, b, guesses);
  const known = one.role === null ? two : one;
  const other = one.role === null ? a : b;
  if (other.label === UNKNOWN_SPEAKER || known.role === 'other') return;
  const role: SpeakerRole = known.role === 'coach' ? 'client' : 'coach';
  const match =
    role === 'client'
      ? matchPerson(other.label, other.email, people.clientName, people.clientEmail)
      : matchPerson(other.label, other.email, people.coachName, people.coachEmail);
  // A stranger's name where the client's is known: perhaps another client's transcript.
  guesses.set(other.label, { role, confidence: match.isOther ? Math.min(0.6, known.confidence) : Math.min(0.92, known.confidence) });
}

/** Nothing but behaviour (and who is host) tells the two apart. */
function behave(a: Talk, b: Talk, guesses: Map<string, Guess>): void {
  if (a.label === UNKNOWN_SPEAKER || b.label === UNKNOWN_SPEAKER) return;
  const evidence = coachEvidence(a, b);
  let coach = evidence >= 0 ? a : b;
  let confidence = 0.5 + Math.abs(evidence);
  if (a.isHost !== b.isHost) {
    const host = a.isHost ? a : b;
    const agrees = host === coach;
    confidence = agrees ? (confidence >= 0.75 ? HOST_AND_QUESTIONS : 0.85) : Math.max(0.5, HOST_ALONE - Math.abs(evidence));
    coach = host;
  }
  guesses.set(coach.label, { role: 'coach', confidence });
  guesses.set((coach === a ? b : a).label, { role: 'client', confidence });
}

/**
 * Above zero where `a` is the coach: who asks more and speaks of "you" rather than "I". On 93 motivational-interviewing
 * dialogues (AnnoMI) the two together were right in 92, the pronouns alone in 93; who talks less was right in 59 only
 * and is left out.
 */
function coachEvidence(a: Talk, b: Talk): number {
  const size = Math.min(1, (a.utterances + b.utterances) / 20);
  return (MOST_FROM_BEHAVIOUR - 0.5) * Math.tanh((coachScore(a) - coachScore(b)) / 1.5) * size;
}

function coachScore(talk: Talk): number {
  return Math.log((talk.asking + 0.5) / (talk.utterances + 2)) + Math.log((talk.you + 2) / (talk.me + 2));
}

/** Couples and teams: whoever is not recognised is asked about. */
function completeGroup(real: readonly Talk[], guesses: Map<string, Guess>): void {
  const hasCoach = real.some((talk) => guesses.get(talk.label)?.role === 'coach');
  const open = real.filter((talk) => guesses.get(talk.label)?.role === null && talk.label !== UNKNOWN_SPEAKER);
  const total = real.reduce((sum, talk) => sum + talk.words, 0);
  const host = real.filter((talk) => talk.isHost);
  if (!hasCoach && open.length > 0) {
    const candidates = host.length === 1 && host[0] && open.includes(host[0]) ? host : open.filter((talk) => talk.words >= total * 0.05);
    const coach = [...candidates].sort((x, y) => coachScore(y) - coachScore(x))[0];
    if (coach) guesses.set(coach.label, { role: 'coach', confidence: 0.5 });
  }
  for (const talk of open) {
    if (guesses.get(talk.label)?.role !== null) continue;
    guesses.set(talk.label, talk.words >= total * 0.1 ? { role: 'client', confidence: 0.5 } : { role: 'other', confidence: 0.5 });
  }
}

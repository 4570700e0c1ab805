import { type Guess, roleOfLabel, UNKNOWN_SPEAKER } from './label-role';
import { matchPerson } from './match-person';
import type { People, Segment, Speaker, SpeakerRole } from './types';
import { countWords } from './words';

/**
 * Confidence from which a role is taken without asking. A wrong role turns every finding upside down, a question costs
 * one click: only names, e-mail addresses and the words Coach or Client reach it, never behaviour alone.
 */
export const CERTAIN = 0.9;

/** Most that questions and pronouns can tell. */
const MOST_FROM_BEHAVIOUR = 0.85;
/** Being the meeting's host, alone and together with asking the questions. */
const HOST_ALONE = 0.75;
const HOST_AND_QUESTIONS = 0.9;

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
export function mapSpeakers(
  parts: readonly SpokenPart[],
  segments: readonly Segment[],
  people: People,
): SpeakerMap {
  const talks = talksOf(parts, segments);
  const guesses = new Map<string, Guess>();
  for (const talk of talks) guesses.set(talk.label, roleOfLabel(talk, people));
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
    if (!talk)
      talks.set(
        part.label,
        (talk = {
          label: part.label,
          email: null,
          isHost: false,
          utterances: 0,
          words: 0,
          asking: 0,
          you: 0,
          me: 0,
        }),
      );
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
  guesses.set(other.label, {
    role,
    confidence: match.isOther ? Math.min(0.6, known.confidence) : Math.min(0.92, known.confidence),
  });
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
    confidence = agrees
      ? confidence >= 0.75
        ? HOST_AND_QUESTIONS
        : 0.85
      : Math.max(0.5, HOST_ALONE - Math.abs(evidence));
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
  const open = real.filter(
    (talk) => guesses.get(talk.label)?.role === null && talk.label !== UNKNOWN_SPEAKER,
  );
  const total = real.reduce((sum, talk) => sum + talk.words, 0);
  const host = real.filter((talk) => talk.isHost);
  if (!hasCoach && open.length > 0) {
    const candidates =
      host.length === 1 && host[0] && open.includes(host[0])
        ? host
        : open.filter((talk) => talk.words >= total * 0.05);
    const coach = [...candidates].sort((x, y) => coachScore(y) - coachScore(x))[0];
    if (coach) guesses.set(coach.label, { role: 'coach', confidence: 0.5 });
  }
  for (const talk of open) {
    if (guesses.get(talk.label)?.role !== null) continue;
    guesses.set(
      talk.label,
      talk.words >= total * 0.1 ? { role: 'client', confidence: 0.5 } : { role: 'other', confidence: 0.5 },
    );
  }
}

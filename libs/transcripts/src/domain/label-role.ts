import { labelTokens, matchPerson, type PersonMatch } from './match-person';
import type { People, SpeakerRole } from './types';

/** Label of speech whose source names nobody. */
export const UNKNOWN_SPEAKER = 'Unknown speaker';

const COACH_WORD =
  /^(?:(?:co-?)?coach|therapist|therapeut(?:in)?|couns?ell?or|interviewer|facilitator|mentor|practitioner|supervisor|berater(?:in)?)$/;
const CLIENT_WORD =
  /^(?:client|clientin|klient(?:in)?|coachee|cliente|kund(?:e|in)|patient|interviewee|mentee|supervisee|supervisand)$/;
const BOT =
  /\b(?:note ?-?taker|notetaker|otter ?pilot|otter\.ai|fireflies(?:\.ai)?|read\.ai|meetgeek|tl;?dv|fathom\.video|recording bot|meeting bot|transcription bot|recall\.ai|zoom ai|ai companion|ai assistant)\b|^(?:otter|fathom|fireflies|avoma|gong|grain|sembly|supernormal|krisp|circleback|granola|copilot|gemini|recorder|system|narrator|operator)$/i;

/** A role and how sure it is, 0..1. */
export interface Guess {
  role: SpeakerRole | null;
  confidence: number;
  /** A note-taker or recorder: nobody whose role matters. */
  isBot?: boolean;
}

/** What a label alone, and the speaker's e-mail address, say about the role. */
export function roleOfLabel(talk: { label: string; email: string | null }, people: People): Guess {
  if (talk.label === UNKNOWN_SPEAKER) return { role: null, confidence: 0 };
  if (BOT.test(talk.label)) return { role: 'other', confidence: 0.97, isBot: true };
  const word = roleWord(talk.label);
  const coach = matchPerson(talk.label, talk.email, people.coachName, people.coachEmail);
  const client = matchPerson(talk.label, talk.email, people.clientName, people.clientEmail);
  const name = nameGuess(coach, client);
  if (word && name.role !== null && name.confidence >= 0.5) {
    // "Maria (Client)" with a coach called Maria: the two do not agree, so ask.
    return name.role === word.role
      ? { role: word.role, confidence: 0.98 }
      : { role: word.role, confidence: 0.6 };
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
  if (second > 0.5 && best - second < 0.1)
    return { role: coach.score === client.score ? null : role, confidence: 0.4 };
  return best < 0.5 ? { role: null, confidence: 0 } : { role, confidence: best };
}

/** The words Coach, Client, Therapist …: alone, first, or in brackets. */
function roleWord(label: string): { role: SpeakerRole; confidence: number } | null {
  const lower = label.toLowerCase();
  const bracket =
    /[([]([^()[\]]+)[)\]]\s*$/.exec(lower)?.[1] ?? /\s[-–—|/,]\s*([\p{L}-]+)\s*$/u.exec(lower)?.[1];
  const words = lower
    .replace(/[([].*$/, '')
    .split(/[\s_]+/)
    .filter((word) => word !== '');
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

import { applyRoles, type AssembledTranscript, type SpeakerRole, type Utterance } from '@app/transcripts';

export interface NamedSpeaker {
  label: string;
  role: SpeakerRole | null;
  confidence: number;
  utteranceCount: number;
}

export interface RoleChoice {
  utterances: Utterance[];
  speakers: NamedSpeaker[];
  /** First names as spoken, where a label or an option gives one. */
  coachName: string | null;
  clientName: string | null;
  /** One plain sentence when the roles are a guess; `null` when they are certain. */
  note: string | null;
}

/** A name was given that no speaker carries. */
export class SpeakerNotFound extends Error {
  readonly code = 'speakers.not_found';
}

const GENERIC =
  /^(?:unknown|speaker|participant|user|guest|person|voice|coach|client|coachee|therapist|counsell?or|interviewer|interviewee|patient|spk|s)[\s_-]*(?:\d+|[a-z])?$|speaker|^\d+$|@/i;

function words(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** 2 when the label has every part of the name, 1 when the label is a part of it ("Dana" for Dana Whitfield), else 0. */
function carries(label: string, name: string): number {
  const own = words(label);
  const wanted = words(name);
  if (own.length === 0 || wanted.length === 0) return 0;
  if (wanted.every((word) => own.includes(word))) return 2;
  return own.every((word) => wanted.includes(word)) ? 1 : 0;
}

/** The first name in a label, `null` for "Speaker 1" or "Coach". */
export function firstNameIn(label: string): string | null {
  const bare = label.replace(/[([].*$/, '').trim();
  const first = bare.includes(',')
    ? (bare.split(',')[1]?.trim().split(/\s+/)[0] ?? '')
    : (bare.split(/\s+/)[0] ?? '');
  if (GENERIC.test(bare) || GENERIC.test(first) || !/^\p{Lu}[\p{L}'\u2019-]+$/u.test(first)) return null;
  return first;
}

/**
 * Who is coach and who is client: by the names given, else by what the transcript itself tells, else the best guess,
 * which is then said.
 *
 * @throws SpeakerNotFound when a name was given that no speaker carries
 */
export function chooseRoles(
  transcript: AssembledTranscript,
  coach: string | null,
  client: string | null,
): RoleChoice {
  const speakers: NamedSpeaker[] = transcript.speakers.map((speaker) => ({ ...speaker }));
  const named = (name: string | null): NamedSpeaker | null =>
    name === null
      ? null
      : (speakers.find((speaker) => carries(speaker.label, name) === 2) ??
        speakers.find((speaker) => carries(speaker.label, name) === 1) ??
        null);
  const asCoach = named(coach);
  const asClient = named(client);
  if (coach !== null && !asCoach && speakers.every((speaker) => firstNameIn(speaker.label) !== null)) {
    throw new SpeakerNotFound(
      `Nobody in this transcript is called "${coach}". It names ${speakers.map((speaker) => speaker.label).join(', ')}.`,
    );
  }
  const others = (one: NamedSpeaker): NamedSpeaker[] =>
    speakers.filter((other) => other !== one && other.role !== 'other');
  const settle = (one: NamedSpeaker, role: 'coach' | 'client'): void => {
    one.role = role;
    one.confidence = 1;
    const rest = others(one);
    for (const other of rest) {
      if (rest.length === 1 || other.role === role) {
        other.role = role === 'coach' ? 'client' : 'coach';
        other.confidence = Math.max(other.confidence, rest.length === 1 ? 1 : 0.5);
      }
    }
  };
  if (asCoach) settle(asCoach, 'coach');
  if (asClient) settle(asClient, 'client');
  const settled = asCoach !== null || asClient !== null;
  const coaches = speakers.filter((speaker) => speaker.role === 'coach');
  const clients = speakers.filter((speaker) => speaker.role === 'client');
  let note: string | null = null;
  if (coaches.length === 0 || clients.length === 0) {
    note =
      'The speakers could not be told apart as coach and client, so nothing was analysed. Name the coach with --coach NAME.';
  } else if (!settled && transcript.needsConfirmation) {
    note = `The roles are a guess: ${coaches[0]?.label ?? ''} is read as the coach. If that is wrong, name the coach with --coach NAME.`;
  }
  const nameOf = (given: string | null, found: readonly NamedSpeaker[]): string | null =>
    given !== null
      ? words(given).length > 0
        ? (firstNameIn(given) ?? given.split(/\s+/)[0] ?? null)
        : null
      : found.length === 1 && found[0]
        ? firstNameIn(found[0].label)
        : null;
  return {
    utterances: applyRoles(transcript.utterances, speakers),
    speakers,
    coachName: nameOf(coach, coaches),
    clientName: nameOf(client, clients),
    note,
  };
}

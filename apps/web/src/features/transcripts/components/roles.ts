import type { Speaker, SpeakerChoice, SpeakerRole } from '~/api/types';

/** The roles to choose from, in the coach's words. */
export function roleOptions(clientName: string): { value: SpeakerRole; label: string }[] {
  return [
    { value: 'coach', label: 'You, the coach' },
    { value: 'client', label: clientName },
    { value: 'other', label: 'Someone else' },
  ];
}

/** How sure the guess is, in words. */
export function guessWords(speaker: Speaker): string {
  if (speaker.role === null) return 'Could be anyone';
  if (speaker.confidence >= 0.9) return 'Almost certain';
  return speaker.confidence >= 0.7 ? 'Likely' : 'A guess';
}

/** The roles as guessed, as a start for the coach's choice. */
export function guessedRoles(speakers: readonly Speaker[]): Record<string, SpeakerRole | null> {
  return Object.fromEntries(speakers.map(({ label, role }) => [label, role]));
}

/** Coach and client exchanged, everybody else as they are. */
export function swapped(roles: Record<string, SpeakerRole | null>): Record<string, SpeakerRole | null> {
  const other = { coach: 'client', client: 'coach' } as const;
  return Object.fromEntries(
    Object.entries(roles).map(([label, role]) => [
      label,
      role === 'coach' || role === 'client' ? other[role] : role,
    ]),
  );
}

/** The choice as the API takes it, or what is still missing. */
export function completeChoice(roles: Record<string, SpeakerRole | null>): SpeakerChoice[] | string {
  const choice: SpeakerChoice[] = [];
  for (const [label, role] of Object.entries(roles)) {
    if (role === null) return `Please say who “${label}” is.`;
    choice.push({ label, role });
  }
  if (!choice.some(({ role }) => role === 'coach')) return 'One of them has to be you, the coach.';
  if (!choice.some(({ role }) => role === 'client')) return 'One of them has to be the client.';
  return choice;
}

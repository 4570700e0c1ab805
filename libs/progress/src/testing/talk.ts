import { codeSession, type CodedSession } from '@app/utterance-coding';

/** A coded session from lines of "C: …" (coach) and "K: …" (client). */
export function talk(...lines: string[]): CodedSession {
  return codeSession(
    lines.map((line, index) => ({
      sequenceNumber: index + 1,
      speakerType: line.startsWith('C:') ? ('coach' as const) : ('client' as const),
      text: line.slice(2).trim(),
      start: null,
      end: null,
    })),
    { coachName: 'Dana', clientName: 'Ola' },
  );
}

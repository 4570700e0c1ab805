import type { Analysis } from './analysis';

const clock = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60);
  return `${String(minutes)}:${String(whole % 60).padStart(2, '0')}`;
};

/** `#12 at 3:41`, or `#12` where the source has no times. */
export function placeOf(analysis: Analysis, sequenceNumber: number): string {
  const start =
    analysis.coded.utterances.find((utterance) => utterance.sequenceNumber === sequenceNumber)?.start ?? null;
  return start === null ? `#${String(sequenceNumber)}` : `#${String(sequenceNumber)} at ${clock(start)}`;
}

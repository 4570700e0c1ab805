import type { Utterance } from './types';

const clock = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((n) =>
    String(n).padStart(2, '0'),
  );
  return parts.join(':');
};

/** A transcript as plain text: one line per utterance, `[00:01:02] Name: words`. */
export const renderText = (utterances: Pick<Utterance, 'speakerLabel' | 'textRaw' | 'start'>[]): string =>
  utterances
    .map(
      ({ speakerLabel, textRaw, start }) =>
        `${start === null ? '' : `[${clock(start)}] `}${speakerLabel}: ${textRaw}`,
    )
    .join('\n');

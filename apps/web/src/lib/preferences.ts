import { useLocalStorage } from '@mantine/hooks';

/** Whether the emotion line is drawn beside a transcript. Kept in this browser. */
export const useEmotionLine = () =>
  useLocalStorage({ key: 'journeyloop.emotion-line', defaultValue: true, getInitialValueInEffect: false });

/** Whether single letters (j, k, a, d, e) act on the session page. Kept in this browser. */
export const useLetterKeys = () =>
  useLocalStorage({ key: 'journeyloop.letter-keys', defaultValue: true, getInitialValueInEffect: false });

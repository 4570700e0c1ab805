import { Stack, Switch } from '@mantine/core';
import { useEmotionLine, useLetterKeys } from '~/lib/preferences';
import { Section } from './section';

export function ReadingSection() {
  const [line, setLine] = useEmotionLine();
  const [letters, setLetters] = useLetterKeys();
  return (
    <Section title="Reading" note="Kept in this browser.">
      <Stack gap="md">
        <Switch
          label="Emotion line beside the transcript"
          description="What the client’s language suggests; made from words alone, never from voice or face."
          checked={line}
          onChange={(event) => setLine(event.currentTarget.checked)}
        />
        <Switch
          label="Single-letter keys on the session page"
          description="j and k walk the signals; a, d and e agree, dismiss and edit."
          checked={letters}
          onChange={(event) => setLetters(event.currentTarget.checked)}
        />
      </Stack>
    </Section>
  );
}

import { Text, Title } from '@mantine/core';
import type { Session } from '~/api/types';
import { firstName } from '~/lib/words';
import classes from './panel.module.css';
import { UploadPanel } from './upload-panel';

/** A transcript without names cannot be analysed: says so, and takes another one. */
export function OneVoice({ session }: { session: Session }) {
  return (
    <section aria-labelledby="one-voice">
      <Title order={2} id="one-voice" className={classes.title}>
        You and {firstName(session.client_name)} cannot be told apart
      </Title>
      <Text mb="md" maw="62ch">
        Everything in this file stands under one name, or none. It can be read below, but not analysed. Add
        the same session from a source that names its speakers, or paste it with a name before each line.
      </Text>
      <UploadPanel session={session} />
    </section>
  );
}

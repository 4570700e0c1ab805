import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Session, Utterance } from '~/api/types';
import { ProblemNote } from '~/components/problem-note';
import { firstName } from '~/lib/words';
import { useConfirmSpeakers } from '../api/use-confirm-speakers';
import classes from './panel.module.css';
import { UploadPanel } from './upload-panel';

interface OneVoiceProps {
  session: Session;
  utterances: readonly Utterance[];
}

type Voice = 'coach' | 'client';

/** A transcript without names: the coach says line by line who speaks, or brings a file that knows. */
export function OneVoice({ session, utterances }: OneVoiceProps) {
  const confirm = useConfirmSpeakers();
  const [changed, setChanged] = useState<Record<number, Voice>>({});
  const [another, setAnother] = useState(false);
  const client = firstName(session.client_name);
  const voiceOf = (line: Utterance): Voice => changed[line.sequence_number] ?? guess(line);
  const voices = new Set(utterances.map(voiceOf));

  const submit = () =>
    confirm.mutate({
      sessionId: session.id,
      speakers: [
        { label: 'Coach', role: 'coach' },
        { label: 'Client', role: 'client' },
      ],
      utterances: utterances.map((line) => ({
        sequence_number: line.sequence_number,
        label: voiceOf(line) === 'coach' ? 'Coach' : 'Client',
      })),
    });

  return (
    <section className={classes.panel} aria-labelledby="one-voice">
      <Title order={2} id="one-voice" className={classes.title}>
        Who says what?
      </Title>
      <Text mb="md" maw="62ch">
        This file does not say who speaks. Questions are taken for yours, the rest for {client}’s: go through
        the lines and change what is wrong. Nothing is analysed until you have confirmed.
      </Text>
      <ol className={classes.voices} aria-label="Lines of the transcript">
        {utterances.map((line) => {
          const voice = voiceOf(line);
          const name = voice === 'coach' ? 'You' : client;
          return (
            <li key={line.id}>
              <Button
                size="compact-sm"
                variant={voice === 'coach' ? 'light' : 'default'}
                aria-label={`Line ${line.sequence_number} is spoken by ${name}. Change`}
                onClick={() =>
                  setChanged((old) => ({
                    ...old,
                    [line.sequence_number]: voice === 'coach' ? 'client' : 'coach',
                  }))
                }
              >
                {name}
              </Button>
              <span className={classes.sample}>{line.text_clean}</span>
            </li>
          );
        })}
      </ol>
      {voices.size < 2 && (
        <Text role="alert" size="sm" mb="sm">
          A session has two sides: give at least one line to each of you.
        </Text>
      )}
      <ProblemNote error={confirm.error} />
      <Group mt="sm">
        <Button onClick={submit} loading={confirm.isPending} disabled={voices.size < 2}>
          Confirm and analyse
        </Button>
        <Button variant="default" onClick={() => setAnother(!another)} aria-expanded={another}>
          Use another file
        </Button>
      </Group>
      {another && <UploadPanel session={session} />}
    </section>
  );
}

/** A first guess, to be looked at: whoever asks is mostly the coach. */
const guess = (line: Utterance): Voice => (/\?["”’)]*\s*$/.test(line.text_clean) ? 'coach' : 'client');

import { Button, Group, Select, Text, Title } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import type { Session, SpeakerRole, Utterance } from '~/api/types';
import { ProblemNote } from '~/components/problem-note';
import { plural } from '~/lib/words';
import { useConfirmSpeakers } from '../api/use-confirm-speakers';
import classes from './panel.module.css';
import { completeChoice, guessedRoles, guessWords, roleOptions, swapped } from './roles';

interface SpeakerPanelProps {
  session: Session;
  utterances: readonly Utterance[];
  onDone?: () => void;
}

/** Asks who is who before anything is analysed. Also used to correct it later. */
export function SpeakerPanel({ session, utterances, onDone }: SpeakerPanelProps) {
  const speakers = session.transcript?.speakers ?? [];
  const confirm = useConfirmSpeakers();
  const [roles, setRoles] = useState(() => guessedRoles(speakers));
  const [missing, setMissing] = useState<string | null>(null);
  const options = roleOptions(session.client_name);
  const waiting = session.transcript?.needs_confirmation ?? false;

  const submit = () => {
    const choice = completeChoice(roles);
    if (typeof choice === 'string') return setMissing(choice);
    setMissing(null);
    confirm.mutate({ sessionId: session.id, speakers: choice }, { onSuccess: () => onDone?.() });
  };

  return (
    <section className={classes.panel} aria-labelledby="who-speaks">
      <Title order={2} id="who-speaks" className={classes.title}>
        Who is speaking?
      </Title>
      <Text mb="md" maw="62ch">
        {waiting
          ? 'The names in this transcript do not say it clearly. Nothing is analysed until you have confirmed.'
          : 'Correct it here if it is wrong. The analysis is made anew.'}
      </Text>
      {speakers.map((speaker) => (
        <div key={speaker.label} className={classes.speaker}>
          <div>
            <p>
              <span className={classes.label}>{speaker.label}</span>{' '}
              <span className={classes.hint}>{plural(speaker.utterance_count, 'utterance')}</span>
            </p>
            {samples(utterances, speaker.label).map((line) => (
              <p key={line} className={classes.sample}>
                {line}
              </p>
            ))}
          </div>
          <Select
            label={<span className="visually-hidden">{speaker.label} is</span>}
            description={guessWords(speaker)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            size="sm"
            data={options}
            placeholder="Please choose"
            allowDeselect={false}
            value={roles[speaker.label] ?? null}
            onChange={(role) => setRoles((old) => ({ ...old, [speaker.label]: role as SpeakerRole | null }))}
          />
        </div>
      ))}
      {missing && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)" mb="sm">
          {missing}
        </Text>
      )}
      <ProblemNote error={confirm.error} />
      <Group mt="sm">
        <Button onClick={submit} loading={confirm.isPending}>
          {waiting ? 'Confirm and analyse' : 'Save and analyse anew'}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={18} stroke={1.6} />}
          onClick={() => setRoles(swapped)}
        >
          Swap coach and client
        </Button>
        {!waiting && onDone && (
          <Button variant="subtle" color="gray" onClick={onDone}>
            Cancel
          </Button>
        )}
      </Group>
    </section>
  );
}

/** Up to two lines that give a speaker away: the first of some length. */
function samples(utterances: readonly Utterance[], label: string): string[] {
  const own = utterances.filter((utterance) => utterance.speaker_label === label);
  const long = own.filter((utterance) => utterance.text_clean.length > 45);
  return [...new Set((long.length ? long : own).slice(0, 2).map((utterance) => utterance.text_clean))];
}

import { Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useCoach } from '~/app/require-coach';
import type { Client } from '~/api/types';
import { say, sayProblem } from '~/components/notices';
import { fullDay, shortDay, todayIn } from '~/lib/time';
import { useUpdateClient } from '../api/use-update-client';
import classes from './client-facts.module.css';

/** The client's consent as the coach recorded it, with a way to record or withdraw it. */
export function ConsentControl({ client }: { client: Client }) {
  const update = useUpdateClient(client.id);
  const today = todayIn(useCoach().time_zone);
  const [opened, setOpened] = useState(false);
  const [day, setDay] = useState(today);

  const record = () => {
    setOpened(false);
    update.mutate(
      { has_consented: true, consent_recorded_on: day },
      {
        onSuccess: () => say(`Consent recorded on ${shortDay(day, today)}.`),
        onError: (error) => sayProblem('The consent was not recorded', error),
      },
    );
  };
  const withdraw = () => {
    const before = { has_consented: true, consent_recorded_on: client.consent_recorded_on ?? undefined };
    update.mutate(
      { has_consented: false },
      {
        onSuccess: () =>
          say('Consent withdrawn. Nothing more will be analysed.', () => update.mutate(before)),
        onError: (error) => sayProblem('The consent is still recorded', error),
      },
    );
  };
  const askWithdraw = () =>
    modals.openConfirmModal({
      title: `Withdraw ${client.name}’s consent?`,
      children: (
        <Text>
          From now on no transcript of theirs can be added or analysed. What was made before stays until you
          delete the session or the client.
        </Text>
      ),
      labels: { confirm: 'Withdraw consent', cancel: 'Leave it' },
      closeButtonProps: { 'aria-label': 'Close' },
      onConfirm: withdraw,
    });

  if (client.has_consented) {
    const on = client.consent_recorded_on;
    return (
      <>
        <span title={on ? fullDay(on) : undefined}>
          {on ? `Recorded on ${shortDay(on, today)}` : 'Recorded'}
        </span>
        <Button variant="subtle" size="compact-sm" color="gray" c="dimmed" onClick={askWithdraw}>
          Withdraw
        </Button>
      </>
    );
  }
  return (
    <>
      <span className={classes.care}>Not recorded</span>
      <Popover opened={opened} onChange={setOpened} trapFocus withArrow shadow="md" width={300}>
        <Popover.Target>
          <Button variant="light" size="compact-sm" onClick={() => setOpened((open) => !open)}>
            Record consent
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            <Text size="sm">
              When did {client.name} agree that transcripts of your sessions are analysed?
            </Text>
            <TextInput
              size="sm"
              type="date"
              label="Agreed on"
              max={today}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value || today)}
            />
            <Button size="sm" onClick={record}>
              Record it
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

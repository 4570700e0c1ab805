import { Button, Group, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useCoach } from '~/app/require-coach';
import type { Signal } from '~/api/types';
import { useDraft } from '~/lib/draft';

interface SignalEditProps {
  signal: Signal;
  onCancel: () => void;
  onSave: (signal: Signal, feedback: string, betterExample: string | undefined) => void;
}

/** The finding in the coach's own words. What is half written is kept. */
export function SignalEdit({ signal, onCancel, onSave }: SignalEditProps) {
  const coach = useCoach();
  const [draft, keep, drop] = useDraft(`${coach.id}.signal.${signal.id}`, {
    feedback: signal.feedback,
    better: signal.better_example ?? '',
  });
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        drop();
        onSave(
          signal,
          draft.feedback.trim(),
          signal.better_example === null ? undefined : draft.better.trim(),
        );
      }}
    >
      <Textarea
        ref={first}
        mt="sm"
        size="sm"
        autosize
        minRows={2}
        label="What it did"
        value={draft.feedback}
        onChange={(event) => keep({ ...draft, feedback: event.currentTarget.value })}
      />
      {signal.better_example !== null && (
        <Textarea
          mt="xs"
          size="sm"
          autosize
          minRows={2}
          label="You might say"
          value={draft.better}
          onChange={(event) => keep({ ...draft, better: event.currentTarget.value })}
        />
      )}
      <Group gap="xs" my="sm">
        <Button type="submit" size="xs" disabled={!draft.feedback.trim()}>
          Keep my words
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={() => {
            drop();
            onCancel();
          }}
        >
          Cancel
        </Button>
      </Group>
    </form>
  );
}

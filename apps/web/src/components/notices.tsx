import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { toProblem } from '~/api/problem';

/** A short confirmation, with a way back where there is one. */
export function say(message: string, undo?: () => void): void {
  const id = notifications.show({
    icon: <IconCheck size={18} />,
    autoClose: undo ? 8000 : 4000,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close' },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        {undo && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            Undo
          </Button>
        )}
      </Group>
    ),
  });
}

/** Something asked for did not happen: what, why, and that all is as it was. */
export function sayProblem(what: string, error: unknown): void {
  const problem = toProblem(error);
  notifications.show({
    icon: <IconInfoCircle size={18} />,
    color: 'orange',
    autoClose: 9000,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close' },
    title: what,
    message: problem.isUnreachable
      ? 'The server did not answer. Nothing was lost; please try again in a moment.'
      : problem.message,
  });
}

import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';

interface ConfirmDelete {
  title: string;
  /** What goes with it, in one or two sentences. */
  goes: React.ReactNode;
  action: string;
  onConfirm: () => void;
}

/** Asks before something is deleted, and says what goes with it. */
export function confirmDelete({ title, goes, action, onConfirm }: ConfirmDelete): void {
  modals.openConfirmModal({
    title,
    children: <Text>{goes}</Text>,
    labels: { confirm: action, cancel: 'Keep it' },
    confirmProps: { color: 'red.9', autoContrast: true },
    closeButtonProps: { 'aria-label': 'Close' },
    onConfirm,
  });
}

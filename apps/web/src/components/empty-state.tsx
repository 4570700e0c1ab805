import { Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './states.module.css';

interface EmptyStateProps {
  icon?: Icon;
  title: string;
  /** What belongs here and what the next step is. */
  children: React.ReactNode;
  action?: React.ReactNode;
}

/** An empty place that says what will be here and how it gets here. */
export function EmptyState({ icon: StateIcon, title, children, action }: EmptyStateProps) {
  return (
    <section className={classes.state}>
      {StateIcon && <StateIcon size={26} stroke={1.4} aria-hidden />}
      <Title order={2}>{title}</Title>
      <p>{children}</p>
      {action}
    </section>
  );
}

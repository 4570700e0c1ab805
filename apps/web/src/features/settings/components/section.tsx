import { Title } from '@mantine/core';
import { useId } from 'react';
import classes from './section.module.css';

/** One subject of the settings: its name on the left, its controls on the right. */
export function Section({
  title,
  note,
  children,
}: {
  title: string;
  note?: string;
  children: React.ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div>
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {note && <p className={classes.note}>{note}</p>}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}

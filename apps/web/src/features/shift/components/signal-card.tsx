import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { Signal, Verdict } from '~/api/types';
import { SignalMark } from '~/components/signal-mark';
import { clock } from '~/lib/time';
import { kindName } from '../principles';
import classes from './signal-card.module.css';
import { SignalEdit } from './signal-edit';

export interface SignalActions {
  /** Lights the signal in the transcript and goes there. */
  show: (signal: Signal) => void;
  /** Lights it without going there, while the pointer rests on it. */
  hover: (signal: Signal | null) => void;
  judge: (signal: Signal, verdict: Verdict | null) => void;
  save: (signal: Signal, feedback: string, betterExample: string | undefined) => void;
  edit: (signal: Signal | null) => void;
}

interface SignalCardProps {
  signal: Signal;
  /** Seconds into the session, where known. */
  at: number | null;
  selected: boolean;
  editing: boolean;
  actions: SignalActions;
}

/** One finding: what, where, what it did, why it matters, what else could be said; and the coach's verdict on it. */
export const SignalCard = memo(function SignalCard({
  signal,
  at,
  selected,
  editing,
  actions,
}: SignalCardProps) {
  const { verdict } = signal;
  const head = (
    <header className={classes.head}>
      <SignalMark kind={signal.kind} />
      <h3 className={classes.title}>
        <span className="visually-hidden">{kindName[signal.kind]}: </span>
        {signal.pattern_name}
        <span className={classes.principle}>{signal.principle_name}</span>
      </h3>
      {at !== null && <span className={classes.at}>{clock(at)}</span>}
    </header>
  );
  const attributes = {
    id: `signal-${signal.id}`,
    className: classes.card,
    tabIndex: -1,
    'data-kind': signal.kind,
    'data-selected': selected || undefined,
    'data-verdict': verdict ?? undefined,
    onMouseEnter: () => actions.hover(signal),
    onMouseLeave: () => actions.hover(null),
  };

  if (verdict === 'dismissed') {
    return (
      <article {...attributes}>
        {head}
        <p className={classes.verdict}>
          You dismissed this.
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={15} />}
            onClick={() => actions.judge(signal, null)}
          >
            Bring it back
          </Button>
        </p>
      </article>
    );
  }
  return (
    <article {...attributes}>
      {head}
      <button type="button" className={classes.quote} onClick={() => actions.show(signal)}>
        <span className="visually-hidden">Go to: </span>“{signal.quote}”
      </button>
      {editing ? (
        <SignalEdit signal={signal} onCancel={() => actions.edit(null)} onSave={actions.save} />
      ) : (
        <>
          <p>{signal.feedback}</p>
          <p className={classes.why}>
            <span className={classes.term}>Why it matters.</span> {signal.why_it_matters}
          </p>
          {signal.better_example && (
            <p className={classes.better}>
              <span className={classes.term}>You might say:</span>{' '}
              <span className={classes.said}>“{signal.better_example}”</span>
            </p>
          )}
          {verdict === 'edited' && <p className={classes.mine}>In your words.</p>}
          <footer className={classes.actions}>
            <Button
              size="compact-sm"
              variant={verdict === 'confirmed' ? 'light' : 'subtle'}
              aria-pressed={verdict === 'confirmed'}
              leftSection={<IconCheck size={15} />}
              onClick={() => actions.judge(signal, verdict === 'confirmed' ? null : 'confirmed')}
            >
              {verdict === 'confirmed' ? 'You agree' : 'Agree'}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              c="dimmed"
              leftSection={<IconX size={15} />}
              onClick={() => actions.judge(signal, 'dismissed')}
            >
              Dismiss
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              c="dimmed"
              leftSection={<IconPencil size={15} />}
              onClick={() => actions.edit(signal)}
            >
              Edit
            </Button>
            {verdict === 'edited' && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                c="dimmed"
                onClick={() => actions.judge(signal, null)}
              >
                As it was
              </Button>
            )}
          </footer>
        </>
      )}
    </article>
  );
});

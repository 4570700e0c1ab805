import { Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Session, Signal, Utterance } from '~/api/types';
import { useEmotionLine } from '~/lib/preferences';
import { plural } from '~/lib/words';
import { emotionLine } from './emotion';
import classes from './reader.module.css';
import { Turn } from './turn';
import { mergeTurns } from './turns';

interface ReaderProps {
  session: Session;
  utterances: readonly Utterance[];
  /** Signals to be marked, already filtered. */
  signals: readonly Signal[];
  onPick: (signal: Signal) => void;
}

/** The transcript as a dialogue to be read, with the findings as marks in its margin. */
export function Reader({ session, utterances, signals, onPick }: ReaderProps) {
  const [raw, setRaw] = useState(false);
  const [wantsLine, setWantsLine] = useEmotionLine();
  const turns = useMemo(() => mergeTurns(utterances), [utterances]);
  const line = useMemo(() => emotionLine(utterances), [utterances]);
  const marks = useMemo(() => {
    const byUtterance = new Map<number, Signal[]>();
    for (const signal of signals) {
      if (signal.verdict === 'dismissed') continue;
      byUtterance.set(signal.quote_utterance, [...(byUtterance.get(signal.quote_utterance) ?? []), signal]);
    }
    return byUtterance;
  }, [signals]);
  const skipped = session.transcript?.skipped ?? [];
  const names = namesOf(session);

  return (
    <div className={classes.reader} data-line={(wantsLine && line !== null) || undefined}>
      <div className={classes.controls}>
        {line && (
          <Switch
            size="sm"
            label="Emotion line"
            checked={wantsLine}
            onChange={(event) => setWantsLine(event.currentTarget.checked)}
          />
        )}
        <Switch
          size="sm"
          label="As spoken, with every “um”"
          checked={raw}
          onChange={(event) => setRaw(event.currentTarget.checked)}
        />
      </div>
      {line && wantsLine && (
        <Text size="xs" c="dimmed" mb="sm">
          The line follows what {session.client_name}’s language suggests: to the left heavier, to the right
          lighter. From words alone.
        </Text>
      )}
      <div className={classes.turns}>
        {turns.map((turn) => (
          <Turn
            key={turn.key}
            turn={turn}
            name={names(turn.speakerType, turn.speakerLabel)}
            signals={marks}
            steps={wantsLine ? line : null}
            raw={raw}
            onPick={onPick}
          />
        ))}
      </div>
      {skipped.length > 0 && (
        <details className={classes.skipped}>
          <summary>
            {plural(
              skipped.reduce((sum, { count }) => sum + count, 0),
              'part',
            )}{' '}
            of the file {skipped.length === 1 && skipped[0]?.count === 1 ? 'is' : 'are'} not speech or could
            not be read
          </summary>
          <ul>
            {skipped.map((part) => (
              <li key={part.code}>
                {part.message} ({part.count}
                {part.first_at !== null ? `, first at line ${part.first_at}` : ''})
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** How speakers are called: the coach is "You", the client by name, all others as the file has them. */
function namesOf(session: Session) {
  const roles = session.transcript?.speakers ?? [];
  const several = (role: string) => roles.filter((speaker) => speaker.role === role).length > 1;
  const manyClients = several('client');
  return (role: string | null, label: string) => {
    if (role === 'coach') return 'You';
    if (role === 'client' && !manyClients) return session.client_name;
    return label;
  };
}

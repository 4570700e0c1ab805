import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Shift, Signal, Utterance } from '~/api/types';
import { EmptyState } from '~/components/empty-state';
import { MachineNote } from '~/components/machine-note';
import { plural } from '~/lib/words';
import { principles } from '../principles';
import type { SignalFilter } from '../use-signal-filter';
import { OtherMoments } from './other-moments';
import { PrincipleBars } from './principle-bars';
import { type SignalActions, SignalCard } from './signal-card';
import { SignalFilters } from './signal-filters';
import { TalkFacts } from './talk-facts';

interface ShiftPanelProps {
  shift: Shift | null;
  signals: readonly Signal[];
  shown: readonly Signal[];
  utterances: readonly Utterance[];
  selected: string | null;
  editing: string | null;
  filter: SignalFilter;
  onFilter: (filter: Partial<SignalFilter>) => void;
  actions: SignalActions;
  onShowUtterance: (utterance: number, quote?: string) => void;
}

/** The SHIFT side of a session: the balance of the five principles, then every signal. */
export function ShiftPanel(props: ShiftPanelProps) {
  const { shift, signals, shown, utterances, selected, editing, filter, onFilter, actions, onShowUtterance } =
    props;
  const starts = useMemo(
    () => new Map(utterances.map(({ sequence_number, start }) => [sequence_number, start])),
    [utterances],
  );
  const chosen = shift?.scores.find((score) => score.principle === filter.principle);
  const principle = principles.find(({ key }) => key === filter.principle);
  return (
    <>
      {shift && <PrincipleBars scores={shift.scores} filter={filter} onFilter={onFilter} />}
      {shift && <TalkFacts shift={shift} onShow={onShowUtterance} />}
      <h2 className="visually-hidden">Signals</h2>
      {signals.length > 0 && <SignalFilters filter={filter} onFilter={onFilter} />}
      <output className="visually-hidden">{plural(shown.length, 'signal')} shown</output>
      {shown.map((signal) => (
        <SignalCard
          key={signal.id}
          signal={signal}
          at={starts.get(signal.quote_utterance) ?? null}
          selected={selected === signal.id}
          editing={editing === signal.id}
          actions={actions}
        />
      ))}
      {chosen && principle && (
        <OtherMoments
          name={principle.name}
          score={chosen}
          signals={signals}
          utterances={utterances}
          onShow={onShowUtterance}
        />
      )}
      {signals.length > 0 && shown.length === 0 && !(chosen && chosen.evidence.length > 0) && (
        <EmptyState
          title="No signal of this kind"
          action={
            <Button variant="light" size="sm" onClick={() => onFilter({ kind: null, principle: null })}>
              Show all {signals.length}
            </Button>
          }
        >
          There is nothing to show for this choice in this session.
        </EmptyState>
      )}
      {shift && signals.length === 0 && (
        <EmptyState title="No clear moments">
          Nothing in this transcript was clear enough to be shown. A missed finding is better than a wrong
          one.
        </EmptyState>
      )}
      {shift && (
        <MachineNote analyst={shift.analyst}>
          Every quote was checked against it
          {shift.dropped > 0 &&
            `; ${plural(shift.dropped, 'finding')} that did not hold ${shift.dropped === 1 ? 'was' : 'were'} dropped`}
          . Version {shift.analyst_version}, rubric {shift.rubric_version}.
        </MachineNote>
      )}
    </>
  );
}

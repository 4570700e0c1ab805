import { Table } from '@mantine/core';
import { useState } from 'react';
import type { PrincipleScore, SignalKind } from '~/api/types';
import { SignalMark } from '~/components/signal-mark';
import { percent } from '~/lib/words';
import { principles } from '../principles';
import type { SignalFilter } from '../use-signal-filter';
import classes from './principle-bars.module.css';

const kinds = ['excellence', 'growth'] as const;

/** Pixels: room for the longest bar, and one stroke with its gap when there is room enough. */
const LONGEST = 58;
const STROKE = 9;

/** Whole pixels, so that every stroke is as wide as the next. */
function strokeStyle(most: number) {
  const unit = Math.max(2, Math.min(STROKE, Math.floor(LONGEST / most)));
  const gap = unit >= 6 ? 3 : unit >= 4 ? 2 : 1;
  return { '--stroke': `${unit - gap}px`, '--gap': `${gap}px` } as React.CSSProperties;
}

interface PrincipleBarsProps {
  scores: readonly PrincipleScore[];
  filter: SignalFilter;
  onFilter: (filter: SignalFilter) => void;
}

/** The five principles as pairs of bars, one stroke for each moment. A pair opens its evidence. */
export function PrincipleBars({ scores, filter, onFilter }: PrincipleBarsProps) {
  const [table, setTable] = useState(false);
  const most = Math.max(1, ...scores.flatMap((score) => [score.excellence_count, score.growth_count]));
  const rows = principles.map((principle) => ({
    ...principle,
    score: scores.find((score) => score.principle === principle.key),
  }));
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <button type="button" className={classes.switch} onClick={() => setTable((old) => !old)}>
          {table ? 'Show as bars' : 'Show as a table'}
        </button>
      </figcaption>
      {table ? (
        <Table verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Principle</Table.Th>
              <Table.Th ta="right">Excellence</Table.Th>
              <Table.Th ta="right">Growth</Table.Th>
              <Table.Th ta="right">Balance</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, name, score }) => (
              <Table.Tr key={key}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right">{score?.excellence_count ?? 0}</Table.Td>
                <Table.Td ta="right">{score?.growth_count ?? 0}</Table.Td>
                <Table.Td ta="right">
                  {typeof score?.score === 'number' ? percent(score.score) : '–'}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <ul className={classes.rows}>
          <li className={classes.row} aria-hidden>
            <span />
            <span className={classes.legend}>
              <SignalMark kind="excellence" size={9} /> Excellence
            </span>
            <span className={classes.legend}>
              <SignalMark kind="growth" size={9} /> Growth
            </span>
          </li>
          {rows.map(({ key, letter, name, score }) => (
            <li key={key} className={classes.row}>
              <span className={classes.name}>
                <span className={classes.letter} aria-hidden>
                  {letter}
                </span>
                {name}
              </span>
              {kinds.map((kind) => (
                <Bar
                  key={kind}
                  kind={kind}
                  count={(kind === 'excellence' ? score?.excellence_count : score?.growth_count) ?? 0}
                  most={most}
                  name={name}
                  principle={key}
                  filter={filter}
                  onFilter={onFilter}
                />
              ))}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

interface BarProps {
  kind: SignalKind;
  count: number;
  /** The highest count of all: the bars share its scale. */
  most: number;
  name: string;
  principle: string;
  filter: SignalFilter;
  onFilter: (filter: SignalFilter) => void;
}

function Bar({ kind, count, most, name, principle, filter, onFilter }: BarProps) {
  const pressed = filter.kind === kind && filter.principle === principle;
  if (count === 0) {
    return (
      <span className={classes.none}>
        <span aria-hidden>–</span>
        <span className="visually-hidden">
          no {kind === 'excellence' ? 'excellence signal' : 'growth opportunity'}
        </span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={classes.bar}
      data-kind={kind}
      aria-pressed={pressed}
      aria-label={`${name}, ${kind}: ${count}. ${pressed ? 'Show all signals' : 'Show these signals'}`}
      onClick={() => onFilter(pressed ? { kind: null, principle: null } : { kind, principle })}
    >
      <span className={classes.strokes} style={strokeStyle(most)} aria-hidden>
        {Array.from({ length: count }, (_, index) => (
          <span key={index} />
        ))}
      </span>
      <span className={classes.count} aria-hidden>
        {count}
      </span>
    </button>
  );
}

import { SegmentedControl } from '@mantine/core';
import { principles } from '../principles';
import type { SignalFilter } from '../use-signal-filter';
import classes from './signal-filters.module.css';

interface SignalFiltersProps {
  filter: SignalFilter;
  onFilter: (filter: Partial<SignalFilter>) => void;
}

/** Which signals to see: by kind, by principle. */
export function SignalFilters({ filter, onFilter }: SignalFiltersProps) {
  return (
    <div className={classes.filters}>
      <SegmentedControl
        size="xs"
        aria-label="Kind of signal"
        value={filter.kind ?? 'all'}
        onChange={(value) => onFilter({ kind: value === 'all' ? null : (value as SignalFilter['kind']) })}
        data={[
          { value: 'all', label: 'All' },
          { value: 'excellence', label: 'Excellence' },
          { value: 'growth', label: 'Growth' },
        ]}
      />
      <fieldset className={classes.letters} aria-label="Principle">
        {principles.map(({ key, letter, name }) => {
          const pressed = filter.principle === key;
          return (
            <button
              key={key}
              type="button"
              title={name}
              aria-label={name}
              aria-pressed={pressed}
              onClick={() => onFilter({ principle: pressed ? null : key })}
            >
              {letter}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}

import { CloseButton, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import classes from './list-controls.module.css';

interface ListControlsProps {
  /** What is searched, e.g. "Search clients". */
  label: string;
  sorts: { value: string; label: string }[];
}

/** What a list is searched for and sorted by, read from the address: links to it are shareable. */
export function useListQuery(defaultSort: string) {
  const [params] = useSearchParams();
  return { search: params.get('search') ?? '', sort: params.get('sort') ?? defaultSort };
}

/** Search and sort of a list, kept in the address. */
export function ListControls({ label, sorts }: ListControlsProps) {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('search') ?? '');
  const put = (name: string, value: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const search = useDebouncedCallback((value: string) => put('search', value.trim()), 250);
  const type = (value: string) => {
    setTyped(value);
    search(value);
  };
  return (
    <search className={classes.controls}>
      <TextInput
        size="sm"
        className={classes.search}
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={17} stroke={1.6} />}
        rightSection={
          typed && <CloseButton size="sm" aria-label="Clear the search" onClick={() => type('')} />
        }
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        size="sm"
        className={classes.sort}
        aria-label="Sort by"
        data={sorts}
        allowDeselect={false}
        value={params.get('sort') ?? sorts[0]?.value ?? null}
        onChange={(value) => put('sort', value === sorts[0]?.value ? '' : (value ?? ''))}
      />
    </search>
  );
}

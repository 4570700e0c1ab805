import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useClient } from '~/features/clients/api/use-client';
import { useClients } from '~/features/clients/api/use-clients';

interface ClientSelectProps {
  value: string | null;
  onChange: (clientId: string | null) => void;
  label?: string;
  placeholder?: string;
  error?: string | null;
  clearable?: boolean;
  size?: string;
}

/** Choice of a client; typing searches among all of them on the server. */
export function ClientSelect({
  value,
  onChange,
  label,
  placeholder,
  error,
  clearable,
  size,
}: ClientSelectProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const chosen = useClient(value ?? '');
  const chosenClient = value ? chosen.data : undefined;
  const found = useClients({ search: search === chosenClient?.name ? '' : search, sort: 'name', limit: 30 });
  const data = (found.data?.pages[0]?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (chosenClient && !data.some((item) => item.value === chosenClient.id)) {
    data.unshift({ value: chosenClient.id, label: chosenClient.name });
  }
  return (
    <Select
      label={label}
      aria-label={label ?? placeholder}
      size={size}
      placeholder={placeholder}
      searchable
      clearable={clearable}
      clearButtonProps={{ 'aria-label': 'Clear the choice' }}
      data={data}
      value={value}
      error={error}
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? 'Searching…' : 'No such client'}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}

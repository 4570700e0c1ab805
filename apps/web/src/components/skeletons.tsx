import { Skeleton, Stack } from '@mantine/core';

/** The shape of a list while it loads. */
export function ListSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Stack gap={0} aria-busy="true">
      <output className="visually-hidden">Loading</output>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ padding: '1rem 0', borderBottom: '1px solid var(--jl-line)' }}>
          <Skeleton height={17} width={`${38 + ((row * 17) % 25)}%`} mb={9} />
          <Skeleton height={13} width={`${55 + ((row * 23) % 30)}%`} />
        </div>
      ))}
    </Stack>
  );
}

/** The shape of running text while it loads. */
export function TextSkeleton({ lines = 5 }: { lines?: number }) {
  return (
    <Stack gap={10} aria-busy="true">
      <output className="visually-hidden">Loading</output>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={15} width={line === lines - 1 ? '48%' : `${86 + ((line * 7) % 13)}%`} />
      ))}
    </Stack>
  );
}

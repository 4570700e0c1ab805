import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { FileDropAreaProps } from './file-drop-area';

const Area = lazy(async () => ({ default: (await import('./file-drop-area')).FileDropArea }));

/** A place to drop files; its code is fetched when the place is first shown. */
export function FileDrop(props: FileDropAreaProps) {
  return (
    <Suspense fallback={<Skeleton height={168} radius="lg" />}>
      <Area {...props} />
    </Suspense>
  );
}

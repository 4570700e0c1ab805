import { Skeleton, Stack } from '@mantine/core';
import { Wordmark } from '~/components/wordmark';
import classes from './frame.module.css';

/** The frame's shape while it is not yet known who is asking. */
export function FrameSkeleton() {
  return (
    <div className={classes.frame} aria-busy="true">
      <div className={classes.rail}>
        <Wordmark />
      </div>
      <main className={classes.main} aria-label="Loading">
        <Stack gap="lg" maw={760}>
          <Skeleton height={34} width="55%" />
          <Skeleton height={16} width="80%" />
          <Skeleton height={120} />
          <Skeleton height={72} />
          <Skeleton height={72} />
        </Stack>
      </main>
    </div>
  );
}

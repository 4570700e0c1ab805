import { Button, Group, SegmentedControl, Title } from '@mantine/core';
import { IconPlant2 } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { LoadMore } from '~/components/load-more';
import { MachineNote } from '~/components/machine-note';
import { Page } from '~/components/page';
import { TextSkeleton } from '~/components/skeletons';
import { ClientSelect } from '~/features/sessions/components/client-select';
import { principles } from '~/features/shift/principles';
import { useGrowth } from './api/use-growth';
import { GrowthTable } from './components/growth-table';
import classes from './components/growth.module.css';
import { PointRow } from './components/point-row';
import { PrincipleChart } from './components/principle-chart';

export function GrowthPage() {
  const [params, setParams] = useSearchParams();
  const clientId = params.get('client');
  const table = params.get('view') === 'table';
  const put = (name: string, value: string | null) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const growth = useGrowth(clientId);
  const newest = useMemo(() => growth.data?.pages.flatMap((page) => page.items) ?? [], [growth.data]);
  const inTime = useMemo(() => newest.toReversed(), [newest]);
  const all = inTime.flatMap(({ scores }) => scores);
  const scale = {
    up: Math.max(2, ...all.map((score) => score.excellence_count)),
    down: Math.max(2, ...all.map((score) => score.growth_count)),
  };
  const empty = growth.isSuccess && newest.length === 0;

  return (
    <Page
      width="wide"
      title="Growth"
      lead="How your coaching changes from session to session. Every stroke is a moment you can open; none of it is a mark."
    >
      {!(empty && !clientId) && (
        <Group mb="xl" align="flex-end">
          <div className={classes.filter}>
            <ClientSelect
              size="sm"
              placeholder="With all clients"
              clearable
              value={clientId}
              onChange={(id) => put('client', id)}
            />
          </div>
          <SegmentedControl
            size="sm"
            aria-label="How to show it"
            value={table ? 'table' : 'charts'}
            onChange={(value) => put('view', value === 'table' ? 'table' : null)}
            data={[
              { value: 'charts', label: 'Charts' },
              { value: 'table', label: 'Table' },
            ]}
          />
        </Group>
      )}
      {growth.isPending && <TextSkeleton lines={10} />}
      {growth.isError && (
        <ErrorState error={growth.error} retry={() => void growth.refetch()} what="Growth" />
      )}
      {empty && (
        <EmptyState
          icon={IconPlant2}
          title="Nothing to compare yet"
          action={
            <Button component={Link} to={clientId ? `/clients/${clientId}/import` : '/clients'}>
              {clientId ? 'Add transcripts' : 'Go to your clients'}
            </Button>
          }
        >
          With every analysed session a point is added here. Two or three already show a direction.
        </EmptyState>
      )}
      {newest.length > 0 && !table && (
        <div className={classes.multiples}>
          {principles.map((principle) => (
            <PrincipleChart key={principle.key} principle={principle} points={inTime} scale={scale} />
          ))}
        </div>
      )}
      {newest.length > 0 && table && <GrowthTable points={newest} />}
      {newest.length > 0 && (
        <section className={classes.sessions} aria-labelledby="growth-sessions">
          <Title order={2} id="growth-sessions">
            The sessions behind it
          </Title>
          {newest.map((point) => (
            <PointRow key={point.session_id} point={point} />
          ))}
          <LoadMore query={growth} />
          <MachineNote />
        </section>
      )}
    </Page>
  );
}

import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Client } from '~/api/types';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { LoadMore } from '~/components/load-more';
import { MachineNote } from '~/components/machine-note';
import { TextSkeleton } from '~/components/skeletons';
import { SessionDay } from '~/components/when';
import { plural } from '~/lib/words';
import { useClientInsights } from '../api/use-client-insights';
import classes from './client-insights.module.css';

/** The story so far: each session's summary, newest first, to be read in one go. */
export function ClientInsights({ client }: { client: Client }) {
  const insights = useClientInsights(client.id);
  if (insights.isPending) return <TextSkeleton lines={8} />;
  if (insights.isError) {
    return <ErrorState error={insights.error} retry={() => void insights.refetch()} what="The insights" />;
  }
  const items = insights.data.pages
    .flatMap((page) => page.insights)
    .filter(({ status }) => status === 'completed');
  if (items.length === 0) {
    return (
      <EmptyState title="No insights yet">
        They are made from transcripts. Once a session of {client.name} has been analysed, its summary can be
        read here.
      </EmptyState>
    );
  }
  return (
    <>
      {items.map((insight) => (
        <article key={insight.id} className={classes.insight}>
          <Title order={2} className={classes.title}>
            <Link to={`/sessions/${insight.session_id}?tab=insight`}>
              {insight.session_title ?? 'Session'}
            </Link>
          </Title>
          <p className={classes.meta}>
            {insight.session_date && <SessionDay day={insight.session_date.slice(0, 10)} />}
            {insight.key_themes.length > 0 && <span>{insight.key_themes.join(' · ')}</span>}
          </p>
          <p className={`reading measure ${classes.summary}`}>{insight.session_summary}</p>
          <p className={classes.meta}>
            {insight.celebration_count > 0 && <span>{plural(insight.celebration_count, 'celebration')}</span>}
            {insight.discovery_count > 0 && (
              <span>{plural(insight.discovery_count, 'discovery', 'discoveries')}</span>
            )}
            {insight.intention_count > 0 && <span>{plural(insight.intention_count, 'intention')}</span>}
            {insight.action_item_count > 0 && <span>{plural(insight.action_item_count, 'action')}</span>}
          </p>
        </article>
      ))}
      <LoadMore query={insights} />
      <MachineNote />
    </>
  );
}

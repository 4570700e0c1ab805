import { Anchor, Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useCoach } from '~/app/require-coach';
import { ErrorState } from '~/components/error-state';
import { TextSkeleton } from '~/components/skeletons';
import { useSession } from '~/features/sessions/api/use-session';
import { usePageTitle } from '~/lib/page-title';
import { dayIn, fullDay } from '~/lib/time';
import { useInsight } from './api/use-insight';
import { InsightMeta } from './components/insight-meta';
import { InsightSections } from './components/insight-sections';
import { InsightSummary } from './components/insight-summary';
import classes from './print-page.module.css';

/** The insight laid out for paper: evidence open, nothing to press. */
export function PrintPage() {
  const { sessionId = '' } = useParams();
  const coach = useCoach();
  const session = useSession(sessionId);
  const insight = useInsight(session.data?.insight_id ?? null);
  usePageTitle(session.data ? `${session.data.title}, ${session.data.client_name}` : undefined);

  if (session.isError || insight.isError) {
    return (
      <main className={classes.sheet}>
        <ErrorState
          page
          error={session.error ?? insight.error}
          retry={() => void (session.isError ? session : insight).refetch()}
          what="The insight"
        />
      </main>
    );
  }
  const day = session.data?.starts_at ? dayIn(session.data.starts_at, coach.time_zone) : session.data?.date;
  return (
    <main className={classes.sheet}>
      <Group className={classes.tools} justify="space-between">
        <Anchor component={Link} to={`/sessions/${sessionId}?tab=insight`}>
          Back to the session
        </Anchor>
        <Button size="sm" leftSection={<IconPrinter size={18} stroke={1.6} />} onClick={() => window.print()}>
          Print
        </Button>
      </Group>
      {session.data && !session.data.insight_id && <p>This session has no insight to print.</p>}
      {!insight.data && session.data?.insight_id && <TextSkeleton lines={12} />}
      {session.data && insight.data && day && (
        <article>
          <header className={classes.header}>
            <h1>{session.data.title}</h1>
            <p>
              {session.data.client_name}, {fullDay(day)}
            </p>
          </header>
          <InsightSummary insight={insight.data} />
          <InsightSections insight={insight.data} onShow={undefined} />
          <InsightMeta insight={insight.data} />
        </article>
      )}
    </main>
  );
}

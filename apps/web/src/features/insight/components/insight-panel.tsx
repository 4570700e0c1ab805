import { Button } from '@mantine/core';
import { IconPrinter, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Session } from '~/api/types';
import { confirmDelete } from '~/components/confirm-delete';
import { EmptyState } from '~/components/empty-state';
import { ErrorState } from '~/components/error-state';
import { TextSkeleton } from '~/components/skeletons';
import { useRerun } from '~/features/content/api/use-rerun';
import { useDeleteInsight } from '../api/use-delete-insight';
import { useInsight } from '../api/use-insight';
import type { ShowEvidence } from './evidence';
import { InsightMeta } from './insight-meta';
import { InsightSections } from './insight-sections';
import { InsightSummary } from './insight-summary';
import classes from './insight.module.css';

interface InsightPanelProps {
  session: Session;
  /** Whether an analysis is under way. */
  running: boolean;
  onShow: ShowEvidence;
}

/** The insight of a session: what it meant, section by section, each with the words it rests on. */
export function InsightPanel({ session, running, onShow }: InsightPanelProps) {
  const insight = useInsight(session.insight_id);
  const remove = useDeleteInsight();
  const rerun = useRerun(session.id);
  if (session.insight_id === null) {
    if (running) return <TextSkeleton lines={7} />;
    return (
      <EmptyState
        title="No insight"
        action={
          <Button size="sm" loading={rerun.isPending} onClick={() => rerun.mutate(['session_analysis'])}>
            Make it
          </Button>
        }
      >
        There is none for this session at the moment. It can be made from the transcript.
      </EmptyState>
    );
  }
  if (insight.isPending) return <TextSkeleton lines={9} />;
  if (insight.isError) {
    return <ErrorState error={insight.error} retry={() => void insight.refetch()} what="The insight" />;
  }
  const { data } = insight;
  if (data.status === 'pending' || data.status === 'processing') return <TextSkeleton lines={9} />;
  if (data.status === 'failed') {
    return (
      <EmptyState
        title="The insight was not finished"
        action={
          <Button size="sm" loading={rerun.isPending} onClick={() => rerun.mutate(['session_analysis'])}>
            Try again
          </Button>
        }
      >
        {data.processing_error ?? 'It stopped for an unknown reason.'} The transcript is safe.
      </EmptyState>
    );
  }
  return (
    <>
      <InsightSummary insight={data} />
      <InsightSections insight={data} onShow={onShow} />
      <InsightMeta insight={data} />
      <div className={classes.bar} style={{ marginTop: '1rem', justifyContent: 'flex-start' }}>
        <Button
          component={Link}
          to={`/sessions/${session.id}/insight/print`}
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} stroke={1.6} />}
        >
          Print view
        </Button>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          size="xs"
          leftSection={<IconTrash size={16} stroke={1.6} />}
          onClick={() =>
            confirmDelete({
              title: 'Delete this insight?',
              goes: 'Summary, sections and quality go. The transcript and the SHIFT signals stay, and the insight can be made again.',
              action: 'Delete the insight',
              onConfirm: () => remove.mutate(data.id),
            })
          }
        >
          Delete
        </Button>
      </div>
    </>
  );
}

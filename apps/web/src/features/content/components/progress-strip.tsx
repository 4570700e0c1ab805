import { Button, Loader } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconCircleDashed, IconMinus } from '@tabler/icons-react';
import type { Content, ContentPart, PartName } from '~/api/types';
import { useRerun } from '../api/use-rerun';
import classes from './progress-strip.module.css';

const names: Record<PartName, string> = {
  session_analysis: 'Session insight',
  shift_insights: 'SHIFT signals',
  progress: 'Progress',
  behavior_loops: 'Behaviour loops',
};

const words: Record<ContentPart['status'], string> = {
  pending: 'waiting',
  processing: 'being made',
  completed: 'done',
  failed: 'not finished',
  skipped: 'left out',
};

const skipped: Record<string, string> = {
  not_enabled: 'not switched on yet',
  'consent.required': 'needs the client’s consent',
};

function PartIcon({ status }: { status: ContentPart['status'] }) {
  if (status === 'processing') return <Loader size={14} aria-hidden />;
  if (status === 'completed') return <IconCheck size={16} stroke={2} aria-hidden />;
  if (status === 'failed') return <IconAlertCircle size={16} stroke={1.8} aria-hidden />;
  if (status === 'skipped') return <IconMinus size={16} stroke={1.8} aria-hidden />;
  return <IconCircleDashed size={16} stroke={1.6} aria-hidden />;
}

interface ProgressStripProps {
  sessionId: string;
  content: Content;
  /** Whether news still arrives. */
  connected: boolean;
}

/** The parts of an analysis as they are made; what failed can be tried again by itself. */
export function ProgressStrip({ sessionId, content, connected }: ProgressStripProps) {
  const rerun = useRerun(sessionId);
  const failed = content.parts.filter(({ status }) => status === 'failed');
  const running = content.status === 'pending' || content.status === 'processing';
  return (
    <section className={classes.strip} aria-label="Analysis">
      <output className={classes.lead}>
        {running
          ? 'The session is being analysed. You can read the transcript meanwhile.'
          : `Part of the analysis did not finish. The transcript${content.parts.some(({ status }) => status === 'completed') ? ' and everything else' : ''} is safe.`}
        {running &&
          !connected &&
          ' The line to the server is interrupted; the work goes on, and so will this page.'}
      </output>
      <ul className={classes.parts}>
        {content.parts.map((part) => (
          <li key={part.part} data-status={part.status}>
            <PartIcon status={part.status} />
            {names[part.part]}
            <span className={classes.state}>
              {(part.skip_reason && skipped[part.skip_reason]) ?? words[part.status]}
            </span>
          </li>
        ))}
      </ul>
      {failed.map((part) => (
        <p key={part.part} className={classes.failed}>
          {names[part.part]}: {part.error?.detail ?? 'It stopped for an unknown reason.'}
        </p>
      ))}
      {failed.length > 0 && !running && (
        <Button
          size="xs"
          mt="xs"
          loading={rerun.isPending}
          onClick={() => rerun.mutate(failed.map(({ part }) => part))}
        >
          Try again
        </Button>
      )}
    </section>
  );
}

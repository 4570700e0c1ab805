import { Skeleton } from '@mantine/core';
import { useParams } from 'react-router';
import { ErrorState } from '~/components/error-state';
import { TextSkeleton } from '~/components/skeletons';
import { useSession } from '~/features/sessions/api/use-session';
import { FocusProvider } from '~/features/transcripts/reader/focus';
import { usePageTitle } from '~/lib/page-title';
import { SessionView } from './components/session-view';
import classes from './components/session.module.css';

export function SessionPage() {
  const { sessionId = '' } = useParams();
  const session = useSession(sessionId);
  usePageTitle(session.data ? `${session.data.title}, ${session.data.client_name}` : undefined);
  if (session.isPending) {
    return (
      <div aria-busy="true">
        <Skeleton height={14} width={120} mb={8} />
        <Skeleton height={36} width={340} mb={10} />
        <Skeleton height={15} width={220} mb={36} />
        <div className={classes.columns}>
          <TextSkeleton lines={14} />
          <TextSkeleton lines={8} />
        </div>
      </div>
    );
  }
  if (session.isError) {
    return <ErrorState page error={session.error} retry={() => void session.refetch()} what="This session" />;
  }
  return (
    <FocusProvider key={sessionId}>
      <SessionView session={session.data} />
    </FocusProvider>
  );
}

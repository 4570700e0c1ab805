import { useState } from 'react';
import type { Session } from '~/api/types';
import { ErrorState } from '~/components/error-state';
import { TextSkeleton } from '~/components/skeletons';
import { useContent } from '~/features/content/api/use-content';
import { useContentEvents } from '~/features/content/api/use-content-events';
import { ProgressStrip } from '~/features/content/components/progress-strip';
import { useUtterances } from '~/features/transcripts/api/use-utterances';
import { OneVoice } from '~/features/transcripts/components/one-voice';
import { SpeakerPanel } from '~/features/transcripts/components/speaker-panel';
import { UploadPanel } from '~/features/transcripts/components/upload-panel';
import { Reader } from '~/features/transcripts/reader/reader';
import { SessionHeader } from './session-header';
import { SessionStudy } from './session-study';
import classes from './session.module.css';

const none: never[] = [];

/** A session in whichever state it is: waiting for a transcript, for its speakers, being analysed, or to be studied. */
export function SessionView({ session }: { session: Session }) {
  const { transcript, content_status: status } = session;
  const [asked, setAsked] = useState<'replace' | 'speakers' | null>(null);
  const utterances = useUtterances(session.id, transcript !== null);
  const content = useContent(session.id, transcript !== null && status !== 'none');
  const running =
    status === 'pending' ||
    status === 'processing' ||
    content.data?.status === 'pending' ||
    content.data?.status === 'processing';
  const connected = useContentEvents(session.id, running);
  const lines = utterances.data?.pages.flatMap((page) => page.items) ?? none;
  const waiting = transcript?.needs_confirmation ?? false;
  const failed = content.data?.parts.some((part) => part.status === 'failed') ?? false;
  const signalsReady =
    content.data?.parts.some(
      ({ part, status: state }) => part === 'shift_insights' && state === 'completed',
    ) ?? false;
  const close = () => setAsked(null);

  const lead = (
    <>
      <SessionHeader session={session} running={running} onAsk={setAsked} />
      {content.data && (running || failed) && !waiting && (
        <ProgressStrip sessionId={session.id} content={content.data} connected={connected} />
      )}
      {!transcript && (
        <div className={classes.single}>
          <UploadPanel session={session} />
        </div>
      )}
      {transcript && asked === 'replace' && (
        <div className={classes.asked}>
          <UploadPanel session={session} onDone={close} onCancel={close} />
        </div>
      )}
      {transcript && (waiting || asked === 'speakers') && (
        <div className={classes.asked}>
          {transcript.speakers.length < 2 ? (
            <OneVoice key={transcript.id} session={session} utterances={lines} />
          ) : (
            <SpeakerPanel
              key={transcript.id}
              session={session}
              utterances={lines}
              onDone={waiting ? undefined : close}
            />
          )}
        </div>
      )}
    </>
  );
  if (transcript && lines.length > 0 && !waiting) {
    return (
      <SessionStudy
        session={session}
        utterances={lines}
        running={running}
        signalsReady={signalsReady}
        lead={lead}
      />
    );
  }
  return (
    <>
      {lead}
      {transcript && utterances.isPending && <TextSkeleton lines={14} />}
      {transcript && utterances.isError && lines.length === 0 && (
        <ErrorState error={utterances.error} retry={() => void utterances.refetch()} what="The transcript" />
      )}
      {transcript && lines.length > 0 && waiting && (
        <Reader session={session} utterances={lines} signals={none} onPick={() => undefined} />
      )}
    </>
  );
}

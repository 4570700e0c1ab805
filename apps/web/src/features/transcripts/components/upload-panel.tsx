import { Button, Group, Textarea } from '@mantine/core';
import { useEffect } from 'react';
import { useCoach } from '~/app/require-coach';
import type { Session } from '~/api/types';
import { ProblemNote } from '~/components/problem-note';
import { say } from '~/components/notices';
import { useDraft } from '~/lib/draft';
import { type TranscriptSource, useUploadTranscript } from '../api/use-upload-transcript';
import { ConsentGate } from './consent-gate';
import { FileDrop } from './file-drop';
import classes from './panel.module.css';

interface UploadPanelProps {
  session: Session;
  onDone?: () => void;
  /** Offered where a transcript is there already. */
  onCancel?: () => void;
}

/** Where a session gets its transcript: dropped, chosen or pasted. */
export function UploadPanel({ session, onDone, onCancel }: UploadPanelProps) {
  return (
    <ConsentGate clientId={session.client_id}>
      <Upload session={session} onDone={onDone} onCancel={onCancel} />
    </ConsentGate>
  );
}

function Upload({ session, onDone, onCancel }: UploadPanelProps) {
  const coach = useCoach();
  const upload = useUploadTranscript(session.id);
  const [text, setText, dropDraft] = useDraft(`${coach.id}.transcript.${session.id}`, '');
  const { mutate } = upload;
  const send = (source: TranscriptSource) =>
    mutate(source, {
      onSuccess: (receipt) => {
        dropDraft();
        onDone?.();
        if (!receipt.needs_confirmation) say('The transcript is in. The analysis has started.');
      },
    });

  // A file copied in the file manager can be pasted anywhere on the page.
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file) return;
      event.preventDefault();
      mutate({ file }, { onSuccess: () => onDone?.() });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [mutate, onDone]);

  return (
    <div>
      <FileDrop
        title={
          onCancel
            ? 'Drop the new transcript here; the present one and its findings go'
            : 'Drop the transcript of this session here'
        }
        busy={upload.isPending}
        onFiles={([file]) => file && send({ file })}
      />
      <div className={classes.or}>or paste it</div>
      <Textarea
        aria-label="Transcript as text"
        placeholder={'Coach: How have you been since we last spoke?\nClient: …'}
        autosize
        minRows={4}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt="sm" mb="sm">
        <Button
          variant={text.trim() ? 'filled' : 'default'}
          disabled={!text.trim()}
          loading={upload.isPending}
          onClick={() => send({ text })}
        >
          Use this text
        </Button>
        {onCancel && (
          <Button variant="subtle" color="gray" onClick={onCancel}>
            Keep the present one
          </Button>
        )}
        {text.trim() && <span className={classes.hint}>Kept in this browser until you use it.</span>}
      </Group>
      <ProblemNote error={upload.error} />
    </div>
  );
}

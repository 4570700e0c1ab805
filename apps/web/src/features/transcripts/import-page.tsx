import { Anchor, Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ImportedFile } from '~/api/types';
import { ErrorState } from '~/components/error-state';
import { Page } from '~/components/page';
import { ProblemNote } from '~/components/problem-note';
import { TextSkeleton } from '~/components/skeletons';
import { useClient } from '~/features/clients/api/use-client';
import { plural } from '~/lib/words';
import { useImportTranscripts } from './api/use-import-transcripts';
import { ConsentGate } from './components/consent-gate';
import { FileDrop } from './components/file-drop';
import classes from './components/import.module.css';
import { ImportReview } from './components/import-review';

/** Adds several transcripts of one client. What is under review is named in the address and survives a reload. */
export function ImportPage() {
  const { clientId = '' } = useParams();
  const client = useClient(clientId);
  const [params, setParams] = useSearchParams();
  const ids = params.get('review')?.split(',').filter(Boolean) ?? [];
  const [failed, setFailed] = useState<ImportedFile[]>([]);
  const [known, setKnown] = useState<ImportedFile[]>([]);
  const upload = useImportTranscripts(clientId);

  if (client.isPending) return <TextSkeleton />;
  if (client.isError)
    return <ErrorState page error={client.error} retry={() => void client.refetch()} what="This client" />;

  const setIds = (next: string[]) =>
    setParams(next.length ? { review: next.join(',') } : {}, { replace: true });
  const send = (files: File[]) =>
    upload.mutate(files, {
      onSuccess: ({ items }) => {
        setFailed(items.filter(({ error }) => error !== null));
        setKnown(items.filter(({ already_there }) => already_there));
        const fresh = items.filter(({ already_there }) => !already_there);
        setIds([...ids, ...fresh.flatMap(({ session }) => (session ? [session.id] : []))]);
      },
    });

  return (
    <Page
      width="wide"
      title="Add transcripts"
      above={
        <Anchor component={Link} to={`/clients/${clientId}`}>
          {client.data.name}
        </Anchor>
      }
      lead="One file for each session. You see what was read from them, and correct it, before anything is analysed."
    >
      <ConsentGate clientId={clientId}>
        <FileDrop
          multiple
          title={`Drop transcripts of sessions with ${client.data.name} here`}
          busy={upload.isPending}
          onFiles={send}
        />
        <ProblemNote error={upload.error} />
        {failed.length > 0 && (
          <section>
            <Title order={2} mt="xl" mb="xs">
              {plural(failed.length, 'file')} could not be read
            </Title>
            {failed.map(({ file_name, error }) => (
              <div key={file_name} className={classes.failed}>
                <p>
                  <strong>{file_name}</strong>
                </p>
                <p>{error?.detail}</p>
              </div>
            ))}
          </section>
        )}
        {known.length > 0 && (
          <section>
            <Title order={2} mt="xl" mb="xs">
              {plural(known.length, 'file')} you already had
            </Title>
            {known.map(({ file_name, session }) => (
              <p key={file_name}>
                <strong>{file_name}</strong>:{' '}
                <Link to={`/sessions/${session?.id ?? ''}`}>{session?.title}</Link>
              </p>
            ))}
          </section>
        )}
        {ids.length > 0 && (
          <ImportReview ids={ids} onRemove={(id) => setIds(ids.filter((other) => other !== id))} />
        )}
        {ids.length > 0 && (
          <Group mt="lg">
            <Button component={Link} to={`/clients/${clientId}`} variant="default">
              Back to {client.data.name}
            </Button>
          </Group>
        )}
      </ConsentGate>
    </Page>
  );
}

import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Attention } from '~/api/types';
import { sayProblem } from '~/components/notices';
import { FileDrop } from '~/features/transcripts/components/file-drop';
import { AttentionList } from './attention-list';
import { FirstUpload } from './first-upload';
import classes from './today.module.css';

interface FirstStepsProps {
  clientCount: number;
  attention: readonly Attention[];
}

/** The empty account: one place to drop a transcript, and a sample for those who have none at hand. */
export function FirstSteps({ clientCount, attention }: FirstStepsProps) {
  const [file, setFile] = useState<File | null>(null);
  const [sample, setSample] = useState(false);
  const trySample = async () => {
    try {
      const answer = await fetch('/sample-session.vtt');
      if (!answer.ok) throw new TypeError('The sample is not there');
      setSample(true);
      setFile(new File([await answer.blob()], 'sample-session.vtt'));
    } catch (error) {
      sayProblem('The sample could not be fetched', error);
    }
  };
  const others = attention.filter(({ kind }) => kind !== 'no_clients');
  return (
    <div className={classes.steps}>
      {file ? (
        <FirstUpload
          file={file}
          sample={sample}
          onCancel={() => {
            setFile(null);
            setSample(false);
          }}
        />
      ) : (
        <>
          <FileDrop
            title="Drop a session transcript here"
            onFiles={([dropped]) => setFile(dropped ?? null)}
          />
          <Group mt="md" mb="xl">
            <Button variant="light" onClick={() => void trySample()}>
              Try it with a sample
            </Button>
            <Text size="sm" c="dimmed">
              An invented conversation of a few minutes.
            </Text>
          </Group>
          <Title order={2} mb={4}>
            What happens then
          </Title>
          <Text c="dimmed" maw="62ch">
            You say whose session it is and that they agreed. The conversation becomes readable at once; a
            moment later notes stand in its margin: what you did well, what you might try, and what the
            session meant. Everything is made on this machine, and every quote can be checked against the
            transcript.
            {clientCount > 0 ? ' Your clients are already here.' : ''}
          </Text>
        </>
      )}
      {others.length > 0 && !file && (
        <div style={{ marginTop: 40 }}>
          <AttentionList items={others} />
        </div>
      )}
    </div>
  );
}

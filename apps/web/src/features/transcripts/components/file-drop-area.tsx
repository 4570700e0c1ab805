import '@mantine/dropzone/styles.css';
import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './file-drop.module.css';

/** The API's limit for one transcript. */
const MAX_BYTES = 10 * 1024 * 1024;

export interface FileDropAreaProps {
  title: string;
  multiple?: boolean;
  busy?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

export function FileDropArea({
  title,
  multiple = false,
  busy = false,
  disabled = false,
  onFiles,
}: FileDropAreaProps) {
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <>
      <Dropzone
        className={classes.drop}
        aria-label={title}
        inputProps={{ 'aria-label': title }}
        multiple={multiple}
        loading={busy}
        disabled={disabled}
        maxSize={MAX_BYTES}
        onDrop={(files) => {
          setRefused(null);
          onFiles(files);
        }}
        onReject={(rejections) => {
          const large = rejections.some(({ errors }) => errors.some(({ code }) => code === 'file-too-large'));
          setRefused(
            large
              ? 'A transcript may be up to 10 MB. Nothing was sent.'
              : 'Please drop one file here. Several at once can be added on the client’s page.',
          );
        }}
      >
        <div className={classes.inside}>
          <IconFileText size={30} stroke={1.2} aria-hidden />
          <div>
            <Text fw={550}>{title}</Text>
            <Text size="sm" c="dimmed">
              From Zoom, Teams, Meet, Otter, Recall and others: txt, vtt, srt, sbv, docx, pdf or json, up to
              10 MB. Or press here to choose {multiple ? 'files' : 'a file'}.
            </Text>
          </div>
        </div>
      </Dropzone>
      {refused && (
        <Text size="sm" mt="xs" role="alert" c="var(--mantine-color-error)">
          {refused}
        </Text>
      )}
    </>
  );
}

import { Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Session, SpeakerRole } from '~/api/types';
import { plural } from '~/lib/words';
import classes from './import.module.css';
import { roleOptions, swapped } from './roles';

export interface ImportDraft {
  title: string;
  date: string;
  roles: Record<string, SpeakerRole | null>;
}

interface ImportRowProps {
  session: Session;
  draft: ImportDraft;
  busy: boolean;
  problem: string | undefined;
  onChange: (draft: ImportDraft) => void;
  onConfirm: () => void;
  onDiscard: () => void;
}

/** One file under review: what was guessed from it, to be corrected before it is analysed. */
export function ImportRow({ session, draft, busy, problem, onChange, onConfirm, onDiscard }: ImportRowProps) {
  const { transcript } = session;
  const options = roleOptions(session.client_name);
  if (transcript && !transcript.needs_confirmation) {
    return (
      <Table.Tr>
        <Table.Td colSpan={3}>
          <Link to={`/sessions/${session.id}`} className={classes.done}>
            {session.title}
          </Link>
          <Text size="sm" c="dimmed">
            {plural(transcript.utterance_count, 'utterance')}
          </Text>
        </Table.Td>
        <Table.Td>
          <Text size="sm" c="var(--jl-excellence)">
            {session.content_status === 'completed' ? 'Analysed' : 'Confirmed, being analysed'}
          </Text>
        </Table.Td>
      </Table.Tr>
    );
  }
  return (
    <Table.Tr>
      <Table.Td data-label="Title">
        <TextInput
          size="sm"
          aria-label={`Title of ${session.title}`}
          value={draft.title}
          onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {transcript?.file_name}
          {transcript && `, ${plural(transcript.utterance_count, 'utterance')}`}
        </Text>
        {problem && (
          <Text size="sm" role="alert" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label="Date">
        <TextInput
          size="sm"
          type="date"
          aria-label={`Date of ${session.title}`}
          value={draft.date}
          onChange={(event) => onChange({ ...draft, date: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td data-label="Speakers">
        {(transcript?.speakers ?? []).map((speaker) => (
          <Select
            key={speaker.label}
            size="xs"
            mb={4}
            label={speaker.label}
            data={options}
            placeholder="Who is it?"
            allowDeselect={false}
            value={draft.roles[speaker.label] ?? null}
            onChange={(role) =>
              onChange({ ...draft, roles: { ...draft.roles, [speaker.label]: role as SpeakerRole | null } })
            }
          />
        ))}
        {(transcript?.speakers.length ?? 0) < 2 && (
          <Text size="sm" c="dimmed">
            No names in this file. <Link to={`/sessions/${session.id}`}>Say line by line who speaks</Link>
          </Text>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconArrowsExchange size={14} />}
          onClick={() => onChange({ ...draft, roles: swapped(draft.roles) })}
        >
          Swap
        </Button>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <Button
            size="xs"
            loading={busy}
            disabled={(transcript?.speakers.length ?? 0) < 2}
            onClick={onConfirm}
          >
            Confirm
          </Button>
          <Button size="xs" variant="default" disabled={busy} onClick={onDiscard}>
            Discard
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

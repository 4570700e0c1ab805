import { ActionIcon, Anchor, Button, Group, Menu, Modal, Title } from '@mantine/core';
import {
  IconArrowsExchange,
  IconDots,
  IconFileUpload,
  IconPencil,
  IconRefresh,
  IconTrash,
  IconVideo,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCoach } from '~/app/require-coach';
import type { Session } from '~/api/types';
import { confirmDelete } from '~/components/confirm-delete';
import { say } from '~/components/notices';
import { SessionDay } from '~/components/when';
import { useRerun } from '~/features/content/api/use-rerun';
import { useDeleteSession } from '~/features/sessions/api/use-delete-session';
import { useUpdateSession } from '~/features/sessions/api/use-update-session';
import { SessionForm, sessionValues } from '~/features/sessions/components/session-form';
import { plural } from '~/lib/words';
import classes from './session.module.css';

interface SessionHeaderProps {
  session: Session;
  running: boolean;
  onAsk: (what: 'replace' | 'speakers') => void;
}

/** Title, day and client; and, out of the way, what can be done to a session. */
export function SessionHeader({ session, running, onAsk }: SessionHeaderProps) {
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const rerun = useRerun(session.id);
  const remove = useDeleteSession();
  const { transcript } = session;
  const askDelete = () =>
    confirmDelete({
      title: `Delete “${session.title}”?`,
      goes: transcript
        ? 'Its transcript, signals and insight will be gone with it. It cannot be undone.'
        : 'It has no transcript yet. It cannot be undone.',
      action: 'Delete the session',
      onConfirm: () =>
        remove.mutate(session.id, {
          onSuccess: () => {
            say('The session is deleted.');
            void navigate(`/clients/${session.client_id}`, { replace: true });
          },
        }),
    });
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <p className={classes.above}>
          <Anchor component={Link} to={`/clients/${session.client_id}`}>
            {session.client_name}
          </Anchor>
        </p>
        <Title order={1}>{session.title}</Title>
        <p className={classes.facts}>
          <SessionDay day={session.date} startsAt={session.starts_at} />
          {session.session_type === 'intake' && <span>Intake</span>}
          {session.duration && <span>{plural(session.duration, 'minute')}</span>}
          {transcript && <span>{plural(transcript.word_count, 'word')}</span>}
        </p>
      </div>
      <Group gap="xs">
        {session.meeting_url && !session.transcript && (
          <Button
            variant="default"
            component="a"
            href={session.meeting_url}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconVideo size={18} stroke={1.6} />}
          >
            Join the call
          </Button>
        )}
        <Menu position="bottom-end" width={250}>
          <Menu.Target>
            <ActionIcon variant="default" size={38} aria-label="What can be done with this session">
              <IconDots size={20} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={18} stroke={1.5} />} onClick={() => setEditing(true)}>
              Edit title and date
            </Menu.Item>
            {transcript && (
              <>
                <Menu.Item
                  leftSection={<IconArrowsExchange size={18} stroke={1.5} />}
                  onClick={() => onAsk('speakers')}
                >
                  Correct who speaks
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconFileUpload size={18} stroke={1.5} />}
                  onClick={() => onAsk('replace')}
                >
                  Replace the transcript
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconRefresh size={18} stroke={1.5} />}
                  disabled={running || transcript.needs_confirmation}
                  onClick={() => rerun.mutate(undefined)}
                >
                  Analyse anew
                </Menu.Item>
              </>
            )}
            <Menu.Divider />
            <Menu.Item leftSection={<IconTrash size={18} stroke={1.5} />} onClick={askDelete}>
              Delete the session
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <EditModal session={session} opened={editing} onClose={() => setEditing(false)} />
    </header>
  );
}

interface EditModalProps {
  session: Session;
  opened: boolean;
  onClose: () => void;
}

function EditModal({ session, opened, onClose }: EditModalProps) {
  const { time_zone: zone } = useCoach();
  const update = useUpdateSession(session.id);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Edit the session"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SessionForm
        initial={sessionValues(session, zone)}
        submitLabel="Save"
        busy={update.isPending}
        error={update.error}
        onSubmit={(body) =>
          update.mutate(body, {
            onSuccess: () => {
              onClose();
              say('Saved.');
            },
          })
        }
      />
    </Modal>
  );
}

import { Button, Group, Table, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '~/api/client';
import { toProblem } from '~/api/problem';
import { keys } from '~/api/query-client';
import type { Session } from '~/api/types';
import { confirmDelete } from '~/components/confirm-delete';
import { ListSkeleton } from '~/components/skeletons';
import { useDeleteSession } from '~/features/sessions/api/use-delete-session';
import { useConfirmSpeakers } from '../api/use-confirm-speakers';
import classes from './import.module.css';
import { type ImportDraft, ImportRow } from './import-row';
import { completeChoice, guessedRoles } from './roles';

interface ImportReviewProps {
  ids: string[];
  onRemove: (id: string) => void;
}

const draftOf = (session: Session): ImportDraft => ({
  title: session.title,
  date: session.date,
  roles: guessedRoles(session.transcript?.speakers ?? []),
});

/** The table of files under review. */
export function ImportReview({ ids, onRemove }: ImportReviewProps) {
  const queries = useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.session(id),
      queryFn: () => unwrap(api.GET('/api/v1/sessions/{id}', { params: { path: { id } } })),
      refetchInterval: (query: { state: { data?: Session } }) =>
        query.state.data && ['pending', 'processing'].includes(query.state.data.content_status)
          ? 1500
          : false,
    })),
  });
  const [drafts, setDrafts] = useState<Record<string, ImportDraft>>({});
  const [busy, setBusy] = useState<string[]>([]);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const confirmSpeakers = useConfirmSpeakers();
  const remove = useDeleteSession();

  const sessions = queries.flatMap(({ data }) => (data ? [data] : []));
  const waiting = sessions.filter(({ transcript }) => transcript?.needs_confirmation);

  const confirm = async (session: Session) => {
    const draft = drafts[session.id] ?? draftOf(session);
    const choice = completeChoice(draft.roles);
    if (typeof choice === 'string') return setProblems((old) => ({ ...old, [session.id]: choice }));
    setProblems(({ [session.id]: _gone, ...rest }) => rest);
    setBusy((old) => [...old, session.id]);
    try {
      if (draft.title.trim() !== session.title || draft.date !== session.date) {
        await unwrap(
          api.PATCH('/api/v1/sessions/{id}', {
            params: { path: { id: session.id } },
            body: { title: draft.title.trim() || session.title, date: draft.date || session.date },
          }),
        );
      }
      await confirmSpeakers.mutateAsync({ sessionId: session.id, speakers: choice });
    } catch (error) {
      setProblems((old) => ({ ...old, [session.id]: toProblem(error).message }));
    } finally {
      setBusy((old) => old.filter((id) => id !== session.id));
    }
  };
  const confirmAll = async () => {
    for (const session of waiting) await confirm(session);
  };

  return (
    <section>
      <Group justify="space-between" mt="xl" mb="xs">
        <Title order={2}>Is this right?</Title>
        {waiting.length > 1 && (
          <Button variant="light" disabled={busy.length > 0} onClick={() => void confirmAll()}>
            Confirm all {waiting.length}
          </Button>
        )}
      </Group>
      {queries.some(({ isPending }) => isPending) && <ListSkeleton rows={ids.length} />}
      <Table className={classes.table} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Title</Table.Th>
            <Table.Th w={170}>Date</Table.Th>
            <Table.Th w={240}>Who speaks</Table.Th>
            <Table.Th w={200}>
              <span className="visually-hidden">Confirm or discard</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <ImportRow
              key={session.id}
              session={session}
              draft={drafts[session.id] ?? draftOf(session)}
              busy={busy.includes(session.id)}
              problem={problems[session.id]}
              onChange={(draft) => setDrafts((old) => ({ ...old, [session.id]: draft }))}
              onConfirm={() => void confirm(session)}
              onDiscard={() =>
                confirmDelete({
                  title: `Discard “${session.title}”?`,
                  goes: 'The session made from this file and its transcript are removed. Your own file is not touched.',
                  action: 'Discard it',
                  onConfirm: () => remove.mutate(session.id, { onSuccess: () => onRemove(session.id) }),
                })
              }
            />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

import type { TenantScope } from '@app/platform';

export interface SessionFact {
  id: string;
  /** `YYYY-MM-DD` */
  date: string;
  title: string;
}

/** Date and title of sessions by id. Apart from the counting on purpose: the planner misjudges that join under policies. */
export async function sessionFacts(
  scope: TenantScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SessionFact>> {
  const rows = await scope.rows<SessionFact & Record<string, string>>(
    'progress_session_facts',
    'SELECT id, date::text, title FROM sessions WHERE id = ANY($1::uuid[]) AND coach_id = $2',
    [[...new Set(ids)], scope.principal.coachId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rows of sessions in order of time, each with its session. */
export function inOrder<R extends { session_id: string }>(
  rows: readonly R[],
  facts: ReadonlyMap<string, SessionFact>,
): { row: R; session: SessionFact }[] {
  const key = ({ session }: { session: SessionFact }): string => `${session.date} ${session.id}`;
  return rows
    .flatMap((row) => {
      const session = facts.get(row.session_id);
      return session ? [{ row, session }] : [];
    })
    .toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

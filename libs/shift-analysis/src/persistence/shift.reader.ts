import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import { type DismissedCount, discountDismissed } from '../domain/discount-dismissed';
import {
  type GrowthPoint,
  type SignalQuery,
  ShiftReader,
  type SignalRecord,
  type StoredReport,
  type Verdict,
} from '../domain/records';
import type { AskedQuestion, PrincipleKey, PrincipleScore, ShiftReport, SignalKind } from '../domain/types';

interface ReportRow {
  session_id: string;
  dismissed: DismissedCount[];
  scores: PrincipleScore[];
  coach_talk_share: number | null;
  open_questions: number;
  closed_questions: number;
  questions: AskedQuestion[];
  longest_monologue: ShiftReport['longestMonologue'];
  dropped: number;
  analyst: string;
  analyst_version: string;
  rubric_version: string;
  created_at: Date;
}

interface SignalRow {
  id: string;
  session_id: string;
  kind: SignalKind;
  principle: PrincipleKey;
  pattern: string;
  code: string;
  rank: number;
  utterance_ids: string[];
  utterance_numbers: number[];
  quote: string;
  quote_utterance: number;
  feedback: string;
  why_it_matters: string;
  better_example: string | null;
  certainty: number;
  analyst: string;
  analyst_version: string;
  rubric_version: string;
  verdict: Verdict | null;
  verdict_at: Date | null;
  edited_feedback: string | null;
  edited_better_example: string | null;
  created_at: Date;
}

interface GrowthRow {
  session_id: string;
  dismissed: DismissedCount[];
  client_id: string;
  client_name: string;
  date: string;
  title: string;
  scores: PrincipleScore[];
  coach_talk_share: number | null;
  excellence_count: number;
  growth_count: number;
}

const SIGNAL_COLUMNS = `id, session_id, kind, principle, pattern, code, rank, utterance_ids, utterance_numbers, quote,
  quote_utterance, feedback, why_it_matters, better_example, certainty, analyst, analyst_version, rubric_version, verdict,
  verdict_at, edited_feedback, edited_better_example, created_at`;

/** What the coach has dismissed of a session, as one document. */
const DISMISSED = (session: string): string => `(
  SELECT COALESCE(jsonb_agg(jsonb_build_object('principle', d.principle, 'kind', d.kind, 'count', d.count)), '[]')
  FROM (SELECT principle, kind, count(*)::int AS count FROM shift_signals
    WHERE session_id = ${session} AND verdict = 'dismissed' GROUP BY principle, kind) d
) AS dismissed`;

@Injectable()
export class SqlShiftReader extends ShiftReader {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async report(sessionId: string): Promise<StoredReport | null> {
    const rows = await this.scope.rows<ReportRow>(
      'shift_report',
      `SELECT session_id, scores, coach_talk_share, open_questions, closed_questions, questions, longest_monologue, dropped,
         analyst, analyst_version, rubric_version, created_at, ${DISMISSED('shift_reports.session_id')}
       FROM shift_reports WHERE session_id = $1 AND coach_id = $2`,
      [sessionId, this.coachId],
    );
    const row = rows[0];
    return row
      ? {
          sessionId: row.session_id,
          scores: discountDismissed(row.scores, row.dismissed),
          coachTalkShare: row.coach_talk_share,
          openQuestions: row.open_questions,
          closedQuestions: row.closed_questions,
          questions: row.questions,
          longestMonologue: row.longest_monologue,
          dropped: row.dropped,
          analyst: row.analyst,
          analystVersion: row.analyst_version,
          rubricVersion: row.rubric_version,
          createdAt: row.created_at,
        }
      : null;
  }

  async signals({ sessionId, kind, principle, limit, cursor }: SignalQuery): Promise<Page<SignalRecord>> {
    const after = decodeCursor('signals', cursor, ['integer', 'uuid']);
    const rows = await this.scope.rows<SignalRow>(
      'shift_signals_page',
      `SELECT ${SIGNAL_COLUMNS} FROM shift_signals
       WHERE session_id = $1 AND coach_id = $2 AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR principle = $4)
         AND ($5::int IS NULL OR (rank, id) > ($5::int, $6::uuid))
       ORDER BY rank, id LIMIT $7`,
      [
        sessionId,
        this.coachId,
        kind ?? null,
        principle ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    return toPage(rows, limit, toSignal, (row) => encodeCursor('signals', [row.rank, row.id]));
  }

  async signal(id: string): Promise<SignalRecord | null> {
    const rows = await this.scope.rows<SignalRow>(
      'shift_signal',
      `SELECT ${SIGNAL_COLUMNS} FROM shift_signals WHERE id = $1 AND coach_id = $2`,
      [id, this.coachId],
    );
    return rows[0] ? toSignal(rows[0]) : null;
  }

  async growth(
    clientId: string | undefined,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<GrowthPoint>> {
    const after = decodeCursor('growth', cursor, ['date', 'uuid']);
    const rows = await this.scope.rows<GrowthRow>(
      'shift_growth',
      `SELECT s.id AS session_id, s.client_id, c.name AS client_name, s.date::text, s.title, r.scores, r.coach_talk_share, ${DISMISSED('s.id')},
         n.excellence_count, n.growth_count
       FROM sessions s
       JOIN shift_reports r ON r.session_id = s.id
       JOIN clients c ON c.id = s.client_id
       CROSS JOIN LATERAL (
         SELECT (count(*) FILTER (WHERE kind = 'excellence'))::int AS excellence_count,
           (count(*) FILTER (WHERE kind = 'growth'))::int AS growth_count
         FROM shift_signals WHERE session_id = s.id AND verdict IS DISTINCT FROM 'dismissed'
       ) n
       WHERE s.coach_id = $1 AND ($2::uuid IS NULL OR s.client_id = $2)
         AND ($3::date IS NULL OR (s.date, s.id) < ($3::date, $4::uuid))
       ORDER BY s.date DESC, s.id DESC LIMIT $5`,
      [this.coachId, clientId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return toPage(
      rows,
      limit,
      (row) => ({
        sessionId: row.session_id,
        clientId: row.client_id,
        clientName: row.client_name,
        date: row.date,
        title: row.title,
        scores: discountDismissed(row.scores, row.dismissed),
        coachTalkShare: row.coach_talk_share,
        excellenceCount: row.excellence_count,
        growthCount: row.growth_count,
      }),
      (row) => encodeCursor('growth', [row.date, row.session_id]),
    );
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

const toSignal = (row: SignalRow): SignalRecord => ({
  id: row.id,
  sessionId: row.session_id,
  kind: row.kind,
  principle: row.principle,
  pattern: row.pattern,
  code: row.code,
  utterances: row.utterance_numbers,
  utteranceIds: row.utterance_ids,
  quote: row.quote,
  quoteUtterance: row.quote_utterance,
  feedback: row.feedback,
  whyItMatters: row.why_it_matters,
  betterExample: row.better_example,
  certainty: row.certainty,
  analyst: row.analyst,
  analystVersion: row.analyst_version,
  rubricVersion: row.rubric_version,
  verdict: row.verdict,
  verdictAt: row.verdict_at,
  editedFeedback: row.edited_feedback,
  editedBetterExample: row.edited_better_example,
  createdAt: row.created_at,
});

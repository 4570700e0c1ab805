import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, type Page, TenantScope, toPage } from '@app/platform';
import { type CodedUtteranceView, TranscriptReads } from '../domain/records';
import { toUtterance, UTTERANCE_COLUMNS, type UtteranceRow } from './utterance-row';

interface CodedRow extends UtteranceRow {
  codes: CodedUtteranceView['codes'] | null;
  emotion: CodedUtteranceView['emotion'];
}

const CURSOR = 'utterances';

@Injectable()
export class SqlTranscriptReads extends TranscriptReads {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async utterancePage(
    sessionId: string,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<CodedUtteranceView>> {
    const after = Number(decodeCursor(CURSOR, cursor, ['integer'])?.[0] ?? 0);
    // The codings of the page alone are cut out of the transcript's one document.
    const rows = await this.scope.rows<CodedRow>(
      'utterances_page',
      `WITH page AS (
         SELECT ${UTTERANCE_COLUMNS}, u.transcript_id FROM utterances u JOIN transcripts t ON t.id = u.transcript_id
         WHERE t.session_id = $1 AND t.coach_id = $2 AND u.sequence_number > $3
         ORDER BY u.sequence_number LIMIT $4
       ), coded AS (
         SELECT (entry->>'sequenceNumber')::int AS number, entry->'codes' AS codes, entry->'emotion' AS emotion
         FROM transcript_codings c,
           jsonb_array_elements(jsonb_path_query_array(c.coding, '$[$from to $to]',
             jsonb_build_object('from', $3::int, 'to', $3::int + $4::int))) AS entry
         WHERE c.transcript_id = (SELECT transcript_id FROM page LIMIT 1)
       )
       SELECT page.*, coded.codes, coded.emotion FROM page LEFT JOIN coded ON coded.number = page.sequence_number
       ORDER BY page.sequence_number`,
      [sessionId, this.scope.principal.coachId, after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      (row) => ({ ...toUtterance(row), codes: row.codes ?? [], emotion: row.emotion }),
      (row) => encodeCursor(CURSOR, [row.sequence_number]),
    );
  }

  async text(sessionId: string): Promise<string | null> {
    const rows = await this.scope.rows<{ transcript: string | null }>(
      'transcript_text',
      'SELECT transcript FROM sessions WHERE id = $1 AND coach_id = $2',
      [sessionId, this.scope.principal.coachId],
    );
    return rows[0]?.transcript ?? null;
  }
}

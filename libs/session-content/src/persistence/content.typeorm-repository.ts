import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import { ContentRepository, type PartForJob, type PartState } from '../domain/repositories';
import { CONTENT_CHANNEL, type ContentRequest, type PartName, PARTS, type PartStatus } from '../domain/types';
import { SessionContentPartEntity, SessionContentRequestEntity } from './entities';

interface PartRow {
  request_id: string;
  session_id: string;
  transcript_id: string;
  part: PartName;
  status: PartStatus;
  job_id: string | null;
  attempts: number;
  error_code: string | null;
  skip_reason: string | null;
  started_at: Date | null;
  finished_at: Date | null;
}

@Injectable()
export class TypeOrmContentRepository extends ContentRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async ofSession(sessionId: string): Promise<ContentRequest | null> {
    const { manager, principal } = this.scope;
    const request = await manager.findOneBy(SessionContentRequestEntity, {
      sessionId,
      coachId: principal.coachId,
    });
    if (!request) return null;
    const parts = await manager.findBy(SessionContentPartEntity, {
      requestId: request.id,
      coachId: principal.coachId,
    });
    return {
      id: request.id,
      sessionId,
      transcriptId: request.transcriptId,
      createdAt: request.createdAt,
      parts: parts.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part)),
    };
  }

  async create(sessionId: string, transcriptId: string): Promise<string> {
    const rows = await this.scope.rows<{ id: string }>(
      'content_request_create',
      `INSERT INTO session_content_requests (coach_id, session_id, transcript_id) VALUES ($1, $2, $3)
       ON CONFLICT (session_id) DO UPDATE SET transcript_id = excluded.transcript_id
       RETURNING id`,
      [this.scope.principal.coachId, sessionId, transcriptId],
    );
    return rows[0]?.id ?? '';
  }

  async setParts(requestId: string, sessionId: string, parts: PartState[]): Promise<void> {
    await this.scope.execute(
      `INSERT INTO session_content_parts (coach_id, request_id, part, status, job_id, skip_reason, finished_at)
       SELECT $1, $2, part, status, job_id, skip_reason, CASE WHEN status = 'skipped' THEN now() END
       FROM unnest($3::text[], $4::text[], $5::uuid[], $6::text[]) AS x (part, status, job_id, skip_reason)
       ON CONFLICT (request_id, part) DO UPDATE SET status = excluded.status, job_id = excluded.job_id,
         skip_reason = excluded.skip_reason, attempts = 0, error_code = NULL, started_at = NULL,
         finished_at = excluded.finished_at`,
      [
        this.scope.principal.coachId,
        requestId,
        parts.map(({ part }) => part),
        parts.map(({ status }) => status),
        parts.map(({ jobId }) => jobId),
        parts.map(({ skipReason }) => skipReason),
      ],
    );
    await this.announce(sessionId);
  }

  async lockPart(requestId: string, part: PartName): Promise<PartForJob | null> {
    const rows = await this.scope.rows<PartRow>(
      'content_part_lock',
      `SELECT p.request_id, r.session_id, r.transcript_id, p.part, p.status, p.job_id, p.attempts, p.error_code,
         p.skip_reason, p.started_at, p.finished_at
       FROM session_content_parts p JOIN session_content_requests r ON r.id = p.request_id
       WHERE p.request_id = $1 AND p.part = $2 AND p.coach_id = $3 FOR UPDATE OF p`,
      [requestId, part, this.scope.principal.coachId],
    );
    const row = rows[0];
    return row
      ? {
          requestId: row.request_id,
          sessionId: row.session_id,
          transcriptId: row.transcript_id,
          part: row.part,
          status: row.status,
          jobId: row.job_id,
          attempts: row.attempts,
          errorCode: row.error_code,
          skipReason: row.skip_reason,
          startedAt: row.started_at,
          finishedAt: row.finished_at,
        }
      : null;
  }

  async markProcessing(part: PartForJob, attempt: number): Promise<void> {
    await this.scope.execute(
      `UPDATE session_content_parts SET status = 'processing', attempts = $3, started_at = COALESCE(started_at, now())
       WHERE request_id = $1 AND part = $2`,
      [part.requestId, part.part, attempt],
    );
    await this.announce(part.sessionId);
  }

  async markFinished(part: PartForJob, status: PartStatus, reason: string | null): Promise<void> {
    await this.scope.execute(
      `UPDATE session_content_parts SET status = $3, finished_at = now(),
         error_code = CASE WHEN $3 = 'failed' THEN $4 END, skip_reason = CASE WHEN $3 = 'skipped' THEN $4 END
       WHERE request_id = $1 AND part = $2`,
      [part.requestId, part.part, status, reason],
    );
    await this.announce(part.sessionId);
  }

  private async announce(sessionId: string): Promise<void> {
    await this.scope.execute('SELECT pg_notify($1, $2)', [CONTENT_CHANNEL, sessionId]);
  }
}

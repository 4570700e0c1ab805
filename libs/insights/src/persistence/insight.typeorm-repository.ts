import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import { InsightRepository, type InsightStatus, type NewInsight } from '../domain/records';
import type { InsightResult } from '../domain/types';
import { SessionInsightEntity } from './session-insight.entity';

@Injectable()
export class TypeOrmInsightRepository extends InsightRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async prepare(
    { sessionId, clientId, transcriptId, transcriptSource }: NewInsight,
    restart: boolean,
  ): Promise<string> {
    const { coachId, userId } = this.scope.principal;
    const rows = await this.scope.rows<{ id: string }>(
      'insight_prepare',
      `INSERT INTO session_insights (coach_id, client_id, session_id, transcript_id, transcript_source, status, created_by)
       VALUES ($1, $2, $3, $4, $5, 'pending', $6)
       ON CONFLICT (session_id) DO UPDATE SET
         status = CASE WHEN $7 THEN 'pending' ELSE session_insights.status END,
         processing_error = CASE WHEN $7 THEN NULL ELSE session_insights.processing_error END
       RETURNING id`,
      [coachId, clientId, sessionId, transcriptId, transcriptSource, userId, restart],
    );
    return rows[0]?.id ?? '';
  }

  async setStatus(sessionId: string, status: InsightStatus, errorCode: string | null): Promise<void> {
    const { coachId } = this.scope.principal;
    await this.scope.manager.update(
      SessionInsightEntity,
      { sessionId, coachId },
      { status, processingError: errorCode },
    );
  }

  async complete(sessionId: string, { sections, metadata }: InsightResult): Promise<void> {
    const { coachId } = this.scope.principal;
    const { overallSessionQuality, ...rest } = sections;
    await this.scope.manager.update(
      SessionInsightEntity,
      { sessionId, coachId },
      {
        ...rest,
        overallSessionQuality,
        metadata,
        status: 'completed',
        processingError: null,
        completedAt: () => 'now()',
      },
    );
  }

  async setVisibility(
    id: string,
    { toClient, toCoach }: { toClient?: boolean; toCoach?: boolean },
  ): Promise<boolean> {
    const { coachId } = this.scope.principal;
    const result = await this.scope.manager.update(
      SessionInsightEntity,
      { id, coachId },
      {
        ...(toClient === undefined ? {} : { visibleToClient: toClient }),
        ...(toCoach === undefined ? {} : { visibleToCoach: toCoach }),
        updatedAt: () => 'now()',
      },
    );
    return (result.affected ?? 0) > 0;
  }

  async delete(id: string): Promise<boolean> {
    const result = await this.scope.manager.delete(SessionInsightEntity, {
      id,
      coachId: this.scope.principal.coachId,
    });
    return (result.affected ?? 0) > 0;
  }
}

import { Injectable } from '@nestjs/common';
import { Sessions } from '@app/coaching';
import { Insights } from '@app/insights';
import { DomainError, notFound, type Principal, TenantScope } from '@app/platform';
import { Consents } from '@app/privacy';
import { Outbox } from '@app/queues';
import { type TranscriptRecord, Transcripts } from '@app/transcripts';
import { ContentRepository, type PartState } from '../domain/repositories';
import { type ContentRequest, isFinished, type PartName, PARTS, SKIP_NOT_ENABLED } from '../domain/types';
import { PartAnalyses } from './part-analyses';

/** The content of sessions: asked for, looked at, run again. */
@Injectable()
export class Content {
  constructor(
    private readonly scope: TenantScope,
    private readonly sessions: Sessions,
    private readonly transcripts: Transcripts,
    private readonly insights: Insights,
    private readonly consents: Consents,
    private readonly outbox: Outbox,
    private readonly repository: ContentRepository,
    private readonly analyses: PartAnalyses,
  ) {}

  /** Starts all parts for a transcript whose speakers are known; part of the transaction that stored it. */
  start(principal: Principal, transcript: TranscriptRecord): Promise<string> {
    return this.scope.run(principal, async () => {
      const requestId = await this.repository.create(transcript.sessionId, transcript.id);
      await this.restart(principal, requestId, transcript.sessionId, PARTS);
      return requestId;
    });
  }

  find(principal: Principal, sessionId: string): Promise<ContentRequest | null> {
    return this.scope.run(principal, () => this.repository.ofSession(sessionId));
  }

  get(principal: Principal, sessionId: string): Promise<ContentRequest> {
    return this.scope.run(principal, async () => {
      await this.sessions.find(principal, sessionId);
      const content = await this.repository.ofSession(sessionId);
      if (!content) throw notFound('content');
      return content;
    });
  }

  /** Runs parts again (all of them unless named). What the coach has confirmed, edited or dismissed stays. */
  rerun(
    principal: Principal,
    sessionId: string,
    parts: readonly PartName[] = PARTS,
  ): Promise<ContentRequest> {
    return this.scope.run(principal, async () => {
      const session = await this.sessions.find(principal, sessionId);
      const transcript = await this.transcripts.find(principal, sessionId);
      if (!transcript) throw notFound('transcript');
      await this.consents.require(session.clientId, 'analyse');
      if (transcript.needsConfirmation) {
        throw new DomainError({
          code: 'transcript.needs_confirmation',
          kind: 'conflict',
          message: 'First confirm who is coach and who is client in this transcript.',
        });
      }
      const requestId = await this.repository.create(sessionId, transcript.id);
      for (const part of parts) {
        const state = await this.repository.lockPart(requestId, part);
        if (state && !isFinished(state.status)) {
          throw new DomainError({
            code: 'content.in_progress',
            kind: 'conflict',
            message: 'This session is being analysed right now. Wait until it is done.',
          });
        }
      }
      await this.insights.prepare(
        principal,
        {
          sessionId,
          clientId: session.clientId,
          transcriptId: transcript.id,
          transcriptSource: transcript.source,
        },
        parts.includes('session_analysis'),
      );
      await this.restart(principal, requestId, sessionId, parts);
      return this.get(principal, sessionId);
    });
  }

  private async restart(
    principal: Principal,
    requestId: string,
    sessionId: string,
    parts: readonly PartName[],
  ): Promise<void> {
    const states: PartState[] = [];
    if (parts.includes('progress')) await this.sessions.setProgressExtracted(principal, sessionId, false);
    for (const part of parts) {
      states.push(
        this.analyses.has(part)
          ? {
              part,
              status: 'pending',
              jobId: await this.outbox.add('session-content.part', { requestId, part }),
              skipReason: null,
            }
          : { part, status: 'skipped', jobId: null, skipReason: SKIP_NOT_ENABLED },
      );
    }
    await this.repository.setParts(requestId, sessionId, states);
  }
}

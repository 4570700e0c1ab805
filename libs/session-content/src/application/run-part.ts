import { Injectable } from '@nestjs/common';
import { Profiles, Sessions } from '@app/coaching';
import { Insights } from '@app/insights';
import { coachPrincipal, type Principal, TenantScope } from '@app/platform';
import { Consents } from '@app/privacy';
import type { Job, JobRun } from '@app/queues';
import { Codings } from '@app/transcripts';
import { ContentRepository, type PartForJob, SessionReader } from '../domain/repositories';
import { isFinished, type PartName, SKIP_NO_CONSENT } from '../domain/types';
import { PartAnalyses, type PartInput } from './part-analyses';

type PartJob = Job<'session-content.part'>;

/** Runs one part of a session's content, to its end or not at all. */
@Injectable()
export class RunPart {
  constructor(
    private readonly scope: TenantScope,
    private readonly repository: ContentRepository,
    private readonly sessions: Sessions,
    private readonly profiles: Profiles,
    private readonly reader: SessionReader,
    private readonly consents: Consents,
    private readonly codings: Codings,
    private readonly insights: Insights,
    private readonly analyses: PartAnalyses,
  ) {}

  async run(job: PartJob, run: JobRun): Promise<void> {
    const principal = coachPrincipal(job.coachId);
    const prepared = await this.scope.run(principal, () => this.prepare(principal, job));
    if (prepared === 'nothing to do') return run.complete(() => Promise.resolve());
    const { part, input } = prepared;
    if (!input) {
      return run.complete(async () => {
        const locked = await this.ownPart(job);
        if (locked) await this.finish(principal, locked, 'skipped', SKIP_NO_CONSENT);
      });
    }
    const coded = await this.codings.of(principal, part.transcriptId, input.names);
    const store = await this.analyses.run(part.part, { ...input, coded });
    await run.complete(async () => {
      const locked = await this.ownPart(job);
      // The session or its transcript may have gone while the analysis ran, or a rerun may own the part by now.
      if (!locked) return;
      await store();
      await this.repository.markFinished(locked, 'completed', null);
    });
  }

  /** The job was given up: the part has failed with this code. */
  async giveUp(job: PartJob, errorCode: string): Promise<void> {
    const part = await this.ownPart(job);
    if (part) await this.finish(coachPrincipal(job.coachId), part, 'failed', errorCode);
  }

  private async prepare(
    principal: Principal,
    job: PartJob,
  ): Promise<
    | 'nothing to do'
    | {
        part: PartForJob;
        input: (Omit<PartInput, 'coded'> & { names: { coachName: string; clientName: string } }) | null;
      }
  > {
    const part = await this.ownPart(job);
    if (!part) return 'nothing to do';
    const session = await this.sessions.find(principal, part.sessionId);
    // Consent may have been withdrawn since the work was asked for.
    if (!(await this.consents.has(session.clientId, 'analyse'))) return { part, input: null };
    await this.repository.markProcessing(part, job.attempt);
    if (part.part === 'session_analysis')
      await this.insights.setStatus(principal, part.sessionId, 'processing');
    const coach = await this.profiles.get(principal);
    return {
      part,
      input: {
        principal,
        sessionId: part.sessionId,
        transcriptId: part.transcriptId,
        durationMinutes: session.duration,
        previousSessionCount: await this.reader.earlierSessions(part.sessionId),
        names: { coachName: firstName(coach.name), clientName: firstName(session.client.name) },
      },
    };
  }

  /** The job's part, locked, if it is still this job's and unfinished. */
  private async ownPart(job: PartJob): Promise<PartForJob | null> {
    const part = await this.repository.lockPart(job.payload.requestId, job.payload.part as PartName);
    return part && part.jobId === job.id && !isFinished(part.status) ? part : null;
  }

  private async finish(
    principal: Principal,
    part: PartForJob,
    status: 'failed' | 'skipped',
    reason: string,
  ): Promise<void> {
    await this.repository.markFinished(part, status, reason);
    if (part.part === 'session_analysis')
      await this.insights.setStatus(principal, part.sessionId, 'failed', reason);
  }
}

/** As people are called in a session; feedback speaks the same way. */
const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

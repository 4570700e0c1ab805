import { Injectable } from '@nestjs/common';
import { Clients, Profiles } from '@app/coaching';
import { notFound, type Principal, TenantScope } from '@app/platform';
import {
  type InsightDetail,
  type InsightList,
  InsightReader,
  InsightRepository,
  type InsightStatus,
  type NewInsight,
} from '../domain/records';
import type { InsightResult } from '../domain/types';

/** Session insights of a coach's clients. */
@Injectable()
export class Insights {
  constructor(
    private readonly scope: TenantScope,
    private readonly clients: Clients,
    private readonly profiles: Profiles,
    private readonly repository: InsightRepository,
    private readonly reader: InsightReader,
  ) {}

  /** The session's insight, made ready for an analysis; one that is there starts over when `restart`. */
  prepare(principal: Principal, insight: NewInsight, restart: boolean): Promise<string> {
    return this.scope.run(principal, () => this.repository.prepare(insight, restart));
  }

  setStatus(
    principal: Principal,
    sessionId: string,
    status: InsightStatus,
    errorCode: string | null = null,
  ): Promise<void> {
    return this.scope.run(principal, () => this.repository.setStatus(sessionId, status, errorCode));
  }

  complete(principal: Principal, sessionId: string, result: InsightResult): Promise<void> {
    return this.scope.run(principal, () => this.repository.complete(sessionId, result));
  }

  /** Newest session first, with the names a list heading needs. */
  ofRelationship(
    principal: Principal,
    clientId: string,
    limit: number,
    offset: number,
  ): Promise<InsightList & { clientName: string; coachName: string }> {
    return this.scope.run(principal, async () => {
      const client = await this.clients.get(principal, clientId);
      const coach = await this.profiles.get(principal);
      return {
        ...(await this.reader.ofClient(clientId, limit, offset)),
        clientName: client.name,
        coachName: coach.name,
      };
    });
  }

  detail(principal: Principal, id: string): Promise<InsightDetail> {
    return this.scope.run(principal, async () => {
      const insight = await this.reader.detail(id);
      if (!insight) throw notFound('insight');
      return insight;
    });
  }

  setVisibility(
    principal: Principal,
    id: string,
    visible: { toClient?: boolean; toCoach?: boolean },
  ): Promise<InsightDetail> {
    return this.scope.run(principal, async () => {
      if (!(await this.repository.setVisibility(id, visible))) throw notFound('insight');
      return this.detail(principal, id);
    });
  }

  /** Removes the insight alone; session, transcript and SHIFT findings stay. */
  delete(principal: Principal, id: string): Promise<void> {
    return this.scope.run(principal, async () => {
      if (!(await this.repository.delete(id))) throw notFound('insight');
    });
  }
}

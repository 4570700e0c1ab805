import { Injectable } from '@nestjs/common';
import { Clients, Profiles, type SessionChanges, Sessions } from '@app/coaching';
import { notFound, type Page, type Principal, TenantScope } from '@app/platform';
import {
  type Attention,
  type SessionListQuery,
  type SessionOverview,
  SessionReader,
} from '../domain/repositories';

export interface TodayView {
  date: string;
  timeZone: string;
  upcoming: SessionOverview[];
  recent: SessionOverview[];
  attention: Attention[];
  clientCount: number;
  sessionCount: number;
}

/** Sessions as the coach sees them: with transcript, analysis state and findings. */
@Injectable()
export class SessionPages {
  constructor(
    private readonly scope: TenantScope,
    private readonly reader: SessionReader,
    private readonly sessions: Sessions,
    private readonly clients: Clients,
    private readonly profiles: Profiles,
  ) {}

  list(principal: Principal, query: Omit<SessionListQuery, 'today'>): Promise<Page<SessionOverview>> {
    return this.scope.run(principal, async () => {
      if (query.clientId) await this.clients.get(principal, query.clientId);
      return this.reader.list({ ...query, today: await this.profiles.today(principal) });
    });
  }

  get(principal: Principal, id: string): Promise<SessionOverview> {
    return this.scope.run(principal, async () => {
      const session = await this.reader.one(id, await this.profiles.today(principal));
      if (!session) throw notFound('session');
      return session;
    });
  }

  create(
    principal: Principal,
    clientId: string,
    input: SessionChanges & { title: string; date: string },
  ): Promise<SessionOverview> {
    return this.scope.run(principal, async () =>
      this.get(principal, await this.sessions.create(principal, clientId, input)),
    );
  }

  update(principal: Principal, id: string, changes: SessionChanges): Promise<SessionOverview> {
    return this.scope.run(principal, async () => {
      await this.sessions.update(principal, id, changes);
      return this.get(principal, id);
    });
  }

  today(principal: Principal): Promise<TodayView> {
    return this.scope.run(principal, async () => {
      const { timeZone, emailVerified } = await this.profiles.get(principal);
      const today = await this.profiles.today(principal);
      const page = { clientId: undefined, search: undefined, cursor: undefined, limit: 5, today };
      const upcoming = await this.reader.list({ ...page, when: 'upcoming', sort: 'date' });
      const recent = await this.reader.list({ ...page, when: 'past', sort: '-date' });
      const counts = await this.reader.counts();
      const attention = await this.reader.attention();
      const alone = { clientId: null, clientName: null, sessionId: null, sessionTitle: null, count: 1 };
      if (counts.clients === 0) attention.push({ kind: 'no_clients', ...alone });
      if (!emailVerified) attention.push({ kind: 'verify_email', ...alone });
      return {
        date: today,
        timeZone,
        upcoming: upcoming.items,
        recent: recent.items,
        attention,
        clientCount: counts.clients,
        sessionCount: counts.sessions,
      };
    });
  }
}

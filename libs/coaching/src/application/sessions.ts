import { Injectable } from '@nestjs/common';
import {
  DomainError,
  notFound,
  type Principal,
  readMoment,
  type SessionMoment,
  TenantScope,
} from '@app/platform';
import { ClientRepository, SessionRepository } from '../domain/repositories';
import type { SessionChanges, SessionFacts } from '../domain/types';
import { Profiles } from './profiles';

/** A session with the people in it. */
export interface SessionWithPeople extends SessionFacts {
  client: { id: string; name: string; email: string | null };
}

/** The writing side of sessions. What lists and pages show of them is read by session content, above. */
@Injectable()
export class Sessions {
  constructor(
    private readonly scope: TenantScope,
    private readonly sessions: SessionRepository,
    private readonly clients: ClientRepository,
    private readonly profiles: Profiles,
  ) {}

  find(principal: Principal, id: string): Promise<SessionWithPeople> {
    return this.scope.run(principal, async () => {
      const session = await this.sessions.find(id);
      const client = session && (await this.clients.find(session.clientId));
      if (!session || !client) throw notFound('session');
      return { ...session, client };
    });
  }

  create(
    principal: Principal,
    clientId: string,
    input: SessionChanges & { title: string; date: string },
  ): Promise<string> {
    return this.scope.run(principal, async () => {
      if (!(await this.clients.find(clientId))) throw notFound('client');
      return this.sessions.insert({
        clientId,
        title: input.title,
        sessionType: input.sessionType ?? 'regular',
        duration: input.duration ?? null,
        meetingUrl: input.meetingUrl ?? null,
        ...(await this.moment(principal, input.date)),
      });
    });
  }

  update(principal: Principal, id: string, { date, ...changes }: SessionChanges): Promise<void> {
    return this.scope.run(principal, async () => {
      if (!(await this.sessions.find(id))) throw notFound('session');
      const moment = date === undefined ? {} : await this.moment(principal, date);
      await this.sessions.update(id, { ...changes, ...moment });
    });
  }

  /** Removes the session with its transcript and all that was derived from it. */
  delete(principal: Principal, id: string): Promise<void> {
    return this.scope.run(principal, async () => {
      if (!(await this.sessions.delete(id))) throw notFound('session');
    });
  }

  /** Keeps the full text of the session's transcript and holds the session's row until the transaction ends. */
  keepTranscript(principal: Principal, id: string, text: string): Promise<void> {
    return this.scope.run(principal, async () => {
      if (!(await this.sessions.keepTranscript(id, text))) throw notFound('session');
    });
  }

  /** Notes whether the session's progress has been extracted from its transcript. */
  setProgressExtracted(principal: Principal, id: string, extracted: boolean): Promise<void> {
    return this.scope.run(principal, async () => {
      if (!(await this.sessions.setProgressExtracted(id, extracted))) throw notFound('session');
    });
  }

  private async moment(principal: Principal, value: string): Promise<SessionMoment> {
    const moment = readMoment(value, (await this.profiles.get(principal)).timeZone);
    if (moment) return moment;
    throw new DomainError({
      code: 'validation.failed',
      kind: 'invalid',
      message:
        'The date could not be read. Use a day such as 2026-03-12 or a full time such as 2026-03-12T10:00:00Z.',
      fields: [{ field: 'date', message: 'must be YYYY-MM-DD or an ISO 8601 time' }],
    });
  }
}

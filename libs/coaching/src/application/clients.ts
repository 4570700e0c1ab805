import { Injectable } from '@nestjs/common';
import { DomainError, notFound, type Page, type Principal, TenantScope } from '@app/platform';
import { CONSENT_PURPOSES, Consents } from '@app/privacy';
import { type ClientListQuery, ClientReader, ClientRepository } from '../domain/repositories';
import type { ClientChanges, ClientView } from '../domain/types';
import { Profiles } from './profiles';

/** A coach's clients. */
@Injectable()
export class Clients {
  constructor(
    private readonly scope: TenantScope,
    private readonly clients: ClientRepository,
    private readonly reader: ClientReader,
    private readonly profiles: Profiles,
    private readonly consents: Consents,
  ) {}

  list(principal: Principal, query: Omit<ClientListQuery, 'today'>): Promise<Page<ClientView>> {
    return this.scope.run(principal, async () =>
      this.reader.list({ ...query, today: await this.profiles.today(principal) }),
    );
  }

  get(principal: Principal, id: string): Promise<ClientView> {
    return this.scope.run(principal, async () => {
      const client = await this.reader.one(id, await this.profiles.today(principal));
      if (!client) throw notFound('client');
      return client;
    });
  }

  create(principal: Principal, input: ClientChanges & { name: string }): Promise<ClientView> {
    return this.scope.run(principal, async () => {
      const id = await this.clients.insert({
        name: input.name,
        email: input.email ?? null,
        totalSessions: input.totalSessions ?? null,
      });
      if (input.hasConsented) await this.recordConsent(principal, id, true, input.consentRecordedOn);
      return this.get(principal, id);
    });
  }

  update(principal: Principal, id: string, changes: ClientChanges): Promise<ClientView> {
    return this.scope.run(principal, async () => {
      const before = await this.get(principal, id);
      const { hasConsented, consentRecordedOn, ...facts } = changes;
      await this.clients.update(id, facts);
      const changed = hasConsented !== undefined && hasConsented !== before.hasConsented;
      const redated =
        before.hasConsented &&
        consentRecordedOn !== undefined &&
        consentRecordedOn !== before.consentRecordedOn;
      if (changed || redated) {
        await this.recordConsent(principal, id, hasConsented ?? before.hasConsented, consentRecordedOn);
      }
      return this.get(principal, id);
    });
  }

  /** Removes the client and everything below: sessions, transcripts, findings, consent records. */
  delete(principal: Principal, id: string): Promise<void> {
    return this.scope.run(principal, async () => {
      if (!(await this.clients.delete(id))) throw notFound('client');
    });
  }

  private async recordConsent(
    principal: Principal,
    clientId: string,
    given: boolean,
    on?: string,
  ): Promise<void> {
    const today = await this.profiles.today(principal);
    if (on !== undefined && on > today) {
      throw new DomainError({
        code: 'validation.failed',
        kind: 'invalid',
        message: 'Consent cannot be recorded for a day that has not come yet.',
        fields: [{ field: 'consent_recorded_on', message: 'must not be in the future' }],
      });
    }
    await this.consents.record({ clientId, purposes: CONSENT_PURPOSES, given, recordedOn: on ?? today });
  }
}

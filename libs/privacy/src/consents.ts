import { Injectable } from '@nestjs/common';
import { DomainError, TenantScope } from '@app/platform';
import { ConsentEventEntity } from './consent-event.entity';
import { CONSENT_TEXT_VERSION, type ConsentPurpose } from './consent-purposes';

export interface ConsentDecision {
  clientId: string;
  purposes: readonly ConsentPurpose[];
  given: boolean;
  /** `YYYY-MM-DD`, the day the client decided. */
  recordedOn: string;
}

/** Consent as data: recorded as events, asked for before anything is processed. Works inside an open tenant scope. */
@Injectable()
export class Consents {
  constructor(private readonly scope: TenantScope) {}

  async record(decision: ConsentDecision): Promise<void> {
    const { principal, manager } = this.scope;
    await manager.insert(
      ConsentEventEntity,
      decision.purposes.map((purpose) => ({
        coachId: principal.coachId,
        clientId: decision.clientId,
        purpose,
        given: decision.given,
        textVersion: CONSENT_TEXT_VERSION,
        recordedBy: principal.userId,
        recordedOn: decision.recordedOn,
      })),
    );
  }

  async has(clientId: string, purpose: ConsentPurpose): Promise<boolean> {
    const rows = await this.scope.rows<{ given: boolean }>(
      'consent_latest',
      'SELECT given FROM consent_events WHERE client_id = $1 AND purpose = $2 ORDER BY position DESC LIMIT 1',
      [clientId, purpose],
    );
    return rows[0]?.given ?? false;
  }

  /** Refuses with `consent.required` (409) unless the client agreed to every purpose. */
  async require(clientId: string, ...purposes: ConsentPurpose[]): Promise<void> {
    for (const purpose of purposes) {
      if (await this.has(clientId, purpose)) continue;
      throw new DomainError({
        code: 'consent.required',
        kind: 'conflict',
        message:
          'This client has not agreed to having sessions analysed. Record their consent first; nothing you sent was kept.',
        extras: { client_id: clientId, purpose },
      });
    }
  }
}

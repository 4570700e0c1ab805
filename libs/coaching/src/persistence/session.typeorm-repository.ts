import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import { SessionRepository } from '../domain/repositories';
import type { SessionFacts } from '../domain/types';
import { SessionEntity } from './entities';

@Injectable()
export class TypeOrmSessionRepository extends SessionRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async insert(session: Omit<SessionFacts, 'id'>): Promise<string> {
    const { coachId } = this.scope.principal;
    const result = await this.scope.manager.insert(SessionEntity, { ...session, coachId });
    return (result.identifiers[0] as { id: string }).id;
  }

  async find(id: string): Promise<SessionFacts | null> {
    const found = await this.scope.manager.findOneBy(SessionEntity, {
      id,
      coachId: this.scope.principal.coachId,
    });
    if (!found) return null;
    const { clientId, title, date, startsAt, sessionType, duration, meetingUrl } = found;
    return { id, clientId, title, date, startsAt, sessionType, duration, meetingUrl };
  }

  async update(id: string, changes: Partial<Omit<SessionFacts, 'id' | 'clientId'>>): Promise<void> {
    if (Object.keys(changes).length === 0) return;
    await this.scope.manager.update(SessionEntity, { id, coachId: this.scope.principal.coachId }, changes);
  }

  async delete(id: string): Promise<boolean> {
    const result = await this.scope.manager.delete(SessionEntity, {
      id,
      coachId: this.scope.principal.coachId,
    });
    return (result.affected ?? 0) > 0;
  }

  async keepTranscript(id: string, text: string): Promise<boolean> {
    const result = await this.scope.manager.update(
      SessionEntity,
      { id, coachId: this.scope.principal.coachId },
      { transcript: text },
    );
    return (result.affected ?? 0) > 0;
  }

  async setProgressExtracted(id: string, extracted: boolean): Promise<boolean> {
    const changed = await this.scope.execute(
      'UPDATE sessions SET progress_extracted = $3 WHERE id = $1 AND coach_id = $2',
      [id, this.scope.principal.coachId, extracted],
    );
    return changed > 0;
  }
}

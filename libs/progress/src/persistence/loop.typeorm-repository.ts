import { Injectable } from '@nestjs/common';
import { TenantScope } from '@app/platform';
import { loopIdOf } from '../domain/loops/loop-id';
import { LoopRepository, type LoopWord } from '../domain/records';
import type { LoopMoment, LoopPlace } from '../domain/types';
import { BehaviourLoopEntity, LoopMomentEntity } from './entities';
import { requireId } from './require-id';

@Injectable()
export class TypeOrmLoopRepository extends LoopRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async replace(
    { clientId, sessionId, transcriptId }: { clientId: string; sessionId: string; transcriptId: string },
    moments: readonly LoopMoment[],
    analystVersion: string,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void> {
    const { manager } = this.scope;
    await manager.delete(LoopMomentEntity, { sessionId, coachId: this.coachId, source: 'analyst' });
    if (moments.length === 0) return;
    await manager.insert(
      LoopMomentEntity,
      moments.map(({ kind, shift, certainty, ...places }) => ({
        ...columnsOf(places, idOf),
        coachId: this.coachId,
        clientId,
        sessionId,
        transcriptId,
        loopId: loopIdOf(clientId, kind),
        kind,
        shift,
        certainty,
        source: 'analyst' as const,
        analystVersion,
      })),
    );
  }

  async insertMoments(
    loop: { id: string; clientId: string },
    moments: Parameters<LoopRepository['insertMoments']>[1],
  ): Promise<void> {
    if (moments.length === 0) return;
    await this.scope.manager.insert(
      LoopMomentEntity,
      moments.map(({ sessionId, transcriptId, ids, ...places }) => ({
        ...columnsOf(places, ids),
        coachId: this.coachId,
        clientId: loop.clientId,
        sessionId,
        transcriptId,
        loopId: loop.id,
        kind: 'own',
        shift: false,
        certainty: 1,
        source: 'coach' as const,
      })),
    );
  }

  async saveWord(word: LoopWord): Promise<void> {
    await this.scope.manager.upsert(BehaviourLoopEntity, { ...word, coachId: this.coachId }, ['id']);
  }

  async delete(id: string): Promise<boolean> {
    const result = await this.scope.manager.delete(BehaviourLoopEntity, { id, coachId: this.coachId });
    await this.scope.manager.delete(LoopMomentEntity, { loopId: id, coachId: this.coachId, source: 'coach' });
    return (result.affected ?? 0) > 0;
  }

  private get coachId(): string {
    return this.scope.principal.coachId;
  }
}

function columnsOf(
  {
    response,
    trigger,
    consequence,
  }: { response: LoopPlace; trigger: LoopPlace | null; consequence: LoopPlace | null },
  idOf: ReadonlyMap<number, string>,
) {
  return {
    responseId: requireId(idOf, response.utterance),
    responseNumber: response.utterance,
    response: response.quote,
    triggerId: trigger && requireId(idOf, trigger.utterance),
    triggerNumber: trigger && trigger.utterance,
    trigger: trigger && trigger.quote,
    consequenceId: consequence && requireId(idOf, consequence.utterance),
    consequenceNumber: consequence && consequence.utterance,
    consequence: consequence && consequence.quote,
  };
}

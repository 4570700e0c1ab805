import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { TenantScope } from '@app/platform';
import { ShiftRepository, type VerdictChange } from '../domain/records';
import type { ShiftReport, ShiftSignal } from '../domain/types';
import { ShiftReportEntity, ShiftSignalEntity } from './entities';

const momentOf = ({ code, quoteUtterance }: { code: string; quoteUtterance: number }): string =>
  `${code}@${quoteUtterance}`;

@Injectable()
export class TypeOrmShiftRepository extends ShiftRepository {
  constructor(private readonly scope: TenantScope) {
    super();
  }

  async replace(
    sessionId: string,
    transcriptId: string,
    report: ShiftReport,
    idOf: ReadonlyMap<number, string>,
  ): Promise<void> {
    const { manager, principal } = this.scope;
    const { coachId } = principal;
    const { signals, ...facts } = report;
    await manager.upsert(
      ShiftReportEntity,
      { ...facts, sessionId, transcriptId, coachId, createdAt: () => 'now()' },
      ['sessionId'],
    );
    await manager.delete(ShiftSignalEntity, { sessionId, coachId, verdict: IsNull() });
    const spokenOn = await manager.find(ShiftSignalEntity, {
      where: { sessionId, coachId, verdict: Not(IsNull()) },
      select: { id: true, code: true, quoteUtterance: true },
    });
    const kept = new Set(spokenOn.map(momentOf));
    const fresh = signals
      .map((signal, index) => ({ signal, rank: index + 1 }))
      .filter(({ signal }) => !kept.has(momentOf(signal)))
      .map(({ signal, rank }) => ({
        ...columnsOf(signal),
        rank,
        coachId,
        sessionId,
        transcriptId,
        utteranceIds: signal.utterances.map((number) => requireId(idOf, number)),
        analyst: report.analyst,
        analystVersion: report.analystVersion,
        rubricVersion: report.rubricVersion,
      }));
    if (fresh.length > 0) await manager.insert(ShiftSignalEntity, fresh);
  }

  async setVerdict(signalId: string, change: VerdictChange): Promise<boolean> {
    const result = await this.scope.manager.update(
      ShiftSignalEntity,
      { id: signalId, coachId: this.scope.principal.coachId },
      { ...change, verdictAt: change.verdict === null ? null : () => 'now()' },
    );
    return (result.affected ?? 0) > 0;
  }
}

const columnsOf = ({
  utterances,
  ...signal
}: ShiftSignal): Omit<ShiftSignal, 'utterances'> & { utteranceNumbers: number[] } => ({
  ...signal,
  utteranceNumbers: utterances,
});

function requireId(idOf: ReadonlyMap<number, string>, number: number): string {
  const id = idOf.get(number);
  if (id === undefined)
    throw new Error(`a signal cites utterance ${number}, which the transcript does not have`);
  return id;
}

import type { DataSource } from 'typeorm';
import { coachPrincipal } from './principal';
import { TenantScope } from './tenant-scope';

const COACH = coachPrincipal('6a1f0c52-53f5-4a6e-8c11-5f2a6c3d9e01');

/** A connection that answers every statement, or fails as told. */
function fakeSource(answers: Record<string, { command: string } | Error> = {}): {
  source: DataSource;
  statements: string[];
  ends: string[];
} {
  const statements: string[] = [];
  const ends: string[] = [];
  const client = {
    query: (text: string): Promise<{ command: string }> => {
      statements.push(text);
      const answer = answers[text.split(';')[0] ?? ''] ?? { command: text };
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const runner = {
    isTransactionActive: false,
    transactionDepth: 0,
    connect: () => Promise.resolve(client),
    release: () => Promise.resolve(void ends.push('kept')),
    releasePostgresConnection: () => Promise.resolve(void ends.push('discarded')),
    manager: {},
  };
  Object.assign(runner.manager, { queryRunner: runner });
  return { source: { createQueryRunner: () => runner } as unknown as DataSource, statements, ends };
}

describe('TenantScope', () => {
  it('tells TypeORM of the transaction, so that locks and nested transactions work', async () => {
    const { source, statements, ends } = fakeSource();
    const scope = new TenantScope(source);
    const seen = await scope.run(COACH, () => Promise.resolve(scope.manager.queryRunner));
    expect(seen).toMatchObject({ isTransactionActive: true, transactionDepth: 1 });
    expect(statements[0]).toMatch(/^BEGIN; SELECT set_config\('app.coach_id', '6a1f0c52-/);
    expect(statements.slice(1)).toEqual(['COMMIT']);
    expect(ends).toEqual(['kept']);
  });

  it('fails when the database committed nothing because an error was swallowed', async () => {
    const { source } = fakeSource({ COMMIT: { command: 'ROLLBACK' } });
    await expect(new TenantScope(source).runUnscoped(() => Promise.resolve(1))).rejects.toThrow(
      'nothing was committed',
    );
  });

  it('rolls back and keeps the connection when the work fails', async () => {
    const { source, statements, ends } = fakeSource();
    await expect(new TenantScope(source).runUnscoped(() => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(statements).toEqual(['BEGIN', 'ROLLBACK']);
    expect(ends).toEqual(['kept']);
  });

  it('rolls back when the beginning fails half-way', async () => {
    const { source, statements } = fakeSource({ BEGIN: new Error('timeout') });
    await expect(new TenantScope(source).run(COACH, () => Promise.resolve(1))).rejects.toThrow('timeout');
    expect(statements.at(-1)).toBe('ROLLBACK');
  });

  it('discards a connection that cannot roll back', async () => {
    const { source, ends } = fakeSource({ ROLLBACK: new Error('gone') });
    await expect(new TenantScope(source).runUnscoped(() => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(ends).toEqual(['discarded']);
  });

  it('joins the open transaction, but never one of another tenant', async () => {
    const { source, statements } = fakeSource();
    const scope = new TenantScope(source);
    const other = coachPrincipal('0b0d2f3e-8f0a-4c58-9a55-0d6e1e6f7a02');
    await scope.run(COACH, async () => {
      expect(await scope.runUnscoped(() => scope.run(COACH, () => Promise.resolve(scope.principal)))).toBe(
        COACH,
      );
      await expect(async () => scope.run(other, () => Promise.resolve(1))).rejects.toThrow('another tenant');
    });
    expect(statements).toHaveLength(2);
  });
});

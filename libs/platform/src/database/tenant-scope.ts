import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Principal } from './principal';

interface Scope {
  principal: Principal | null;
  runner: QueryRunner;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The first wall between tenants' data and the second: all database work of one request or job runs in one
 * transaction whose `app.coach_id` (and `app.client_id`) row-level security reads. Nested calls join the
 * transaction that is open.
 */
@Injectable()
export class TenantScope {
  private readonly storage = new AsyncLocalStorage<Scope>();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in a transaction that sees only this principal's rows; rolls back when it throws. */
  run<T>(principal: Principal, work: () => Promise<T>): Promise<T> {
    const open = this.storage.getStore();
    if (open) {
      if (open.principal?.coachId !== principal.coachId || open.principal.clientId !== principal.clientId) {
        throw new Error('a transaction of another tenant is open');
      }
      return work();
    }
    if (!UUID.test(principal.coachId) || (principal.clientId !== null && !UUID.test(principal.clientId))) {
      throw new Error('a principal carries uuids');
    }
    // Both values are checked uuids: they may stand in the text, which lets begin and settings share one round trip.
    const begin =
      `BEGIN; SELECT set_config('app.coach_id', '${principal.coachId}', true)` +
      `, set_config('app.client_id', '${principal.clientId ?? ''}', true)`;
    return this.transaction(begin, principal, work);
  }

  /** A transaction with no tenant: identity tables and the job table only; tenant rows are invisible in it. */
  runUnscoped<T>(work: () => Promise<T>): Promise<T> {
    const open = this.storage.getStore();
    return open ? work() : this.transaction('BEGIN', null, work);
  }

  /** The entity manager of the open transaction. */
  get manager(): EntityManager {
    return this.current().runner.manager;
  }

  /** The principal of the open transaction. */
  get principal(): Principal {
    const { principal } = this.current();
    if (!principal) throw new Error('no tenant in this transaction');
    return principal;
  }

  /** Rows of a named prepared statement: the way of the hot reads. The name must belong to this text alone. */
  async rows<R extends QueryResultRow>(name: string, text: string, values: unknown[] = []): Promise<R[]> {
    const client = (await this.current().runner.connect()) as PoolClient;
    const result = await client.query<R>({ name, text, values });
    return result.rows;
  }

  /** Runs one statement and returns the number of rows it touched. */
  async execute(text: string, values: unknown[] = []): Promise<number> {
    const client = (await this.current().runner.connect()) as PoolClient;
    const result = await client.query(text, values);
    return result.rowCount ?? 0;
  }

  private current(): Scope {
    const scope = this.storage.getStore();
    if (!scope) throw new Error('database work outside a tenant scope');
    return scope;
  }

  private async transaction<T>(
    begin: string,
    principal: Principal | null,
    work: () => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    let broken: Error | null = null;
    try {
      await client.query(begin);
      // The runner did not begin this transaction itself: told of it, locks work and nested ones become savepoints.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      const result = await this.storage.run({ principal, runner }, work);
      const { command } = await client.query('COMMIT');
      // PostgreSQL answers ROLLBACK when a statement failed before: a caller that swallowed the error must not go on.
      if (command !== 'COMMIT')
        throw new Error('a statement of this transaction failed: nothing was committed');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error('rollback failed');
      });
      throw error;
    } finally {
      if (broken) await discard(runner, broken);
      else await runner.release();
    }
  }
}

/** A connection whose rollback failed must not serve another tenant: the pool closes it instead of keeping it. */
const discard = (runner: QueryRunner, reason: Error): Promise<void> =>
  (
    runner as unknown as { releasePostgresConnection(reason: Error): Promise<void> }
  ).releasePostgresConnection(reason);

import 'reflect-metadata';
import { databaseDefaults } from '@app/platform';
import { DataSource } from 'typeorm';
import { InitialSchema1795200000000 } from './1795200000000-initial-schema';
import { Progress1795300000000 } from './1795300000000-progress';

/** The owner's connection, for migrations only; the running processes use the application role. */
export function ownerDataSource(url: string, entities: Function[] = []): DataSource {
  return new DataSource({
    ...databaseDefaults,
    url,
    entities,
    migrations: [InitialSchema1795200000000, Progress1795300000000],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    logging: false,
  });
}

import { ownerDataSource } from '../../../migrations/data-source';
import { ENTITIES } from './entities';

/**
 * `node dist/apps/cli/src/migrate.js [--check]` with DATABASE_OWNER_URL: brings the schema up to date; with `--check`
 * then compares it with the entities and fails when they disagree.
 */
async function main(): Promise<void> {
  const url = process.env['DATABASE_OWNER_URL'];
  if (!url) throw new Error('DATABASE_OWNER_URL is not set');
  const dataSource = await ownerDataSource(url, ENTITIES).initialize();
  try {
    const done = await dataSource.runMigrations();
    process.stdout.write(
      done.length > 0 ? `${done.length} migrations applied\n` : 'the schema is up to date\n',
    );
    if (process.argv.includes('--check')) {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      const drift = upQueries.map(({ query }) => query).filter((query) => !onlyInMigrations(query));
      if (drift.length > 0) {
        process.stderr.write(
          `entities and migrations disagree:\n${drift.map((query) => `  ${query}`).join('\n')}\n`,
        );
        process.exitCode = 1;
      }
    }
  } finally {
    await dataSource.destroy();
  }
}

/** Foreign keys, checks and indexes stand in the migrations alone; entities do not repeat them. */
const onlyInMigrations = (query: string): boolean =>
  /^ALTER TABLE "\w+" DROP CONSTRAINT /.test(query) || query.startsWith('DROP INDEX ');

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'the migration failed'}\n`);
  process.exit(1);
});

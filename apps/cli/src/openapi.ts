import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestMethod } from '@nestjs/common';
import { projectRoot } from '@app/platform';
import { AppModule } from '../../api/src/app.module';
import { openApiOf } from '../../api/src/openapi';

/** `node dist/apps/cli/src/openapi.js [--check]`: writes `apps/api/openapi.json`, or fails when it is not up to date. */
async function main(): Promise<void> {
  process.env['DATABASE_URL'] ??= 'postgres://unused';
  process.env['REDIS_URL'] ??= 'redis://unused';
  // Preview builds the routes without creating a single provider: no database is needed.
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
    ],
  });
  const text = `${JSON.stringify(openApiOf(app), null, 2)}\n`;
  const file = join(projectRoot(), 'apps', 'api', 'openapi.json');
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('apps/api/openapi.json is stale: run npm run check -- --write\n');
    process.exitCode = 1;
  }
  await app.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'openapi failed'}\n`);
  process.exit(1);
});

import { createServer } from 'node:http';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppConfig } from '@app/platform';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  // Started by a parent: its end is ours, even while we are starting.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const config = AppConfig.fromEnvironment();
  const logger = new ConsoleLogger({
    json: config.NODE_ENV === 'production',
    logLevels:
      config.NODE_ENV === 'production'
        ? ['log', 'warn', 'error', 'fatal']
        : ['log', 'warn', 'error', 'fatal', 'debug'],
  });
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger, abortOnError: false });
  app.enableShutdownHooks();
  if (config.WORKER_HEALTH_PORT > 0) serveHealth(config, app.get(DataSource));
  process.send?.({ type: 'ready' });
}

/** A bare health answer; the worker has no other HTTP. */
function serveHealth(config: AppConfig, dataSource: DataSource): void {
  const server = createServer((request, response) => {
    const check = request.url === '/health/ready' ? dataSource.query('SELECT 1') : Promise.resolve();
    check.then(
      () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}'),
      () => response.writeHead(503, { 'content-type': 'application/json' }).end('{"status":"unavailable"}'),
    );
  });
  server.listen(config.WORKER_HEALTH_PORT, config.HOST);
  server.unref();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'the worker could not start'}\n`);
  process.exit(1);
});

import { SwaggerModule } from '@nestjs/swagger';
import { AppConfig } from '@app/platform';
import { createApp, createLogger } from './create-app';
import { openApiOf } from './openapi';
import { mountOpsBoard } from './ops-board';
import { serveSpa } from './spa';

async function main(): Promise<void> {
  // Started by a parent: its end is ours, even while we are starting.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const config = AppConfig.fromEnvironment();
  const logger = createLogger(config);
  const app = await createApp(config, logger);
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/docs-json' });
  const closeBoard = await mountOpsBoard(app, config);
  await serveSpa(app);
  await app.listen({ port: config.PORT, host: config.HOST });
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  process.send?.({ type: 'ready', port });
  process.once('SIGTERM', () => void closeBoard().catch(() => undefined));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'the API could not start'}\n`);
  process.exit(1);
});

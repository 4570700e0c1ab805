import { createBullBoard } from '@bull-board/api';
import { BullAdapter } from '@bull-board/api/bullAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Bull from 'bull';
import { Authenticator } from '@app/identity';
import { type AppConfig, toProblem, DomainError } from '@app/platform';
import { QUEUE_NAME, QueueConnection } from '@app/queues';

const PATH = '/ops/queues';

/**
 * Bull's board for the ops role. It mounts outside Nest's routing, where no Nest guard applies: the whole scope, pages
 * and API, is behind its own check. Jobs hold ids only, and the board is read-only.
 */
export async function mountOpsBoard(
  app: NestFastifyApplication,
  config: AppConfig,
): Promise<() => Promise<void>> {
  const connection = new QueueConnection(config.REDIS_URL);
  const queue = new Bull(QUEUE_NAME, connection.options);
  queue.on('error', () => undefined);
  const adapter = new FastifyAdapter();
  createBullBoard({
    queues: [new BullAdapter(queue, { readOnlyMode: true })],
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'JourneyLoop' } },
  });
  adapter.setBasePath(PATH);
  const authenticator = app.get(Authenticator);
  await app
    .getHttpAdapter()
    .getInstance()
    .register((scope, _options, done) => {
      scope.addHook('onRequest', async (request, reply) => {
        const found = await authenticator.authenticate(request);
        if (found?.principal.role === 'ops') return;
        const problem = toProblem(
          new DomainError({
            code: 'route.not_found',
            kind: 'not_found',
            message: 'There is nothing at this address.',
          }),
        );
        await reply.status(404).type('application/problem+json').send(problem);
      });
      void scope.register(adapter.registerPlugin(), { prefix: PATH });
      done();
    });
  return () => connection.close(queue, 2000);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { projectRoot } from '@app/platform';

/** Serves the built SPA; every address that is not a file or the API's is the SPA's to route. */
export async function serveSpa(
  app: NestFastifyApplication,
  folder = join(projectRoot(), 'dist', 'web'),
): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  const instance = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders: (response, path) => {
      // Vite puts a content hash into the names below assets/.
      const immutable = path.includes(`${folder}/assets/`);
      void response.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const method = ['GET', 'HEAD'];
  instance.route({ method, url: '/', handler: (_request, reply) => reply.sendFile('index.html') });
  instance.route({ method, url: '/*', handler: route });

  function route(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (/^\/(api|mcp|ops|health)(\/|$)/.test(pathname) || pathname.startsWith('/assets/')) {
      return reply.status(404).type('application/problem+json').send({
        type: 'about:blank',
        title: 'Not found',
        status: 404,
        code: 'route.not_found',
        detail: 'There is nothing at this address.',
      });
    }
    return reply.sendFile('index.html');
  }
}

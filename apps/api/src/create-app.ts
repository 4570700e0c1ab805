import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { ConsoleLogger, type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppConfig, IdempotencyInterceptor, ProblemFilter, validationPipe } from '@app/platform';
import { MAX_TRANSCRIPT_BYTES } from '@app/session-content';
import { AppModule } from './app.module';

/** Bodies of ordinary requests, in bytes. */
const BODY_LIMIT = 1024 * 1024;
/** Routes that take a whole transcript as JSON: its bytes, and room for escapes. */
const LARGE_BODIES = ['/api/v1/sessions/:id/transcript', '/api/v1/session-insights/from-text'];

/** Lines of JSON in production, readable ones while developing. */
export const createLogger = (config: AppConfig): ConsoleLogger =>
  new ConsoleLogger({
    json: config.NODE_ENV === 'production',
    logLevels:
      config.NODE_ENV === 'production'
        ? ['log', 'warn', 'error', 'fatal']
        : ['log', 'warn', 'error', 'fatal', 'debug'],
  });

/** The HTTP application with everything but listening; also what the tests talk to. */
export async function createApp(
  config: AppConfig,
  logger: ConsoleLogger | false = createLogger(config),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // The given number of hops next to us is ours to believe.
    trustProxy: (_address, hop) => hop < config.TRUSTED_PROXIES,
    bodyLimit: BODY_LIMIT,
    routerOptions: { ignoreTrailingSlash: true },
  });
  adapter.getInstance().addHook('onRoute', (route) => {
    if (LARGE_BODIES.includes(route.url.replace(/\/$/, ''))) route.bodyLimit = MAX_TRANSCRIPT_BYTES * 2;
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    logger,
    abortOnError: false,
    rawBody: true,
    // An open event stream would hold a SIGTERM for ever.
    forceCloseConnections: true,
  });
  await configure(app, config);
  return app;
}

/** Plugins, prefix and the global pipe, filter and interceptor; shared with the OpenAPI command. */
export async function configure(app: NestFastifyApplication, config: AppConfig): Promise<void> {
  await app.register(cookie);
  await app.register(multipart);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: true,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets CSS variables in style elements and attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.APP_URL?.startsWith('https:') ? [] : null,
      },
    },
    // Only an https address may promise to stay one.
    strictTransportSecurity: config.APP_URL?.startsWith('https:') ?? false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
    ],
  });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors((app as INestApplicationContext).get(IdempotencyInterceptor));
  app.enableShutdownHooks();
}

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type DomainErrorKind, type FieldError } from './domain-error';

const STATUS: Record<DomainErrorKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  throttled: 429,
  unavailable: 503,
};

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign-in required',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported type',
  422: 'Invalid input',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

/** RFC 9457 problem document. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: FieldError[];
}

/** Turns any error into a problem document. An unexpected one is logged without request data and says nothing. */
export function toProblem(error: unknown): Problem & Record<string, unknown> {
  if (error instanceof DomainError) {
    const status = STATUS[error.kind];
    return {
      type: 'about:blank',
      title: TITLES[status] ?? 'Error',
      status,
      code: error.code,
      detail: error.message,
      ...(error.fields ? { errors: error.fields } : {}),
      ...error.extras,
    };
  }
  if (hasUnstorableText(error)) {
    return {
      type: 'about:blank',
      title: TITLES[422] ?? 'Error',
      status: 422,
      code: 'request.unstorable_text',
      detail: 'A text contains a character that cannot be stored. Remove it and try again.',
    };
  }
  const status = statusOf(error);
  if (status >= 500) {
    return {
      type: 'about:blank',
      title: TITLES[500] ?? 'Error',
      status: 500,
      code: 'internal.error',
      detail: 'Something went wrong on our side. Nothing you sent was lost; please try again.',
    };
  }
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    code: codeOf(error, status),
    detail: status === 404 ? 'There is nothing at this address.' : messageOf(error),
  };
}

/** PostgreSQL's refusals of a NUL character, in a text (22021) and in a document (22P05). */
const hasUnstorableText = (error: unknown): boolean =>
  ['22021', '22P05'].includes((error as { code?: string } | null)?.code ?? '');

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

const FASTIFY_CODES: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_REQ_FILE_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed_json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported_type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request.not_multipart',
};

function codeOf(error: unknown, status: number): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && FASTIFY_CODES[code]) return FASTIFY_CODES[code];
  if (isSyntaxError(error)) return 'request.malformed_json';
  return status === 404 ? 'route.not_found' : 'request.malformed';
}

/** The body parser's own error, bare or as Nest hands it on: with nothing but its message, which names JSON. */
const isSyntaxError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'SyntaxError' || (error instanceof HttpException && /\bJSON\b/.test(error.message)));

function messageOf(error: unknown): string {
  // Parser messages may quote the input (JSON.parse does): never pass them on.
  return error instanceof HttpException && !isSyntaxError(error)
    ? 'The request could not be understood.'
    : 'The request could not be read. Check its format and try again.';
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const problem = toProblem(error);
    if (problem.status >= 500 && !(error instanceof DomainError)) {
      // Route pattern, not URL: ids and query strings stay out of the log. PostgreSQL puts row values in `detail`.
      const route = request.routeOptions?.url ?? 'unknown route';
      const name = error instanceof Error ? `${error.name}: ${safeMessage(error)}` : 'unknown error';
      this.logger.error(
        `${request.method} ${route} ${name}`,
        error instanceof Error ? stackOf(error) : undefined,
      );
    }
    if (reply.raw.headersSent) {
      reply.raw.end();
      return;
    }
    if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer realm="journeyloop"');
    if (problem.status === 429 && typeof problem['retry_after'] === 'number') {
      void reply.header('Retry-After', String(problem['retry_after']));
    }
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}

/** A database error's message names columns and constraints but may also quote values: keep its code only. */
function safeMessage(error: Error): string {
  const code = (error as { code?: unknown }).code;
  if (error.name === 'QueryFailedError') return `database error ${typeof code === 'string' ? code : ''}`;
  return error.message.slice(0, 200);
}

const stackOf = (error: Error): string => (error.stack ?? '').split('\n').slice(1, 8).join('\n');

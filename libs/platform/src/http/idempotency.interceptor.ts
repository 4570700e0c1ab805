import { createHash } from 'node:crypto';
import type {} from '@fastify/multipart';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { coachPrincipal } from '../database/principal';
import { TenantScope } from '../database/tenant-scope';
import { DomainError } from '../errors/domain-error';
import type { AuthenticatedRequest } from './access';

interface KeyRow {
  request_hash: Buffer;
  status: number | null;
  response: unknown;
  abandoned: boolean;
}

/**
 * `Idempotency-Key` on a POST: the same key with the same request gets the first answer again, and the work is done
 * once. A key is remembered for a day; a refused request frees its key.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly scope: TenantScope) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || !request.principal) return next.handle();
    if (!/^[\x21-\x7e]{8,200}$/.test(key)) {
      throw new DomainError({
        code: 'idempotency.invalid_key',
        kind: 'malformed',
        message: 'An Idempotency-Key has 8 to 200 visible characters.',
      });
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(
      this.once(request, reply, key, () => lastValueFrom(next.handle(), { defaultValue: undefined })),
    );
  }

  private async once(
    request: AuthenticatedRequest,
    reply: FastifyReply,
    key: string,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const owner = coachPrincipal(request.principal?.coachId ?? '');
    const hash = hashOf(request);
    const earlier = await this.scope.run(owner, () => this.reserve(owner.coachId, key, hash));
    if (earlier) {
      if (!earlier.request_hash.equals(hash)) {
        throw new DomainError({
          code: 'idempotency.mismatch',
          kind: 'conflict',
          message: 'This Idempotency-Key was used for another request.',
        });
      }
      if (earlier.status === null) {
        throw new DomainError({
          code: 'idempotency.in_progress',
          kind: 'conflict',
          message: 'The first request with this Idempotency-Key is still being worked on.',
        });
      }
      void reply.status(earlier.status).header('Idempotency-Replayed', 'true');
      return earlier.response;
    }
    try {
      const response = await work();
      await this.scope.run(owner, () =>
        this.scope.execute(
          'UPDATE idempotency_keys SET status = $3, response = $4 WHERE coach_id = $1 AND key = $2',
          [owner.coachId, key, reply.statusCode, response === undefined ? null : JSON.stringify(response)],
        ),
      );
      return response;
    } catch (error) {
      await this.scope.run(owner, () =>
        this.scope.execute('DELETE FROM idempotency_keys WHERE coach_id = $1 AND key = $2', [
          owner.coachId,
          key,
        ]),
      );
      throw error;
    }
  }

  /** Takes the key, or tells what it was used for. */
  private async reserve(coachId: string, key: string, hash: Buffer): Promise<KeyRow | null> {
    await this.scope.execute(
      "DELETE FROM idempotency_keys WHERE coach_id = $1 AND created_at < now() - interval '1 day'",
      [coachId],
    );
    // A key whose request died with its process (no answer after two minutes) may be taken over.
    const taken = await this.scope.execute(
      `INSERT INTO idempotency_keys (coach_id, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (coach_id, key) DO UPDATE SET created_at = now()
       WHERE idempotency_keys.status IS NULL AND idempotency_keys.request_hash = excluded.request_hash
         AND idempotency_keys.created_at < now() - interval '2 minutes'`,
      [coachId, key, hash],
    );
    if (taken > 0) return null;
    const rows = await this.scope.rows<KeyRow>(
      'idempotency_key_by_id',
      'SELECT request_hash, status, response FROM idempotency_keys WHERE coach_id = $1 AND key = $2',
      [coachId, key],
    );
    return rows[0] ?? null;
  }
}

function hashOf(request: AuthenticatedRequest): Buffer {
  const hash = createHash('sha256').update(request.method).update('\n').update(request.url).update('\n');
  // A multipart body is a stream at this point: its length stands for it.
  const body = request.isMultipart?.()
    ? String(request.headers['content-length'] ?? '')
    : JSON.stringify(request.body ?? null);
  return hash.update(body).digest();
}

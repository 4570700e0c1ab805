import { AppConfig } from '@app/platform';
import { type CanActivate, type ExecutionContext, Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isFromThisMachine } from '../domain/local-request';

/** Captured mail holds links that open accounts: only whoever sits at this machine may read it. */
@Injectable()
export class DevMailsGuard implements CanActivate {
  constructor(private readonly config: AppConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const local = isFromThisMachine({ peer: request.socket.remoteAddress, headers: request.headers });
    if (!this.config.capturesMail || !local) throw new NotFoundException();
    return true;
  }
}

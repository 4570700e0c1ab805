import type { AuthenticatedRequest } from '@app/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Device } from '../domain/device';
import { authRequired } from '../domain/errors';

/** Where the request came from. */
export const RequestDevice = createParamDecorator((_: unknown, context: ExecutionContext): Device => {
  const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
  return { ipAddress: request.ip ?? null, userAgent: request.headers['user-agent'] ?? null };
});

/** Id of the sign-in the request uses. */
export const CurrentSignIn = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { tokenId } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!tokenId) throw authRequired();
  return tokenId;
});

import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../database/principal';
import { DomainError } from '../errors/domain-error';

export const PUBLIC_ROUTE = 'journeyloop:public';
export const ROUTE_ROLES = 'journeyloop:roles';

/** A route anyone may call. Every other route needs a signed-in person. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);

/** The roles a route is for; to others it does not exist. Every route that is not public names its roles. */
export const Roles = (...roles: Principal['role'][]): MethodDecorator & ClassDecorator =>
  SetMetadata(ROUTE_ROLES, roles);

/** A request after the guard has told who is asking. */
export interface AuthenticatedRequest extends FastifyRequest {
  principal?: Principal;
  /** Id of the access token used, for "this sign-in". */
  tokenId?: string;
}

/** The person asking. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!principal) {
    throw new DomainError({
      code: 'auth.required',
      kind: 'unauthenticated',
      message: 'Please sign in first.',
    });
  }
  return principal;
});

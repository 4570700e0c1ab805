import { type Principal, PUBLIC_ROUTE, ROUTE_ROLES } from '@app/platform';
import { applyDecorators, SetMetadata } from '@nestjs/common';

const VERIFIED_EMAIL = 'journeyloop:verified-email';

/** For what sends mail or costs money: refuses with `auth.email_unverified` until the e-mail is confirmed. */
export const RequiresVerifiedEmail = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(VERIFIED_EMAIL, true));

/** Whom a route is for. */
export type RouteAccess =
  | { kind: 'public' }
  | { kind: 'roles'; roles: Principal['role'][]; verifiedEmail: boolean }
  /** Nobody said, or two things were said at once. */
  | { kind: 'unclear' };

type Target = object;

const read = <T>(key: string, target: Target): T | undefined =>
  Reflect.getMetadata(key, target) as T | undefined;

/** Reads `@Public`, `@Roles` and `@RequiresVerifiedEmail`; what the method says stands above what its class says. */
export function routeAccess(handler: Target, controller: Target): RouteAccess {
  for (const target of [handler, controller]) {
    const open = read<boolean>(PUBLIC_ROUTE, target) === true;
    const roles = read<Principal['role'][]>(ROUTE_ROLES, target);
    if (!open && !roles) continue;
    if (open && !roles) return { kind: 'public' };
    if (open || !roles || roles.length === 0) return { kind: 'unclear' };
    return {
      kind: 'roles',
      roles,
      verifiedEmail: [handler, controller].some((t) => read(VERIFIED_EMAIL, t) === true),
    };
  }
  return { kind: 'unclear' };
}

import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { routeAccess } from './route-access';

/** Refuses to boot while a route does not say whom it is for: a forgotten decorator is an error, never a default. */
@Injectable()
export class RouteAccessCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const offenders = this.discovery.getControllers().flatMap((wrapper) => {
      const controller = wrapper.metatype as (new (...args: never[]) => object) | null;
      if (!controller) return [];
      const prototype = controller.prototype as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: prototype[name] }))
        .filter(({ handler }) => handler !== undefined && Reflect.hasMetadata(PATH_METADATA, handler))
        .filter(({ handler }) => handler !== undefined && routeAccess(handler, controller).kind === 'unclear')
        .map(({ name, handler }) => `  ${verb(handler)} ${controller.name}.${name}`);
    });
    if (offenders.length > 0) {
      throw new Error(
        `These routes must say whom they are for, with @Public() or @Roles(…):\n${offenders.join('\n')}`,
      );
    }
  }
}

const verb = (handler: object | undefined): string =>
  handler ? RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod] : '';

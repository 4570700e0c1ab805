import { Public, Roles } from '@app/platform';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { RequiresVerifiedEmail, routeAccess } from './route-access';
import { RouteAccessCheck } from './route-access.check';

@Roles('coach')
@Controller('guarded')
class GuardedController {
  @Get('inherits')
  inherits(): void {}

  @Get('open')
  @Public()
  open(): void {}

  @Get('other')
  @Roles('ops')
  @RequiresVerifiedEmail()
  other(): void {}

  @Get('both')
  @Public()
  @Roles('coach')
  both(): void {}

  @Get('nobody')
  @Roles()
  nobody(): void {}
}

@Public()
@Controller('open')
class OpenController {
  @Get()
  inherits(): void {}

  @Get('closed')
  @Roles('client')
  closed(): void {}
}

@Controller('silent')
class SilentController {
  @Get()
  forgotten(): void {}

  @Get('open')
  @Public()
  open(): void {}

  notARoute(): void {}
}

describe('routeAccess', () => {
  it.each([
    ['its class', GuardedController, 'inherits', { kind: 'roles', roles: ['coach'], verifiedEmail: false }],
    ['the method before the class', GuardedController, 'open', { kind: 'public' }],
    [
      'the method’s roles',
      GuardedController,
      'other',
      { kind: 'roles', roles: ['ops'], verifiedEmail: true },
    ],
    ['a contradiction', GuardedController, 'both', { kind: 'unclear' }],
    ['an empty list', GuardedController, 'nobody', { kind: 'unclear' }],
    ['an open class', OpenController, 'inherits', { kind: 'public' }],
    [
      'a closed method of an open class',
      OpenController,
      'closed',
      { kind: 'roles', roles: ['client'], verifiedEmail: false },
    ],
    ['silence', SilentController, 'forgotten', { kind: 'unclear' }],
  ])('follows %s', (_, controller, method, access) => {
    const handler = (controller.prototype as unknown as Record<string, object>)[method];
    expect(handler && routeAccess(handler, controller)).toEqual(access);
  });
});

describe('RouteAccessCheck', () => {
  const boot = async (controllers: (new () => object)[]): Promise<void> => {
    @Module({ controllers })
    class Routes {}
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule, Routes],
      providers: [RouteAccessCheck],
    }).compile();
    await module.init();
    await module.close();
  };

  it('refuses to boot and names every route that is unclear', async () => {
    const error = await boot([GuardedController, OpenController, SilentController]).catch(
      (e: Error) => e.message,
    );
    const lines = String(error).split('\n').slice(1);
    expect(lines).toEqual([
      '  GET GuardedController.both',
      '  GET GuardedController.nobody',
      '  GET SilentController.forgotten',
    ]);
  });

  it('boots when all say whom they are for', async () => {
    await expect(boot([OpenController])).resolves.toBeUndefined();
  });
});

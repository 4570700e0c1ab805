import { CurrentPrincipal, type Principal, Public, Roles } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Registration } from '../application/registration';
import { SigningIn } from '../application/signing-in';
import { SignIns } from '../application/sign-ins';
import { Users } from '../application/users';
import type { Device } from '../domain/device';
import { LoginDto, RegisterDto, SignedInDto, UserDto } from './auth.dto';
import { CurrentSignIn, RequestDevice } from './request-parts';
import { SessionCookie } from './session-cookie';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly registration: Registration,
    private readonly signingIn: SigningIn,
    private readonly signIns: SignIns,
    private readonly users: Users,
    private readonly cookie: SessionCookie,
  ) {}

  /** Opens a coach's account, signs them in and sends a link to confirm the e-mail. */
  @Post('register')
  @Public()
  @HttpCode(201)
  async register(
    @Body() body: RegisterDto,
    @RequestDevice() device: Device,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    const { email, password, name, business_name, time_zone } = body;
    const signedIn = await this.registration.register(
      { email, password, name, businessName: business_name || null, timeZone: time_zone ?? 'UTC' },
      device,
    );
    this.cookie.set(reply, signedIn.token);
    return SignedInDto.from(signedIn);
  }

  /** Signs in with e-mail and password. */
  @Post('login')
  @Public()
  @HttpCode(200)
  async login(
    @Body() body: LoginDto,
    @RequestDevice() device: Device,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    const signedIn = await this.signingIn.signIn(body, device);
    this.cookie.set(reply, signedIn.token);
    return SignedInDto.from(signedIn);
  }

  /** Ends the sign-in this request uses. */
  @Post('logout')
  @Roles('coach', 'client', 'ops')
  @HttpCode(204)
  async logout(
    @CurrentPrincipal() principal: Principal,
    @CurrentSignIn() tokenId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.end(principal.userId, tokenId);
    this.cookie.clear(reply);
  }

  /** The person who is signed in. */
  @Get('me')
  @Roles('coach', 'client', 'ops')
  async me(@CurrentPrincipal() principal: Principal): Promise<UserDto> {
    return UserDto.from(await this.users.me(principal.userId));
  }
}

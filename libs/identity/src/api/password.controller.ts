import { CurrentPrincipal, type Principal, Public, Roles } from '@app/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Passwords } from '../application/passwords';
import type { Device } from '../domain/device';
import { AcceptedDto } from './auth.dto';
import { ChangePasswordDto, ForgotPasswordDto, ResetPasswordDto } from './password.dto';
import { CurrentSignIn, RequestDevice } from './request-parts';

@Controller('auth/password')
export class PasswordController {
  constructor(private readonly passwords: Passwords) {}

  /** Asks for a link to choose a new password. The answer is the same whether or not there is such an account. */
  @Post('forgot')
  @Public()
  @HttpCode(202)
  async forgot(@Body() body: ForgotPasswordDto, @RequestDevice() device: Device): Promise<AcceptedDto> {
    await this.passwords.forgot(body.email, device);
    return {};
  }

  /** Sets a new password with the link of a mail and ends all sign-ins. A link works once, for an hour. */
  @Post('reset')
  @Public()
  @HttpCode(204)
  async reset(@Body() body: ResetPasswordDto, @RequestDevice() device: Device): Promise<void> {
    await this.passwords.reset(body.token, body.password, device);
  }

  /** Changes the password and ends all other sign-ins. */
  @Post('change')
  @Roles('coach', 'client', 'ops')
  @HttpCode(204)
  async change(
    @Body() body: ChangePasswordDto,
    @CurrentPrincipal() { userId }: Principal,
    @CurrentSignIn() tokenId: string,
    @RequestDevice() device: Device,
  ): Promise<void> {
    await this.passwords.change(
      { userId, tokenId },
      { current: body.current_password, next: body.new_password },
      device,
    );
  }
}

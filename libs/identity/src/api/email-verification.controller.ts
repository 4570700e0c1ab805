import { CurrentPrincipal, type Principal, Public, Roles } from '@app/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { EmailVerification } from '../application/email-verification';
import { AcceptedDto, UserDto } from './auth.dto';
import { VerifyEmailDto } from './password.dto';

@Controller('auth/verify-email')
export class EmailVerificationController {
  constructor(private readonly verification: EmailVerification) {}

  /** Confirms an e-mail address with the link that was sent to it. A link works once, for three days. */
  @Post()
  @Public()
  @HttpCode(200)
  async verify(@Body() body: VerifyEmailDto): Promise<UserDto> {
    return UserDto.from(await this.verification.verify(body.token));
  }

  /** Sends the link again. */
  @Post('resend')
  @Roles('coach', 'client', 'ops')
  @HttpCode(202)
  async resend(@CurrentPrincipal() principal: Principal): Promise<AcceptedDto> {
    await this.verification.resend(principal.userId);
    return {};
  }
}

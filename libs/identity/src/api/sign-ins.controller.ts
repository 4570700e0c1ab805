import { CurrentPrincipal, IdPipe, PageQueryDto, type Principal, Roles } from '@app/platform';
import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { SignIns } from '../application/sign-ins';
import { CurrentSignIn } from './request-parts';
import { SignInPageDto } from './sign-in.dto';

@Controller('auth/sign-ins')
@Roles('coach', 'client', 'ops')
export class SignInsController {
  constructor(private readonly signIns: SignIns) {}

  /** Where the person is signed in, newest first. */
  @Get()
  async list(
    @CurrentPrincipal() principal: Principal,
    @CurrentSignIn() tokenId: string,
    @Query() page: PageQueryDto,
  ): Promise<SignInPageDto> {
    return SignInPageDto.from(await this.signIns.list(principal.userId, page), tokenId);
  }

  /** Signs one of these places out. */
  @Delete(':id')
  @HttpCode(204)
  async revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('sign in')) id: string,
  ): Promise<void> {
    await this.signIns.revoke(principal.userId, id);
  }
}

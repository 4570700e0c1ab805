import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, Roles } from '@app/platform';
import { Profiles } from '../application/profiles';
import { ProfileDto, toProfileDto, UpdateProfileDto } from './profile.dto';

@ApiTags('profile')
@Roles('coach')
@Controller('profile')
export class ProfileController {
  constructor(private readonly profiles: Profiles) {}

  @Get()
  async get(@CurrentPrincipal() principal: Principal): Promise<ProfileDto> {
    return toProfileDto(await this.profiles.get(principal));
  }

  @Patch()
  async update(
    @CurrentPrincipal() principal: Principal,
    @Body() body: UpdateProfileDto,
  ): Promise<ProfileDto> {
    const { business_name: businessName, time_zone: timeZone, name, niche, description } = body;
    return toProfileDto(
      await this.profiles.update(principal, { name, niche, description, businessName, timeZone }),
    );
  }
}

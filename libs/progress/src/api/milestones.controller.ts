import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { Milestones } from '../application/milestones';
import { defined } from './defined';
import {
  CreateMilestoneDto,
  MilestoneDto,
  MilestoneListQueryDto,
  MilestonePageDto,
  toMilestoneDto,
  UpdateMilestoneDto,
} from './milestone.dto';

@ApiTags('progress')
@Roles('coach')
@Controller()
export class MilestonesController {
  constructor(private readonly milestones: Milestones) {}

  /** By target date, earliest first. */
  @Get('clients/:id/milestones')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Query() { status, limit, cursor }: MilestoneListQueryDto,
  ): Promise<MilestonePageDto> {
    const page = await this.milestones.list(principal, { clientId, status, limit, cursor });
    return { items: page.items.map(toMilestoneDto), next_cursor: page.nextCursor };
  }

  @Post('clients/:id/milestones')
  async create(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Body() { title, target_date: targetDate, description, time_zone: timeZone, status }: CreateMilestoneDto,
  ): Promise<MilestoneDto> {
    const rest = defined({ description, timeZone, status });
    return toMilestoneDto(await this.milestones.create(principal, clientId, { title, targetDate, ...rest }));
  }

  @Get('milestones/:id')
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('milestone')) id: string,
  ): Promise<MilestoneDto> {
    return toMilestoneDto(await this.milestones.get(principal, id));
  }

  @Patch('milestones/:id')
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('milestone')) id: string,
    @Body() body: UpdateMilestoneDto,
  ): Promise<MilestoneDto> {
    const {
      title,
      description,
      target_date: targetDate,
      time_zone: timeZone,
      status,
      missed_seen: missedSeen,
    } = body;
    const changes = defined({ title, description, targetDate, timeZone, status, missedSeen });
    return toMilestoneDto(await this.milestones.update(principal, id, changes));
  }

  @Delete('milestones/:id')
  @HttpCode(204)
  delete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('milestone')) id: string,
  ): Promise<void> {
    return this.milestones.delete(principal, id);
  }
}

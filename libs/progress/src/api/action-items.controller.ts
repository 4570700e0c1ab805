import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { ActionItems } from '../application/action-items';
import {
  TrackedActionItemDto,
  TrackedActionItemPageDto,
  TrackedActionItemQueryDto,
  CreateActionItemDto,
  toTrackedActionItemDto,
  UpdateActionItemDto,
} from './action-item.dto';
import { defined } from './defined';

@ApiTags('progress')
@Roles('coach')
@Controller()
export class ActionItemsController {
  constructor(private readonly items: ActionItems) {}

  /** The latest session's first. */
  @Get('clients/:id/action-items')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Query() { session_id: sessionId, status, said_by: saidBy, limit, cursor }: TrackedActionItemQueryDto,
  ): Promise<TrackedActionItemPageDto> {
    const page = await this.items.list(principal, { clientId, sessionId, status, saidBy, limit, cursor });
    return { items: page.items.map(toTrackedActionItemDto), next_cursor: page.nextCursor };
  }

  @Post('clients/:id/action-items')
  async create(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Body() { text, said_by: saidBy, session_id: sessionId, due_date: dueDate }: CreateActionItemDto,
  ): Promise<TrackedActionItemDto> {
    return toTrackedActionItemDto(
      await this.items.create(principal, clientId, { text, ...defined({ saidBy, sessionId, dueDate }) }),
    );
  }

  @Get('action-items/:id')
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('action item')) id: string,
  ): Promise<TrackedActionItemDto> {
    return toTrackedActionItemDto(await this.items.get(principal, id));
  }

  /** The coach's word on a step: verdict, wording, due day, status. */
  @Patch('action-items/:id')
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('action item')) id: string,
    @Body() { verdict, text, due_date: dueDate, status }: UpdateActionItemDto,
  ): Promise<TrackedActionItemDto> {
    return toTrackedActionItemDto(
      await this.items.judge(principal, id, defined({ verdict, text, dueDate, status })),
    );
  }

  @Delete('action-items/:id')
  @HttpCode(204)
  delete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('action item')) id: string,
  ): Promise<void> {
    return this.items.delete(principal, id);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, IdPipe, PageQueryDto, type Principal, Roles } from '@app/platform';
import { Loops } from '../application/loops';
import { defined } from './defined';
import {
  CreateLoopDto,
  JudgeLoopDto,
  LoopDto,
  LoopEvidencePageDto,
  LoopPageDto,
  LoopQueryDto,
  toEvidenceDto,
  toLoopDto,
} from './loop.dto';
import { MergeDto } from './observation.dto';

@ApiTags('progress')
@Roles('coach')
@Controller()
export class LoopsController {
  constructor(private readonly loops: Loops) {}

  /** The one heard most recently first. */
  @Get('clients/:id/loops')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Query() { status, include, limit, cursor }: LoopQueryDto,
  ): Promise<LoopPageDto> {
    const page = await this.loops.list(principal, {
      clientId,
      status,
      includeDismissed: include === 'dismissed',
      limit,
      cursor,
    });
    return { items: page.items.map(toLoopDto), next_cursor: page.nextCursor };
  }

  @Post('clients/:id/loops')
  async create(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Body() { title, trigger, response, consequence, status, moments }: CreateLoopDto,
  ): Promise<LoopDto> {
    return toLoopDto(
      await this.loops.create(principal, clientId, {
        title,
        trigger,
        response,
        consequence,
        status: status ?? 'active',
        moments: (moments ?? []).map((moment) => ({
          sessionId: moment.session_id,
          trigger: moment.trigger ?? null,
          response: moment.response,
          consequence: moment.consequence ?? null,
        })),
      }),
    );
  }

  @Get('loops/:id')
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('loop')) id: string,
  ): Promise<LoopDto> {
    return toLoopDto(await this.loops.get(principal, id));
  }

  /** Every moment the loop rests on, oldest first. */
  @Get('loops/:id/evidence')
  async evidence(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('loop')) id: string,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<LoopEvidencePageDto> {
    const page = await this.loops.evidence(principal, id, { limit, cursor });
    return { items: page.items.map(toEvidenceDto), next_cursor: page.nextCursor };
  }

  /** The coach's word: confirm, edit, dismiss, or take that back. */
  @Patch('loops/:id')
  async judge(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('loop')) id: string,
    @Body() { verdict, title, trigger, response, consequence, status }: JudgeLoopDto,
  ): Promise<LoopDto> {
    const changes = defined({ verdict, title, trigger, response, consequence, status });
    return toLoopDto(await this.loops.judge(principal, id, changes));
  }

  @Delete('loops/:id')
  @HttpCode(204)
  delete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('loop')) id: string,
  ): Promise<void> {
    return this.loops.delete(principal, id);
  }

  /** This is the same loop as another one. */
  @Put('loops/:id/merge')
  async merge(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('loop')) id: string,
    @Body() { into }: MergeDto,
  ): Promise<LoopDto> {
    return toLoopDto(await this.loops.merge(principal, id, into ?? null));
  }
}

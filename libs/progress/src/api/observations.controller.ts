import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { Observations } from '../application/observations';
import { defined } from './defined';
import {
  CreateObservationDto,
  JudgeObservationDto,
  MergeDto,
  ObservationDto,
  ObservationPageDto,
  ObservationQueryDto,
  SetLinkDto,
  toObservationDto,
} from './observation.dto';

@ApiTags('progress')
@Roles('coach')
@Controller()
export class ObservationsController {
  constructor(private readonly observations: Observations) {}

  /** Newest session first, within a session in spoken order. */
  @Get('clients/:id/observations')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Query() query: ObservationQueryDto,
  ): Promise<ObservationPageDto> {
    const {
      session_id: sessionId,
      goal_id: goalId,
      milestone_id: milestoneId,
      stance,
      source,
      verdict,
      limit,
      cursor,
    } = query;
    const page = await this.observations.list(principal, {
      clientId,
      sessionId,
      goalId,
      milestoneId,
      stance,
      source,
      verdict,
      limit,
      cursor,
    });
    return { items: page.items.map(toObservationDto), next_cursor: page.nextCursor };
  }

  @Post('clients/:id/observations')
  async create(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Body() { session_id: sessionId, stance, ...rest }: CreateObservationDto,
  ): Promise<ObservationDto> {
    return toObservationDto(
      await this.observations.create(principal, clientId, { sessionId, stance, ...defined(rest) }),
    );
  }

  @Get('observations/:id')
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('observation')) id: string,
  ): Promise<ObservationDto> {
    return toObservationDto(await this.observations.get(principal, id));
  }

  /** The coach's word: confirm, edit, dismiss, or take that back. */
  @Patch('observations/:id')
  async judge(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('observation')) id: string,
    @Body() { verdict, stance, achieved, valence, intensity, note }: JudgeObservationDto,
  ): Promise<ObservationDto> {
    const word = defined({ verdict, stance, achieved, valence, intensity, note });
    return toObservationDto(await this.observations.judge(principal, id, word));
  }

  @Delete('observations/:id')
  @HttpCode(204)
  delete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('observation')) id: string,
  ): Promise<void> {
    return this.observations.delete(principal, id);
  }

  /** This is the same moment as another one. */
  @Put('observations/:id/merge')
  async merge(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('observation')) id: string,
    @Body() { into }: MergeDto,
  ): Promise<ObservationDto> {
    return toObservationDto(await this.observations.merge(principal, id, into ?? null));
  }

  @Put('observations/:id/goals/:goalId')
  async linkGoal(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('observation')) id: string,
    @Param('goalId', new IdPipe('goal')) goalId: string,
    @Body() { delta }: SetLinkDto,
  ): Promise<ObservationDto> {
    return toObservationDto(await this.observations.link(principal, id, 'goal', goalId, delta));
  }

  /** Takes the link away; the analyst does not make it again. */
  @Delete('observations/:id/goals/:goalId')
  async unlinkGoal(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('observation')) id: string,
    @Param('goalId', new IdPipe('goal')) goalId: string,
  ): Promise<ObservationDto> {
    return toObservationDto(await this.observations.link(principal, id, 'goal', goalId, null));
  }

  @Put('observations/:id/milestones/:milestoneId')
  async linkMilestone(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('observation')) id: string,
    @Param('milestoneId', new IdPipe('milestone')) milestoneId: string,
    @Body() { delta }: SetLinkDto,
  ): Promise<ObservationDto> {
    return toObservationDto(await this.observations.link(principal, id, 'milestone', milestoneId, delta));
  }

  @Delete('observations/:id/milestones/:milestoneId')
  async unlinkMilestone(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('observation')) id: string,
    @Param('milestoneId', new IdPipe('milestone')) milestoneId: string,
  ): Promise<ObservationDto> {
    return toObservationDto(await this.observations.link(principal, id, 'milestone', milestoneId, null));
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { Insights } from '../application/insights';
import {
  InsightListQueryDto,
  SessionInsightDetailDto,
  SessionInsightListDto,
  UpdateInsightDto,
} from './insight.dto';
import { toInsightDetailDto, toInsightDto } from './insight.mapper';

@ApiTags('session-insights')
@Roles('coach')
@Controller('session-insights')
export class InsightsController {
  constructor(private readonly insights: Insights) {}

  /** All insights of one coaching relationship (a client), newest session first. */
  @Get('relationship/:id')
  async ofRelationship(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) id: string,
    @Query() { limit, offset }: InsightListQueryDto,
  ): Promise<SessionInsightListDto> {
    const list = await this.insights.ofRelationship(principal, id, limit, offset);
    return {
      insights: list.insights.map(toInsightDto),
      total_count: list.totalCount,
      relationship_id: id,
      client_name: list.clientName,
      coach_name: list.coachName,
    };
  }

  @Get(':id')
  async detail(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('insight')) id: string,
  ): Promise<SessionInsightDetailDto> {
    return toInsightDetailDto(await this.insights.detail(principal, id));
  }

  /** Who may see the insight. */
  @Patch(':id')
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('insight')) id: string,
    @Body() body: UpdateInsightDto,
  ): Promise<SessionInsightDetailDto> {
    return toInsightDetailDto(
      await this.insights.setVisibility(principal, id, {
        ...(body.visible_to_client === undefined ? {} : { toClient: body.visible_to_client }),
        ...(body.visible_to_coach === undefined ? {} : { toCoach: body.visible_to_coach }),
      }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  delete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('insight')) id: string,
  ): Promise<void> {
    return this.insights.delete(principal, id);
  }
}

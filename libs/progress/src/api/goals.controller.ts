import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { checkSlug, Goals } from '../application/goals';
import { defined } from './defined';
import {
  CreateGoalDto,
  GoalDto,
  GoalListQueryDto,
  GoalPageDto,
  GoalSuggestionListDto,
  toGoalDto,
  toListedGoalDto,
  toSuggestionDto,
  UpdateGoalDto,
} from './goal.dto';

@ApiTags('progress')
@Roles('coach')
@Controller()
export class GoalsController {
  constructor(private readonly goals: Goals) {}

  @Get('clients/:id/goals')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Query() { status, limit, cursor }: GoalListQueryDto,
  ): Promise<GoalPageDto> {
    const page = await this.goals.list(principal, { clientId, status, limit, cursor });
    return { items: page.items.map(toListedGoalDto), next_cursor: page.nextCursor };
  }

  @Post('clients/:id/goals')
  async create(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Body() { title, slug, description, status, suggestion_key: suggestionKey }: CreateGoalDto,
  ): Promise<GoalDto> {
    const rest = defined({
      slug: slug === undefined ? undefined : checkSlug(slug),
      description,
      status,
      suggestionKey,
    });
    return toGoalDto(await this.goals.create(principal, clientId, { title, ...rest }));
  }

  /** Goals the client keeps stating that are not tracked. */
  @Get('clients/:id/goal-suggestions')
  async suggestions(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
  ): Promise<GoalSuggestionListDto> {
    return { items: (await this.goals.suggestions(principal, clientId)).map(toSuggestionDto) };
  }

  /** Says no to a suggestion; it is not made again. */
  @Delete('clients/:id/goal-suggestions/:key')
  @HttpCode(204)
  dismissSuggestion(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Param('key') key: string,
  ): Promise<void> {
    return this.goals.dismissSuggestion(principal, clientId, key);
  }

  @Get('goals/:id')
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('goal')) id: string,
  ): Promise<GoalDto> {
    return toGoalDto(await this.goals.get(principal, id));
  }

  @Patch('goals/:id')
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('goal')) id: string,
    @Body() { title, slug, description, status }: UpdateGoalDto,
  ): Promise<GoalDto> {
    const changes = defined({
      title,
      slug: slug === undefined ? undefined : checkSlug(slug),
      description,
      status,
    });
    return toGoalDto(await this.goals.update(principal, id, changes));
  }

  @Delete('goals/:id')
  @HttpCode(204)
  delete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('goal')) id: string,
  ): Promise<void> {
    return this.goals.delete(principal, id);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type SessionChanges, Sessions } from '@app/coaching';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { SessionPages } from '../application/session-pages';
import {
  CreateSessionDto,
  SessionDto,
  SessionListQueryDto,
  SessionPageDto,
  toAttentionDto,
  TodayDto,
  toSessionDto,
  UpdateSessionDto,
} from './session.dto';

@ApiTags('sessions')
@Roles('coach')
@Controller()
export class SessionsController {
  constructor(
    private readonly pages: SessionPages,
    private readonly sessions: Sessions,
  ) {}

  /** What the coach's day holds and what waits for them. */
  @Get('today')
  async today(@CurrentPrincipal() principal: Principal): Promise<TodayDto> {
    const today = await this.pages.today(principal);
    return {
      date: today.date,
      time_zone: today.timeZone,
      upcoming: today.upcoming.map(toSessionDto),
      recent: today.recent.map(toSessionDto),
      attention: today.attention.map(toAttentionDto),
      client_count: today.clientCount,
      session_count: today.sessionCount,
    };
  }

  /** Sessions with all clients. */
  @Get('sessions')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: SessionListQueryDto,
  ): Promise<SessionPageDto> {
    const { when, search, sort, limit, cursor } = query;
    const page = await this.pages.list(principal, { clientId: undefined, when, search, sort, limit, cursor });
    return { items: page.items.map(toSessionDto), next_cursor: page.nextCursor };
  }

  @Get('clients/:id/sessions')
  async ofClient(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Query() query: SessionListQueryDto,
  ): Promise<SessionPageDto> {
    const { when, search, sort, limit, cursor } = query;
    const page = await this.pages.list(principal, { clientId, when, search, sort, limit, cursor });
    return { items: page.items.map(toSessionDto), next_cursor: page.nextCursor };
  }

  @Post('clients/:id/sessions')
  async create(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Body() body: CreateSessionDto,
  ): Promise<SessionDto> {
    return toSessionDto(
      await this.pages.create(principal, clientId, {
        ...changesOf(body),
        title: body.title,
        date: body.date,
      }),
    );
  }

  @Get('sessions/:id')
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
  ): Promise<SessionDto> {
    return toSessionDto(await this.pages.get(principal, id));
  }

  @Patch('sessions/:id')
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
    @Body() body: UpdateSessionDto,
  ): Promise<SessionDto> {
    return toSessionDto(await this.pages.update(principal, id, changesOf(body)));
  }

  /** Removes the session with its transcript, insight and findings. */
  @Delete('sessions/:id')
  @HttpCode(204)
  delete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
  ): Promise<void> {
    return this.sessions.delete(principal, id);
  }
}

/** Only the fields that were sent: leaving one out keeps it. */
function changesOf(body: UpdateSessionDto): SessionChanges {
  const changes: SessionChanges = {
    title: body.title,
    date: body.date,
    sessionType: body.session_type,
    duration: body.duration,
    meetingUrl: body.meeting_url,
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

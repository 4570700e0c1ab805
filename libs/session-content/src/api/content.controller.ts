import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { Content } from '../application/content';
import { ContentEvents } from '../application/content-events';
import { finishedAt } from '../domain/types';
import { ContentDto, RerunContentDto, toContentDto } from './content.dto';
import { EventStream } from './event-stream';

@ApiTags('session content')
@Roles('coach')
@Controller('sessions/:id/content')
export class ContentController {
  constructor(
    private readonly content: Content,
    private readonly events: ContentEvents,
  ) {}

  @Get()
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
  ): Promise<ContentDto> {
    return toContentDto(await this.content.get(principal, id));
  }

  /** Runs the analyses again. What the coach has confirmed, edited or dismissed stays. */
  @Post('rerun')
  @HttpCode(202)
  async rerun(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
    @Body() body: RerunContentDto,
  ): Promise<ContentDto> {
    return toContentDto(await this.content.rerun(principal, id, body.parts));
  }

  /** Server-sent events: `content` with the whole state now and after each change, `done` when every part has ended. */
  @Get('events')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'A stream of `content` events, ended by `done`.' })
  async stream(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Before the stream opens a refusal is still a problem document.
    await this.content.get(principal, id);
    const stream = new EventStream(reply);
    const unsubscribe = this.events.subscribe(id, () => stream.wake());
    stream.onClose(unsubscribe);
    await stream.pump(async () => {
      const content = await this.content.get(principal, id);
      return { event: 'content', data: toContentDto(content), last: finishedAt(content.parts) !== null };
    });
  }
}

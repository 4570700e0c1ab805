import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { Transcripts } from '../application/transcripts';
import {
  toTranscriptTextDto,
  toUtteranceDto,
  TranscriptTextDto,
  UtterancePageDto,
  UtteranceQueryDto,
} from './transcript.dto';

@ApiTags('transcripts')
@Roles('coach')
@Controller('sessions/:id')
export class TranscriptsController {
  constructor(private readonly transcripts: Transcripts) {}

  @Get('utterances')
  async utterances(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
    @Query() { limit, cursor }: UtteranceQueryDto,
  ): Promise<UtterancePageDto> {
    const page = await this.transcripts.utterances(principal, id, limit, cursor);
    return { items: page.items.map(toUtteranceDto), next_cursor: page.nextCursor };
  }

  /** The transcript's text: JSON, or the bare text when `Accept` asks for `text/plain`. */
  @Get('transcript')
  @ApiProduces('application/json', 'text/plain')
  @ApiOkResponse({ type: TranscriptTextDto })
  async text(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TranscriptTextDto | string> {
    const found = await this.transcripts.text(principal, id);
    if (!accept?.startsWith('text/plain')) return toTranscriptTextDto(found);
    void reply.type('text/plain; charset=utf-8');
    return found.text;
  }
}

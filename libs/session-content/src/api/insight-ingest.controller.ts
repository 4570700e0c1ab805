import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { ValidationPipe } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Insights } from '@app/insights';
import { CurrentPrincipal, DomainError, type Principal, Roles, validationPipe } from '@app/platform';
import type { TranscriptInput } from '@app/transcripts';
import { Ingest } from '../application/ingest';
import { InsightFormDto, InsightFromTextDto, RequestedInsightDto, toRequestedInsightDto } from './ingest.dto';
import { readForm } from './upload';

/** Seed 001: an insight straight from a transcript; runs the same pipeline and makes a session where none is named. */
@ApiTags('session-insights')
@Roles('coach')
@Controller('session-insights')
export class InsightIngestController {
  private readonly fields: ValidationPipe = validationPipe();

  constructor(
    private readonly ingest: Ingest,
    private readonly insights: Insights,
  ) {}

  /** From a file: a form with `coaching_relationship_id`, `transcript_file` and optional `session_date`, `session_title`. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['coaching_relationship_id', 'transcript_file'],
      properties: {
        coaching_relationship_id: { type: 'string', format: 'uuid' },
        session_date: { type: 'string' },
        session_title: { type: 'string' },
        session_id: { type: 'string', format: 'uuid' },
        transcript_file: { type: 'string', format: 'binary' },
      },
    },
  })
  async fromFile(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<RequestedInsightDto> {
    if (!request.isMultipart()) {
      throw new DomainError({
        code: 'request.not_multipart',
        kind: 'unsupported',
        message: 'Send the file as a form (multipart/form-data), or text to /session-insights/from-text.',
      });
    }
    const { file, fields } = await readForm(request);
    const sent = Object.fromEntries([...fields].filter(([, value]) => value !== ''));
    const form = (await this.fields.transform(sent, {
      type: 'body',
      metatype: InsightFormDto,
    })) as InsightFormDto;
    return this.make(principal, form, { kind: 'file', ...file });
  }

  /** From pasted text. */
  @Post('from-text')
  fromText(
    @CurrentPrincipal() principal: Principal,
    @Body() body: InsightFromTextDto,
  ): Promise<RequestedInsightDto> {
    return this.make(principal, body, { kind: 'text', text: body.transcript_text });
  }

  private async make(
    principal: Principal,
    form: InsightFormDto,
    input: TranscriptInput,
  ): Promise<RequestedInsightDto> {
    const receipt = await this.ingest.forInsight(principal, {
      clientId: form.coaching_relationship_id,
      sessionId: form.session_id ?? null,
      sessionDate: form.session_date ?? null,
      sessionTitle: form.session_title || null,
      input,
    });
    return toRequestedInsightDto(await this.insights.detail(principal, receipt.insightId), receipt);
  }
}

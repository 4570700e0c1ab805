import { Body, Controller, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { Ingest } from '../application/ingest';
import { SessionPages } from '../application/session-pages';
import {
  ConfirmSpeakersDto,
  FileOutcomeDto,
  FileOutcomesDto,
  toReceiptDto,
  TranscriptReceiptDto,
  TranscriptTextInputDto,
} from './ingest.dto';
import { toSessionDto } from './session.dto';
import { readFiles, readForm, readText } from './upload';

const formOf = (field: string, many: boolean): object => {
  const binary = { type: 'string', format: 'binary' };
  return {
    type: 'object',
    properties: { [field]: many ? { type: 'array', items: binary } : binary },
    required: [field],
  };
};

@ApiTags('transcripts')
@Roles('coach')
@Controller()
export class IngestController {
  constructor(
    private readonly ingest: Ingest,
    private readonly pages: SessionPages,
  ) {}

  /** Brings in a transcript, as a form with `file` or as JSON `{text}`, and starts its analysis when the speakers are certain. */
  @Post('sessions/:id/transcript')
  @HttpCode(202)
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({ schema: formOf('file', false) })
  @ApiBody({ type: TranscriptTextInputDto })
  @ApiAcceptedResponse({ type: TranscriptReceiptDto })
  async upload(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
    @Req() request: FastifyRequest,
  ): Promise<TranscriptReceiptDto> {
    if (!request.isMultipart()) {
      const text = readText(request.body, 'text');
      return toReceiptDto(await this.ingest.toSession(principal, id, { kind: 'text', text }));
    }
    const { file } = await readForm(request);
    return toReceiptDto(await this.ingest.toSession(principal, id, { kind: 'file', ...file }));
  }

  /** Confirms or swaps who is coach and who is client. */
  @Put('sessions/:id/transcript/speakers')
  async speakers(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
    @Body() { speakers, utterances = [] }: ConfirmSpeakersDto,
  ): Promise<TranscriptReceiptDto> {
    const moves = new Map(utterances.map((moved) => [moved.sequence_number, moved.label]));
    return toReceiptDto(await this.ingest.confirmSpeakers(principal, id, speakers, moves));
  }

  /** Several files at once: a session each, held until title, date and speakers were looked at. */
  @Post('clients/:id/transcripts')
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: formOf('files', true) })
  @ApiAcceptedResponse({ type: FileOutcomesDto })
  async uploadMany(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) clientId: string,
    @Req() request: FastifyRequest,
  ): Promise<FileOutcomesDto> {
    const outcomes = await this.ingest.toClient(principal, clientId, readFiles(request));
    const items: FileOutcomeDto[] = [];
    for (const { fileName, result } of outcomes) {
      items.push(
        'error' in result
          ? {
              file_name: fileName,
              already_there: false,
              session: null,
              receipt: null,
              error: { code: result.error.code, detail: result.error.message },
            }
          : {
              file_name: fileName,
              already_there: result.alreadyThere,
              session: toSessionDto(await this.pages.get(principal, result.sessionId)),
              receipt: toReceiptDto(result.receipt),
              error: null,
            },
      );
    }
    return { items };
  }
}

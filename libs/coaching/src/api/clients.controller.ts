import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { Clients } from '../application/clients';
import type { ClientChanges } from '../domain/types';
import {
  ClientDto,
  ClientListQueryDto,
  ClientPageDto,
  CreateClientDto,
  toClientDto,
  UpdateClientDto,
} from './client.dto';

@ApiTags('clients')
@Roles('coach')
@Controller('clients')
export class ClientsController {
  constructor(private readonly clients: Clients) {}

  @Get()
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: ClientListQueryDto,
  ): Promise<ClientPageDto> {
    const { limit, cursor, search, sort } = query;
    const page = await this.clients.list(principal, { limit, cursor, search, sort });
    return { items: page.items.map(toClientDto), next_cursor: page.nextCursor };
  }

  @Post()
  async create(@CurrentPrincipal() principal: Principal, @Body() body: CreateClientDto): Promise<ClientDto> {
    return toClientDto(await this.clients.create(principal, { ...changesOf(body), name: body.name }));
  }

  @Get(':id')
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) id: string,
  ): Promise<ClientDto> {
    return toClientDto(await this.clients.get(principal, id));
  }

  @Patch(':id')
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) id: string,
    @Body() body: UpdateClientDto,
  ): Promise<ClientDto> {
    return toClientDto(await this.clients.update(principal, id, changesOf(body)));
  }

  /** Removes the client with all sessions, transcripts and findings. */
  @Delete(':id')
  @HttpCode(204)
  delete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('client')) id: string,
  ): Promise<void> {
    return this.clients.delete(principal, id);
  }
}

/** Only the fields that were sent: leaving one out keeps it. */
function changesOf(body: UpdateClientDto): ClientChanges {
  const changes: ClientChanges = {
    name: body.name,
    email: body.email,
    totalSessions: body.total_sessions,
    hasConsented: body.has_consented,
    consentRecordedOn: body.consent_recorded_on,
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

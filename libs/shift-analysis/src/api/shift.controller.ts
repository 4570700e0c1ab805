import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, IdPipe, type Principal, Roles } from '@app/platform';
import { ShiftFindings } from '../application/shift-findings';
import {
  GrowthPageDto,
  GrowthQueryDto,
  JudgeSignalDto,
  ShiftReportDto,
  SignalDto,
  SignalPageDto,
  SignalQueryDto,
  TaxonomyDto,
  taxonomyDto,
  toGrowthPointDto,
  toReportDto,
  toSignalDto,
} from './shift.dto';

@ApiTags('shift')
@Roles('coach')
@Controller()
export class ShiftController {
  constructor(private readonly findings: ShiftFindings) {}

  /** The five principles with their patterns and anti-patterns. */
  @Get('shift/taxonomy')
  taxonomy(): TaxonomyDto {
    return taxonomyDto();
  }

  /** SHIFT over time, newest session first. */
  @Get('shift/growth')
  async growth(
    @CurrentPrincipal() principal: Principal,
    @Query() { client_id: clientId, limit, cursor }: GrowthQueryDto,
  ): Promise<GrowthPageDto> {
    const page = await this.findings.growth(principal, clientId, limit, cursor);
    return { items: page.items.map(toGrowthPointDto), next_cursor: page.nextCursor };
  }

  @Get('sessions/:id/shift')
  async report(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) id: string,
  ): Promise<ShiftReportDto> {
    return toReportDto(await this.findings.report(principal, id));
  }

  @Get('sessions/:id/signals')
  async signals(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('session')) sessionId: string,
    @Query() { kind, principle, limit, cursor }: SignalQueryDto,
  ): Promise<SignalPageDto> {
    const page = await this.findings.signals(principal, { sessionId, kind, principle, limit, cursor });
    return { items: page.items.map(toSignalDto), next_cursor: page.nextCursor };
  }

  /** The coach's verdict on a signal. */
  @Patch('signals/:id')
  async judge(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new IdPipe('signal')) id: string,
    @Body() { verdict, feedback, better_example: betterExample }: JudgeSignalDto,
  ): Promise<SignalDto> {
    return toSignalDto(
      await this.findings.judge(principal, id, {
        verdict,
        ...(feedback === undefined ? {} : { feedback }),
        ...(betterExample === undefined ? {} : { betterExample }),
      }),
    );
  }
}

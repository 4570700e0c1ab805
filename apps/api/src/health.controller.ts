import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { DomainError, Public } from '@app/platform';

/** For supervisors: is the process alive, can it serve. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while the database is away. Redis is not asked: no request needs it. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.dataSource.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      throw new DomainError({
        code: 'health.database',
        kind: 'unavailable',
        message: 'The database does not answer.',
      });
    }
  }
}

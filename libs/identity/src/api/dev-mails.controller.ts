import { PageQueryDto, Public } from '@app/platform';
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { CapturedMails } from '../application/captured-mails';
import { CapturedMailPageDto } from './captured-mail.dto';
import { DevMailsGuard } from './dev-mails.guard';

@Controller('dev/mails')
@Public()
@UseGuards(DevMailsGuard)
export class DevMailsController {
  constructor(private readonly mails: CapturedMails) {}

  /** Mail that was captured instead of sent, newest first. Exists only without a mail server and on this machine. */
  @Get()
  async list(@Query() page: PageQueryDto): Promise<CapturedMailPageDto> {
    return CapturedMailPageDto.from(await this.mails.list(page));
  }
}

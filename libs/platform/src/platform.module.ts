import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { MailEntity } from './mail/mail.entity';
import { Mailer } from './mail/mailer';
import { Clock } from './time/clock';

/** What every module may count on: configuration, database scope, clock, mail. */
@Global()
@Module({
  imports: [ConfigModule, DatabaseModule, TypeOrmModule.forFeature([MailEntity])],
  providers: [Clock, Mailer],
  exports: [Clock, Mailer],
})
export class PlatformModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsentEventEntity } from './consent-event.entity';
import { Consents } from './consents';

@Module({
  imports: [TypeOrmModule.forFeature([ConsentEventEntity])],
  providers: [Consents],
  exports: [Consents],
})
export class PrivacyModule {}

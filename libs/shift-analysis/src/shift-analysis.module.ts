import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoachingModule } from '@app/coaching';
import { ShiftController } from './api/shift.controller';
import { ShiftFindings } from './application/shift-findings';
import { ShiftAnalyst } from './domain/analyst';
import { ShiftReader, ShiftRepository } from './domain/records';
import { OnDeviceShiftAnalyst } from './on-device/on-device-shift-analyst';
import { ShiftReportEntity, ShiftSignalEntity } from './persistence/entities';
import { SqlShiftReader } from './persistence/shift.reader';
import { TypeOrmShiftRepository } from './persistence/shift.typeorm-repository';

@Module({
  imports: [TypeOrmModule.forFeature([ShiftReportEntity, ShiftSignalEntity]), CoachingModule],
  controllers: [ShiftController],
  providers: [
    ShiftFindings,
    { provide: ShiftAnalyst, useClass: OnDeviceShiftAnalyst },
    { provide: ShiftRepository, useClass: TypeOrmShiftRepository },
    { provide: ShiftReader, useClass: SqlShiftReader },
  ],
  exports: [ShiftFindings, ShiftAnalyst],
})
export class ShiftAnalysisModule {}

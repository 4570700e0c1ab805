import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoachingModule } from '@app/coaching';
import { ActionItemsController } from './api/action-items.controller';
import { GoalsController } from './api/goals.controller';
import { LoopsController } from './api/loops.controller';
import { MilestonesController } from './api/milestones.controller';
import { ObservationsController } from './api/observations.controller';
import { ActionItems } from './application/action-items';
import { Goals } from './application/goals';
import { Loops } from './application/loops';
import { Matching } from './application/matching';
import { Milestones } from './application/milestones';
import { Observations } from './application/observations';
import { SessionProgress } from './application/session-progress';
import { LoopAnalyst, OnDeviceLoopAnalyst, OnDeviceProgressAnalyst, ProgressAnalyst } from './domain/analyst';
import {
  ActionItemReader,
  ActionItemRepository,
  GoalReader,
  GoalRepository,
  LoopReader,
  LoopRepository,
  MilestoneReader,
  MilestoneRepository,
  ObservationReader,
  ObservationRepository,
} from './domain/records';
import { SqlActionItemReader } from './persistence/action-item.reader';
import { TypeOrmActionItemRepository } from './persistence/action-item.typeorm-repository';
import {
  ActionItemEntity,
  ActionItemReportEntity,
  BehaviourLoopEntity,
  GoalEntity,
  GoalSuggestionVerdictEntity,
  LoopMomentEntity,
  MilestoneEntity,
  ObservationEntity,
  ObservationGoalEntity,
  ObservationMilestoneEntity,
} from './persistence/entities';
import { SqlGoalReader } from './persistence/goal.reader';
import { TypeOrmGoalRepository } from './persistence/goal.typeorm-repository';
import { SqlLoopReader } from './persistence/loop.reader';
import { TypeOrmLoopRepository } from './persistence/loop.typeorm-repository';
import { SqlMilestoneReader } from './persistence/milestone.reader';
import { TypeOrmMilestoneRepository } from './persistence/milestone.typeorm-repository';
import { SqlObservationReader } from './persistence/observation.reader';
import { TypeOrmObservationRepository } from './persistence/observation.typeorm-repository';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      GoalEntity,
      MilestoneEntity,
      ObservationEntity,
      ObservationGoalEntity,
      ObservationMilestoneEntity,
      GoalSuggestionVerdictEntity,
      LoopMomentEntity,
      BehaviourLoopEntity,
      ActionItemEntity,
      ActionItemReportEntity,
    ]),
    CoachingModule,
  ],
  controllers: [
    GoalsController,
    MilestonesController,
    ObservationsController,
    LoopsController,
    ActionItemsController,
  ],
  providers: [
    Goals,
    Milestones,
    Observations,
    Loops,
    ActionItems,
    Matching,
    SessionProgress,
    { provide: ProgressAnalyst, useClass: OnDeviceProgressAnalyst },
    { provide: LoopAnalyst, useClass: OnDeviceLoopAnalyst },
    { provide: GoalRepository, useClass: TypeOrmGoalRepository },
    { provide: GoalReader, useClass: SqlGoalReader },
    { provide: MilestoneRepository, useClass: TypeOrmMilestoneRepository },
    { provide: MilestoneReader, useClass: SqlMilestoneReader },
    { provide: ObservationRepository, useClass: TypeOrmObservationRepository },
    { provide: ObservationReader, useClass: SqlObservationReader },
    { provide: LoopRepository, useClass: TypeOrmLoopRepository },
    { provide: LoopReader, useClass: SqlLoopReader },
    { provide: ActionItemRepository, useClass: TypeOrmActionItemRepository },
    { provide: ActionItemReader, useClass: SqlActionItemReader },
  ],
  exports: [
    Goals,
    Milestones,
    Observations,
    Loops,
    ActionItems,
    SessionProgress,
    ProgressAnalyst,
    LoopAnalyst,
  ],
})
export class ProgressModule {}

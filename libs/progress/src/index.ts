export { ActionItems } from './application/action-items';
export { Goals, type GoalView } from './application/goals';
export { Loops } from './application/loops';
export { Milestones } from './application/milestones';
export { Observations } from './application/observations';
export { SessionProgress } from './application/session-progress';
export { LoopAnalyst, ProgressAnalyst } from './domain/analyst';
export { evaluateStances, type StanceFigures, type StanceLabel } from './domain/evaluate';
export type { ActionItemView, LoopView, MilestoneView, StoredObservation } from './domain/records';
export type { LoopReport, ProgressReport, SpokenStep } from './domain/types';
export {
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
export { ProgressModule } from './progress.module';

import { ClientEntity, CoachingProfileEntity, SessionEntity } from '@app/coaching';
import { AccessTokenEntity, EmailTokenEntity, UserEntity } from '@app/identity';
import { SessionInsightEntity } from '@app/insights';
import { MailEntity } from '@app/platform';
import { ConsentEventEntity } from '@app/privacy';
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
} from '@app/progress';
import { BackgroundJobEntity } from '@app/queues';
import { SessionContentPartEntity, SessionContentRequestEntity } from '@app/session-content';
import { ShiftReportEntity, ShiftSignalEntity } from '@app/shift-analysis';
import { TranscriptCodingEntity, TranscriptEntity, UtteranceEntity } from '@app/transcripts';

/** Every entity, for the comparison of entities and migrations. */
export const ENTITIES = [
  UserEntity,
  AccessTokenEntity,
  EmailTokenEntity,
  MailEntity,
  BackgroundJobEntity,
  CoachingProfileEntity,
  ClientEntity,
  SessionEntity,
  ConsentEventEntity,
  TranscriptEntity,
  UtteranceEntity,
  TranscriptCodingEntity,
  SessionContentRequestEntity,
  SessionContentPartEntity,
  ShiftReportEntity,
  ShiftSignalEntity,
  SessionInsightEntity,
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
];

import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Omittable } from '@app/platform';

class EvidencedDto {
  /** Verbatim quotes. */
  evidence!: string[];
  /** Sequence numbers of the utterances the quotes are from, in the same order. */
  utterances!: number[];
}

/** A win or achievement to celebrate. */
export class CelebrationDto extends EvidencedDto {
  description!: string;
  significance!: string;
}

/** A change of behaviour the client intends. */
export class IntentionDto extends EvidencedDto {
  behavior_change!: string;
  commitment_level!: 'Strong' | 'Moderate' | 'Exploratory';
  timeline!: string | null;
  support_needed!: string[];
}

/** Something the client saw about themselves. */
export class ClientDiscoveryDto extends EvidencedDto {
  insight!: string;
  depth_level!: 'Surface' | 'Moderate' | 'Deep';
  emotional_response!: string;
}

export class GoalProgressDto extends EvidencedDto {
  goal_area!: string;
  progress_description!: string;
  progress_level!: 'Significant' | 'Moderate' | 'Minimal' | 'Setback';
  barriers_identified!: string[];
  next_steps!: string[];
}

export class CoachingPresenceDto extends EvidencedDto {
  client_engagement_level!: 'High' | 'Moderate' | 'Low';
  rapport_quality!: string;
  trust_indicators!: string[];
  partnership_dynamics!: string;
}

export class PowerfulQuestionDto extends EvidencedDto {
  question!: string;
  impact_description!: string;
  client_response_summary!: string;
  breakthrough_level!: 'Major' | 'Moderate' | 'Minor';
}

export class ActionItemDto extends EvidencedDto {
  action!: string;
  timeline!: string | null;
  accountability_measure!: string | null;
  client_commitment_level!: 'High' | 'Medium' | 'Low';
}

export class EmotionalShiftDto extends EvidencedDto {
  initial_state!: string;
  final_state!: string;
  shift_description!: string;
  catalyst!: string;
}

export class ValueOrBeliefDto extends EvidencedDto {
  type!: 'Core Value' | 'Limiting Belief' | 'Empowering Belief';
  description!: string;
  impact_on_goals!: string;
  exploration_depth!: string;
}

export class CommunicationPatternDto extends EvidencedDto {
  processing_style!: 'Visual' | 'Auditory' | 'Kinesthetic' | 'Mixed';
  expression_patterns!: string[];
  communication_preferences!: string[];
  notable_changes!: string[];
}

export class InsightMetadataDto {
  session_duration_minutes!: number | null;
  transcript_word_count!: number;
  /** `on_device` or the provider's name. */
  ai_provider!: string;
  model_version!: string;
  processing_time_seconds!: number;
  /** 0..1, computed. */
  analysis_confidence!: number;
}

/** An insight as lists show it. */
export class SessionInsightDto {
  id!: string;
  session_id!: string;
  /** The client's id. */
  coaching_relationship_id!: string;
  /** The client's portal user, if there is one. */
  client_user_id!: string | null;
  coach_user_id!: string;
  session_date!: string;
  session_title!: string;
  session_summary!: string;
  key_themes!: string[];
  /** Null until the analysis is complete. */
  overall_session_quality!: 'Excellent' | 'Good' | 'Average' | 'Needs Improvement' | null;
  status!: 'pending' | 'processing' | 'completed' | 'failed';
  /** Code of what went wrong. */
  processing_error!: string | null;
  created_at!: string;
  completed_at!: string | null;
  celebration_count!: number;
  intention_count!: number;
  discovery_count!: number;
  action_item_count!: number;
}

/** All of an insight. A section without evidence is null or empty. */
export class SessionInsightDetailDto extends SessionInsightDto {
  celebration!: CelebrationDto | null;
  intention!: IntentionDto | null;
  client_discoveries!: ClientDiscoveryDto[];
  goal_progress!: GoalProgressDto[];
  coaching_presence!: CoachingPresenceDto | null;
  powerful_questions!: PowerfulQuestionDto[];
  action_items!: ActionItemDto[];
  emotional_shifts!: EmotionalShiftDto[];
  values_beliefs!: ValueOrBeliefDto[];
  communication_patterns!: CommunicationPatternDto | null;
  /** What the overall quality follows from. */
  quality_basis!: string[];
  metadata!: InsightMetadataDto | null;
  transcript_source!: 'file_upload' | 'text_input' | 'url_import';
  source_document_id!: string | null;
  created_by!: string;
  visible_to_client!: boolean;
  visible_to_coach!: boolean;
  updated_at!: string;
}

export class SessionInsightListDto {
  insights!: SessionInsightDto[];
  total_count!: number;
  relationship_id!: string;
  client_name!: string;
  coach_name!: string;
}

export class InsightListQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000)
  offset: number = 0;
}

export class UpdateInsightDto {
  @Omittable()
  @IsBoolean()
  visible_to_client?: boolean;

  @Omittable()
  @IsBoolean()
  visible_to_coach?: boolean;
}

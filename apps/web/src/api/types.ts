/** The wire types of the HTTP API (snake_case), as the screens name them. */

export interface User {
  id: string;
  email: string;
  name: string;
  role: 'coach' | 'client' | 'ops';
  email_verified: boolean;
  time_zone: string;
  created_at: string;
}
export interface SignedIn {
  access_token: string;
  user: User;
}
export interface SignIn {
  id: string;
  created_at: string;
  last_used_at: string;
  user_agent: string | null;
  ip_address: string | null;
  current: boolean;
}
export interface CapturedMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  created_at: string;
}
export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
export interface Profile {
  id: string;
  name: string;
  business_name: string | null;
  niche: string | null;
  description: string | null;
  time_zone: string;
}
export interface Client {
  id: string;
  name: string;
  email: string | null;
  total_sessions: number | null;
  actual_completed_sessions: number;
  session_count: number;
  has_consented: boolean;
  consent_recorded_on: string | null;
  last_session_date: string | null;
  next_session: { id: string; title: string; date: string; starts_at: string | null } | null;
  created_at: string;
  updated_at: string;
}
export interface ClientWrite {
  name: string;
  email?: string | null;
  total_sessions?: number | null;
  has_consented?: boolean;
  consent_recorded_on?: string | null;
}
export type SpeakerRole = 'coach' | 'client' | 'other';
export interface Speaker {
  label: string;
  role: SpeakerRole | null;
  confidence: number;
  utterance_count: number;
}
export interface Skipped {
  code: string;
  message: string;
  count: number;
  first_at: number | null;
}
export interface TranscriptMeta {
  id: string;
  source_format: string;
  utterance_count: number;
  word_count: number;
  needs_confirmation: boolean;
  speakers: Speaker[];
  skipped: Skipped[];
  file_name: string | null;
  created_at: string;
}
export type ContentStatus = 'none' | 'pending' | 'processing' | 'completed' | 'failed';
export interface Session {
  id: string;
  client_id: string;
  client_name: string;
  title: string;
  date: string;
  starts_at: string | null;
  session_type: 'regular' | 'intake';
  duration: number | null;
  meeting_url: string | null;
  recall_bot_id: string | null;
  recall_bot_status: string | null;
  is_completed: boolean;
  progress_extracted: boolean;
  created_at: string;
  updated_at: string;
  transcript: TranscriptMeta | null;
  content_status: ContentStatus;
  insight_id: string | null;
  excellence_count: number;
  growth_count: number;
  unreviewed_count: number;
  insight_summary: string | null;
  key_themes: string[];
  overall_session_quality: string | null;
}
export interface SessionWrite {
  title: string;
  date: string;
  session_type?: 'regular' | 'intake';
  duration?: number | null;
  meeting_url?: string | null;
}
export type AttentionKind =
  | 'confirm_speakers'
  | 'review_findings'
  | 'analysis_failed'
  | 'consent_missing'
  | 'verify_email'
  | 'no_clients';
export interface Attention {
  kind: AttentionKind;
  client_id: string | null;
  client_name: string | null;
  session_id: string | null;
  session_title: string | null;
  count: number | null;
}
export interface Today {
  date: string;
  time_zone: string;
  upcoming: Session[];
  recent: Session[];
  attention: Attention[];
  client_count: number;
  session_count: number;
}
export interface TranscriptReceipt {
  transcript_id: string;
  session_id: string;
  source_format: string;
  utterance_count: number;
  skipped: Skipped[];
  speakers: Speaker[];
  needs_confirmation: boolean;
  content_request_id: string | null;
}
export interface ImportedFile {
  file_name: string;
  session: Session | null;
  receipt: TranscriptReceipt | null;
  error: { code: string; detail: string } | null;
}
export interface UtteranceCode {
  code: string;
  certainty: number;
}
export interface Emotion {
  label: string;
  certainty: number;
  valence: number;
  intensity: number;
}
export interface Utterance {
  id: string;
  sequence_number: number;
  speaker_type: SpeakerRole | null;
  speaker_label: string;
  text_clean: string;
  text_raw: string;
  timestamp_min: number | null;
  timestamp_sec: number | null;
  start: number | null;
  end: number | null;
  codes: UtteranceCode[];
  emotion: Emotion | null;
}
export type PartName = 'session_analysis' | 'shift_insights' | 'progress' | 'behavior_loops';
export type PartStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'skipped';
export interface ContentPart {
  part: PartName;
  status: PartStatus;
  attempts: number;
  error: { code: string; detail: string } | null;
  skip_reason: string | null;
  started_at: string | null;
  finished_at: string | null;
}
export interface Content {
  content_request_id: string;
  session_id: string;
  transcript_id: string;
  status: 'pending' | 'processing' | 'completed' | 'failed';
  created_at: string;
  finished_at: string | null;
  parts: ContentPart[];
}
export type SignalKind = 'excellence' | 'growth';
export interface TaxonomyPattern {
  key: string;
  code: string;
  name: string;
  definition: string;
  kind: SignalKind;
}
export interface TaxonomyPrinciple {
  key: string;
  letter: string;
  name: string;
  definition: string;
  patterns: TaxonomyPattern[];
}
export interface Taxonomy {
  rubric_version: string;
  principles: TaxonomyPrinciple[];
}
export interface PrincipleScore {
  principle: string;
  excellence_count: number;
  growth_count: number;
  score: number | null;
  evidence: number[];
}
export interface AskedQuestion {
  sequence_number: number;
  text: string;
  type: 'open' | 'closed';
  certainty: number;
}
export interface Shift {
  session_id: string;
  scores: PrincipleScore[];
  coach_talk_share: number | null;
  open_questions: number;
  closed_questions: number;
  questions: AskedQuestion[];
  longest_monologue: { sequence_number: number; words: number; seconds: number | null } | null;
  analyst: string;
  analyst_version: string;
  rubric_version: string;
  dropped: number;
  created_at: string;
}
export type Verdict = 'confirmed' | 'dismissed' | 'edited';
export interface Signal {
  id: string;
  session_id: string;
  kind: SignalKind;
  principle: string;
  principle_letter: string;
  principle_name: string;
  pattern: string;
  pattern_name: string;
  code: string;
  utterances: { id: string; sequence_number: number }[];
  quote: string;
  quote_utterance: number;
  feedback: string;
  why_it_matters: string;
  better_example: string | null;
  certainty: number;
  analyst: string;
  analyst_version: string;
  rubric_version: string;
  verdict: Verdict | null;
  original_feedback: string | null;
  original_better_example: string | null;
  verdict_at: string | null;
  created_at: string;
}
export interface GrowthPoint {
  session_id: string;
  client_id: string;
  client_name: string;
  title: string;
  date: string;
  scores: PrincipleScore[];
  coach_talk_share: number | null;
  excellence_count: number;
  growth_count: number;
}
export interface Evidenced {
  evidence: string[];
  utterances: number[];
}
export interface Celebration extends Evidenced {
  description: string;
  significance: string;
}
export interface Intention extends Evidenced {
  behavior_change: string;
  commitment_level: string;
  timeline: string | null;
  support_needed: string[];
}
export interface ClientDiscovery extends Evidenced {
  insight: string;
  depth_level: string;
  emotional_response: string;
}
export interface GoalProgress extends Evidenced {
  goal_area: string;
  progress_description: string;
  progress_level: string;
  barriers_identified: string[];
  next_steps: string[];
}
export interface CoachingPresence extends Evidenced {
  client_engagement_level: string;
  rapport_quality: string;
  trust_indicators: string[];
  partnership_dynamics: string;
}
export interface PowerfulQuestion extends Evidenced {
  question: string;
  impact_description: string;
  client_response_summary: string;
  breakthrough_level: string;
}
export interface ActionItem extends Evidenced {
  action: string;
  timeline: string | null;
  accountability_measure: string | null;
  client_commitment_level: string;
}
export interface EmotionalShift extends Evidenced {
  initial_state: string;
  final_state: string;
  shift_description: string;
  catalyst: string;
}
export interface ValueBelief extends Evidenced {
  type: string;
  description: string;
  impact_on_goals: string;
  exploration_depth: string;
}
export interface CommunicationPattern extends Evidenced {
  processing_style: string;
  expression_patterns: string[];
  communication_preferences: string[];
  notable_changes: string[];
}
export interface Insight {
  id: string;
  session_id: string;
  coaching_relationship_id: string;
  client_user_id: string | null;
  coach_user_id: string;
  session_date: string | null;
  session_title: string | null;
  session_summary: string;
  key_themes: string[];
  overall_session_quality: string | null;
  status: 'pending' | 'processing' | 'completed' | 'failed';
  processing_error: string | null;
  created_at: string;
  completed_at: string | null;
  celebration_count: number;
  intention_count: number;
  discovery_count: number;
  action_item_count: number;
  needs_confirmation: boolean;
  content_request_id: string | null;
}
export interface InsightDetail extends Insight {
  celebration: Celebration | null;
  intention: Intention | null;
  client_discoveries: ClientDiscovery[];
  goal_progress: GoalProgress[];
  coaching_presence: CoachingPresence | null;
  powerful_questions: PowerfulQuestion[];
  action_items: ActionItem[];
  emotional_shifts: EmotionalShift[];
  values_beliefs: ValueBelief[];
  communication_patterns: CommunicationPattern | null;
  quality_basis: string[];
  metadata: {
    session_duration_minutes: number | null;
    transcript_word_count: number;
    ai_provider: string;
    model_version: string;
    processing_time_seconds: number;
    analysis_confidence: number;
  } | null;
  transcript_source: string;
  source_document_id: string | null;
  created_by: string;
  visible_to_client: boolean;
  visible_to_coach: boolean;
  updated_at: string;
}
export interface InsightList {
  insights: Insight[];
  total_count: number;
  relationship_id: string;
  client_name: string;
  coach_name: string;
}

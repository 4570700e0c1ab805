import { IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQueryDto, Trim, Omittable } from '@app/platform';
import type { GrowthPoint, SignalRecord, StoredReport, Verdict } from '../domain/records';
import { SHIFT_RUBRIC_VERSION } from '../domain/analyse-shift';
import { principleEntry, SHIFT_PRINCIPLES, SHIFT_TAXONOMY, taxonomyEntry } from '../domain/taxonomy';
import { type PrincipleKey, PRINCIPLES, type PrincipleScore, type SignalKind } from '../domain/types';

export class PrincipleScoreDto {
  principle!: string;
  excellence_count!: number;
  growth_count!: number;
  /** 0..1 share of excellence among the moments found; null when there were none. */
  score!: number | null;
  /** Sequence numbers of the utterances behind it. */
  evidence!: number[];
}

export class AskedQuestionDto {
  sequence_number!: number;
  text!: string;
  type!: 'open' | 'closed';
  certainty!: number;
}

export class MonologueDto {
  sequence_number!: number;
  words!: number;
  seconds!: number | null;
}

/** A session's SHIFT overview. */
export class ShiftReportDto {
  session_id!: string;
  scores!: PrincipleScoreDto[];
  /** Share of words spoken by the coach, 0..1. */
  coach_talk_share!: number | null;
  open_questions!: number;
  closed_questions!: number;
  questions!: AskedQuestionDto[];
  longest_monologue!: MonologueDto | null;
  analyst!: string;
  analyst_version!: string;
  rubric_version!: string;
  /** Findings dropped because their quote or utterance did not hold. */
  dropped!: number;
  created_at!: string;
}

export class SignalUtteranceDto {
  id!: string;
  sequence_number!: number;
}

/** One SHIFT finding: an excellence signal or a growth opportunity. */
export class SignalDto {
  id!: string;
  session_id!: string;
  kind!: 'excellence' | 'growth';
  principle!: string;
  principle_letter!: string;
  principle_name!: string;
  pattern!: string;
  pattern_name!: string;
  code!: string;
  utterances!: SignalUtteranceDto[];
  /** Verbatim part of utterance `quote_utterance`. */
  quote!: string;
  quote_utterance!: number;
  /** To the coach; the coach's own words after an edit. */
  feedback!: string;
  why_it_matters!: string;
  better_example!: string | null;
  /** 0..1 */
  certainty!: number;
  analyst!: string;
  analyst_version!: string;
  rubric_version!: string;
  verdict!: 'confirmed' | 'dismissed' | 'edited' | null;
  verdict_at!: string | null;
  original_feedback!: string;
  original_better_example!: string | null;
  created_at!: string;
}

export class SignalPageDto {
  items!: SignalDto[];
  next_cursor!: string | null;
}

export class SignalQueryDto extends PageQueryDto {
  @Omittable()
  @IsIn(['excellence', 'growth'])
  kind?: SignalKind;

  @Omittable()
  @IsIn(PRINCIPLES)
  principle?: PrincipleKey;
}

export class JudgeSignalDto {
  /** null takes an earlier verdict back. */
  @IsIn(['confirmed', 'dismissed', 'edited', null])
  verdict!: Verdict | null;

  /** The coach's words; with verdict `edited`. */
  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  feedback?: string;

  @Omittable()
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  better_example?: string;
}

export class GrowthPointDto {
  session_id!: string;
  client_id!: string;
  client_name!: string;
  date!: string;
  title!: string;
  scores!: PrincipleScoreDto[];
  coach_talk_share!: number | null;
  excellence_count!: number;
  growth_count!: number;
}

export class GrowthPageDto {
  items!: GrowthPointDto[];
  next_cursor!: string | null;
}

export class GrowthQueryDto extends PageQueryDto {
  /** Only sessions with this client. */
  @Omittable()
  @IsUUID()
  client_id?: string;
}

export class TaxonomyPatternDto {
  key!: string;
  code!: string;
  name!: string;
  definition!: string;
  kind!: 'excellence' | 'growth';
}

export class TaxonomyPrincipleDto {
  key!: string;
  letter!: string;
  name!: string;
  definition!: string;
  patterns!: TaxonomyPatternDto[];
}

export class TaxonomyDto {
  rubric_version!: string;
  principles!: TaxonomyPrincipleDto[];
}

const toScoreDto = (score: PrincipleScore): PrincipleScoreDto => ({
  principle: score.principle,
  excellence_count: score.excellenceCount,
  growth_count: score.growthCount,
  score: score.score,
  evidence: score.evidence,
});

export const toReportDto = (report: StoredReport): ShiftReportDto => ({
  session_id: report.sessionId,
  scores: report.scores.map(toScoreDto),
  coach_talk_share: report.coachTalkShare,
  open_questions: report.openQuestions,
  closed_questions: report.closedQuestions,
  questions: report.questions.map(({ sequenceNumber, text, type, certainty }) => ({
    sequence_number: sequenceNumber,
    text,
    type,
    certainty,
  })),
  longest_monologue: report.longestMonologue && {
    sequence_number: report.longestMonologue.sequenceNumber,
    words: report.longestMonologue.words,
    seconds: report.longestMonologue.seconds,
  },
  analyst: report.analyst,
  analyst_version: report.analystVersion,
  rubric_version: report.rubricVersion,
  dropped: report.dropped,
  created_at: report.createdAt.toISOString(),
});

export const toSignalDto = (signal: SignalRecord): SignalDto => ({
  id: signal.id,
  session_id: signal.sessionId,
  kind: signal.kind,
  principle: signal.principle,
  principle_letter: principleEntry(signal.principle).letter,
  principle_name: principleEntry(signal.principle).name,
  pattern: signal.pattern,
  pattern_name: taxonomyEntry(signal.code).name,
  code: signal.code,
  utterances: signal.utterances.map((number, index) => ({
    id: signal.utteranceIds[index] ?? '',
    sequence_number: number,
  })),
  quote: signal.quote,
  quote_utterance: signal.quoteUtterance,
  feedback: signal.editedFeedback ?? signal.feedback,
  why_it_matters: signal.whyItMatters,
  better_example: signal.editedBetterExample ?? signal.betterExample,
  certainty: signal.certainty,
  analyst: signal.analyst,
  analyst_version: signal.analystVersion,
  rubric_version: signal.rubricVersion,
  verdict: signal.verdict,
  verdict_at: signal.verdictAt?.toISOString() ?? null,
  original_feedback: signal.feedback,
  original_better_example: signal.betterExample,
  created_at: signal.createdAt.toISOString(),
});

export const toGrowthPointDto = (point: GrowthPoint): GrowthPointDto => ({
  session_id: point.sessionId,
  client_id: point.clientId,
  client_name: point.clientName,
  date: point.date,
  title: point.title,
  scores: point.scores.map(toScoreDto),
  coach_talk_share: point.coachTalkShare,
  excellence_count: point.excellenceCount,
  growth_count: point.growthCount,
});

export const taxonomyDto = (): TaxonomyDto => ({
  rubric_version: SHIFT_RUBRIC_VERSION,
  principles: SHIFT_PRINCIPLES.map(({ key, letter, name, definition }) => ({
    key,
    letter,
    name,
    definition,
    patterns: SHIFT_TAXONOMY.filter(({ principle }) => principle === key).map((entry) => ({
      key: entry.pattern,
      code: entry.code,
      name: entry.name,
      definition: entry.definition,
      kind: entry.kind,
    })),
  })),
});

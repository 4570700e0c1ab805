export { SkippedDto, SpeakerDto, toSkippedDto, toSpeakerDto } from './api/transcript.dto';
export { type CodedTranscript, Codings } from './application/codings';
export { type TranscriptInput, Transcripts } from './application/transcripts';
export { applyRoles, assemble } from './domain/assemble';
export type { TranscriptRecord, TranscriptSource } from './domain/records';
export { TranscriptError } from './domain/transcript-error';
export type {
  AssembledTranscript,
  ParsedTranscript,
  People,
  Segment,
  SkippedPart,
  Speaker,
  SpeakerRole,
  Utterance,
} from './domain/types';
export { parseTranscript } from './parsing/parse-transcript';
export { TranscriptReader } from './parsing/transcript-reader';
export { TranscriptCodingEntity, TranscriptEntity, UtteranceEntity } from './persistence/entities';
export { TranscriptsModule } from './transcripts.module';

/** On-device coding of utterances: what each one does, and what its words suggest about feeling. */
export * from './domain/types';
export { EMOTION_LABELS, EMOTION_VALENCE, type EmotionLabel } from './domain/emotion-labels';
export { CODER_VERSION, codeSession, type SpokenNames } from './coder';
export { UtteranceCoder, type UtteranceCoderOptions } from './utterance-coder';
export { sessionQuality, type SessionQuality } from './session-quality';
export { contentWords, countWords, isFunctionWord, tokenize } from './text/words';
export { splitSentences, type Sentence } from './text/sentences';
export { isQuestion } from './text/questions';
// Training and measuring, for the command line.
export { trainFromFolder } from './training/train';
export {
  crossValidateFolder,
  evaluateAnnomiFile,
  evaluateGoEmotionsFile,
  validateGoEmotionsFile,
} from './evaluation/evaluate';
export type { AnnomiEvaluation, AnnomiFigures, FigureDetail } from './evaluation/evaluate-annomi';
export { bootstrapInterval, type Interval } from './evaluation/metrics';
export { readShiftTranscript } from './evaluation/shift-files';
export {
  capitalise,
  lowerFirst,
  shortQuote,
  splitClauses,
  stripNoise,
  toSecondPerson,
  toThirdPerson,
  type Clause,
  type Rephrased,
  type TextSpan,
} from './text/rephrase';

/** On-device coding of utterances: what each one does, and what its words suggest about feeling. */
export * from './domain/types';
export { EMOTION_LABELS, EMOTION_VALENCE, type EmotionLabel } from './domain/emotion-labels';
export { CODER_VERSION, codeSession, type SpokenNames } from './coder';
export { UtteranceCoder, type UtteranceCoderOptions } from './utterance-coder';
export { contentWords, countWords, isFunctionWord, tokenize } from './text/words';
export { splitSentences, type Sentence } from './text/sentences';
export { isQuestion } from './text/questions';
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

import { EMOTION_LABELS } from './domain/emotion-labels';
import { contextFeatures, sumSession, type FirstStage } from './features/context-features';
import { denseOf, type UtteranceFeatures } from './features/session-features';
import { combine, readCombiner, type Combiner } from './model/combiner';
import { argmax, pooled, sigmoid, softmax } from './model/probability';
import {
  COACH_COLUMNS,
  COMBINED_TASKS,
  GROUP_WEIGHTS,
  type CombinedTask,
  type Mode,
  type TaskCalibration,
} from './model/tasks';
import { readNetwork } from './model/network-file';
import {
  networkInput,
  newState,
  runNetwork,
  type NetworkState,
  type TextNetwork,
} from './model/text-network';
import {
  linearColumns,
  readVocabulary,
  type VocabularyModel,
  type WeightedHashes,
} from './model/vocabulary-model';
import type { WeightsFile } from './model/weights-file';

/** What the models make of one utterance. Probabilities are calibrated. */
export interface Reading {
  emotions: Float64Array;
  coach: CoachReading | null;
  /** Change, neutral, sustain; `null` for coaches. */
  talk: Float64Array | null;
  /** Index of the talk type chosen (probabilities weighed for balanced errors). */
  talkChoice: number;
  dense: Float32Array;
}

export interface CoachReading {
  /** Question, reflection, input, other. */
  behaviour: Float64Array;
  behaviourChoice: number;
  hasQuestion: number;
  hasReflection: number;
  hasInput: number;
  /** Probability that the question is open, and the choice. */
  open: number;
  isOpen: boolean;
  /** Probability that the reflection is complex, and the choice. */
  complex: number;
  isComplex: boolean;
  /** Information, advice, options, negotiation. */
  input: Float64Array;
}

export interface CoderMeta {
  calibration: Record<Mode, Record<CombinedTask, TaskCalibration>>;
  /** Per emotion the probability from which it is present. */
  emotionThresholds: number[];
  emotionTemperature: number;
  [more: string]: unknown;
}

const COACH_HEADS = ['behaviour', 'hasQuestion', 'hasReflection', 'hasInput', 'open', 'complex', 'input'];

/** The trained models, read from a weights file. Reading a session changes nothing in them. */
export class CoderModels {
  readonly version: string;
  readonly meta: CoderMeta;
  private readonly emotion: VocabularyModel;
  private readonly network: TextNetwork;
  private readonly linear: Record<Mode, { coach: VocabularyModel; client: VocabularyModel }>;
  private readonly combiners: Record<Mode, Record<CombinedTask, Combiner>>;

  constructor(file: WeightsFile) {
    this.version = file.version;
    this.meta = file.meta as CoderMeta;
    this.emotion = readVocabulary(file, 'emotion');
    this.network = readNetwork(file, 'network');
    const linear = (mode: Mode): { coach: VocabularyModel; client: VocabularyModel } => ({
      coach: readVocabulary(file, `coach.${mode}`),
      client: readVocabulary(file, `client.${mode}`),
    });
    this.linear = { marked: linear('marked'), plain: linear('plain') };
    const combiners = (mode: Mode): Record<CombinedTask, Combiner> =>
      Object.fromEntries(
        COMBINED_TASKS.map((task) => [task, readCombiner(file, `combiner.${mode}.${task}`)]),
      ) as Record<CombinedTask, Combiner>;
    this.combiners = { marked: combiners('marked'), plain: combiners('plain') };
  }

  /** Reads a whole session; utterances of other speakers get emotions only. */
  read(session: readonly UtteranceFeatures[], mode: Mode): Reading[] {
    const marks = mode === 'marked';
    const dense = session.map((x) => denseOf(x, marks));
    const emotions = session.map((x) => emotionProbabilities(this.emotion, x, this.meta.emotionTemperature));
    const stages = session.map((x, i) => firstStage(this.linear[mode], x, dense[i]!, mode));
    const sums = sumSession(stages);
    const state: NetworkState = { ...newState(this.network.shape), responses: new Map() };
    return session.map((x, i) => {
      const stage = stages[i] ?? null;
      const reading: Reading = {
        emotions: emotions[i]!,
        coach: null,
        talk: null,
        talkChoice: 1,
        dense: dense[i]!,
      };
      if (!stage) return reading;
      const inputs = contextFeatures(i, stages, sums, dense[i]!, emotions[i]!);
      const heads = this.networkProbabilities(x, dense[i]!, marks, state);
      const answer = (task: CombinedTask, first: ArrayLike<number>): { p: Float64Array; choice: number } => {
        const { temperature, preference } = this.meta.calibration[mode][task];
        const p = pooled([first, combine(this.combiners[mode][task], inputs), heads[task]!], temperature);
        return { p, choice: argmax(p.map((value, k) => value * preference[k]!)) };
      };
      if (stage.speakerType === 'client') {
        const talk = answer('talk', stage.probabilities);
        reading.talk = talk.p;
        reading.talkChoice = talk.choice;
        return reading;
      }
      const column = (name: 'hasQuestion' | 'hasReflection' | 'hasInput' | 'open' | 'complex'): number =>
        sigmoid(stage.columns[COACH_COLUMNS[name][0]]!);
      const both = (name: 'hasQuestion' | 'hasReflection' | 'hasInput'): number => {
        const p = column(name);
        return pooled([[1 - p, p], heads[name]!])[1]!;
      };
      const behaviour = answer('behaviour', stage.probabilities);
      const open = answer('open', [1 - column('open'), column('open')]);
      const complex = answer('complex', [1 - column('complex'), column('complex')]);
      const [from, count] = COACH_COLUMNS.input;
      reading.coach = {
        behaviour: behaviour.p,
        behaviourChoice: behaviour.choice,
        hasQuestion: both('hasQuestion'),
        hasReflection: both('hasReflection'),
        hasInput: both('hasInput'),
        open: open.p[1]!,
        isOpen: open.choice === 1,
        complex: complex.p[1]!,
        isComplex: complex.choice === 1,
        input: pooled([softmax(stage.columns.slice(from, from + count)), heads['input']!]),
      };
      return reading;
    });
  }

  /** Probabilities of the 28 emotions for a text that stands alone. */
  readEmotions(x: Pick<UtteranceFeatures, 'words' | 'letters' | 'marked'>): Float64Array {
    return emotionProbabilities(this.emotion, x, this.meta.emotionTemperature);
  }

  private networkProbabilities(
    x: UtteranceFeatures,
    dense: Float32Array,
    marks: boolean,
    state: NetworkState,
  ): Record<string, Float64Array> {
    const heads = x.turn.speakerType === 'coach' ? COACH_HEADS : ['talk'];
    const { shape, weights } = this.network;
    const logits = runNetwork(shape, weights, networkInput(this.network, x.turn, dense, marks), state, heads);
    for (const head of heads) softmax(logits[head]!);
    return logits;
  }
}

/** The lists of hashes a coach's or client's linear model reads. */
export function linearGroups(x: UtteranceFeatures, mode: Mode): WeightedHashes[] {
  const groups: WeightedHashes[] = [
    { hashes: x.words, weight: GROUP_WEIGHTS.words },
    { hashes: x.letters, weight: GROUP_WEIGHTS.letters },
    { hashes: x.neighbours, weight: GROUP_WEIGHTS.neighbours },
  ];
  if (mode === 'marked') groups.push({ hashes: x.marked, weight: GROUP_WEIGHTS.marked });
  return groups;
}

/** The lists of hashes the emotion model reads: the utterance alone. */
export function emotionGroups(x: Pick<UtteranceFeatures, 'words' | 'letters' | 'marked'>): WeightedHashes[] {
  return [
    { hashes: x.words, weight: 1 },
    { hashes: x.letters, weight: 1 },
    { hashes: x.marked, weight: 0.5 },
  ];
}

const ONE = Float32Array.of(1);

export function emotionProbabilities(
  model: VocabularyModel,
  x: Pick<UtteranceFeatures, 'words' | 'letters' | 'marked'>,
  temperature: number,
): Float64Array {
  return softmax(linearColumns(model, emotionGroups(x), ONE), temperature);
}

/** The linear models' judgement of one utterance; `null` for speakers who are neither coach nor client. */
export function firstStage(
  models: { coach: VocabularyModel; client: VocabularyModel },
  x: UtteranceFeatures,
  dense: Float32Array,
  mode: Mode,
): FirstStage | null {
  const { speakerType } = x.turn;
  if (speakerType === 'other') return null;
  const columns = linearColumns(models[speakerType], linearGroups(x, mode), dense);
  const classes = speakerType === 'coach' ? COACH_COLUMNS.behaviour[1] : 3;
  return { speakerType, columns, probabilities: softmax(columns.slice(0, classes)) };
}

/** Labels whose probability reaches their threshold; the strongest one when none does. */
export function presentEmotions(probabilities: Float64Array, thresholds: readonly number[]): number[] {
  const present = EMOTION_LABELS.map((_, k) => k).filter((k) => probabilities[k]! >= thresholds[k]!);
  return present.length > 0 ? present : [argmax(probabilities)];
}

import { codeWith } from '../coder';
import type { CodedSession } from '../domain/types';
import { describeSession, hasReliablePunctuation } from '../features/session-features';
import { argmax } from '../model/probability';
import { CoderModels } from '../models';
import { qualityIndex } from '../session-quality';
import { BEHAVIOURS, TALK_TYPES, withoutPunctuation, type AnnomiDialogue } from '../training/annomi';
import { areaUnderCurve, bootstrapInterval, calibrationError, f1Scores, type Interval } from './metrics';

/** One judgement of the coder beside the annotators'. */
interface Judgement {
  task: 'therapist' | 'client' | 'question' | 'reflection';
  marked: boolean;
  video: string;
  words: number;
  label: number;
  choice: number;
  /** Probability of the most probable class, and whether that class is right. */
  certainty: number;
  topIsRight: boolean;
}

interface SessionJudgement {
  video: string;
  high: boolean;
  index: number;
}

/** The coder's judgements of dialogues, to be scored at once or pooled over folds. */
export interface AnnomiJudgements {
  utterances: Judgement[];
  sessions: SessionJudgement[];
  /** The dialogues with their codes, by transcript id, for what is measured further on. */
  coded: { transcriptId: string; session: CodedSession }[];
}

/** Lets a coder judge dialogues, as they are and without punctuation and case. */
export function judgeAnnomi(models: CoderModels, dialogues: readonly AnnomiDialogue[]): AnnomiJudgements {
  const utterances: Judgement[] = [];
  const sessions: SessionJudgement[] = [];
  const coded: AnnomiJudgements['coded'] = [];
  for (const dialogue of dialogues) {
    for (const marked of [true, false]) {
      const { utterances: texts } = marked ? dialogue : withoutPunctuation(dialogue);
      const session = describeSession(texts);
      const readings = models.read(session, hasReliablePunctuation(session) ? 'marked' : 'plain');
      dialogue.labels.forEach((labels, i) => {
        const { coach, talk, talkChoice } = readings[i]!;
        const add = (task: Judgement['task'], label: number, p: ArrayLike<number>, choice: number): void => {
          const top = argmax(p);
          utterances.push({
            task,
            marked,
            video: dialogue.videoUrl,
            words: session[i]!.turn.units.words.length,
            label,
            choice,
            certainty: p[top]!,
            topIsRight: top === label,
          });
        };
        if (labels.talk && talk) add('client', TALK_TYPES.indexOf(labels.talk), talk, talkChoice);
        if (!coach) return;
        if (labels.behaviour) {
          add('therapist', BEHAVIOURS.indexOf(labels.behaviour), coach.behaviour, coach.behaviourChoice);
        }
        if (labels.question) {
          add(
            'question',
            labels.question === 'open' ? 0 : 1,
            [coach.open, 1 - coach.open],
            coach.isOpen ? 0 : 1,
          );
        }
        if (labels.reflection) {
          const p = [1 - coach.complex, coach.complex];
          add('reflection', labels.reflection === 'complex' ? 1 : 0, p, coach.isComplex ? 1 : 0);
        }
      });
    }
    const session = codeWith(models, dialogue.utterances);
    coded.push({ transcriptId: dialogue.transcriptId, session });
    sessions.push({
      video: dialogue.videoUrl,
      high: dialogue.quality === 'high',
      index: qualityIndex(session),
    });
  }
  return { utterances, sessions, coded };
}

/** The figures of the evaluation contract. */
export interface AnnomiFigures {
  therapist_macro_f1: number;
  therapist_macro_f1_unpunctuated: number;
  therapist_macro_f1_over_2_words: number;
  client_macro_f1: number;
  question_subtype_macro_f1: number;
  reflection_subtype_macro_f1: number;
  ece: number;
  quality_auc: number;
}

/** One figure with what a reader needs to judge it. */
export interface FigureDetail {
  value: number;
  interval: Interval;
  perClass?: Record<string, number>;
  support?: Record<string, number>;
}

export interface AnnomiEvaluation {
  figures: AnnomiFigures;
  details: Record<keyof AnnomiFigures | 'ece_unpunctuated' | 'client_macro_f1_unpunctuated', FigureDetail>;
}

const CLASS_NAMES: Record<Judgement['task'], readonly string[]> = {
  therapist: BEHAVIOURS,
  client: TALK_TYPES,
  question: ['open', 'closed'],
  reflection: ['simple', 'complex'],
};

/** Scores judgements: macro-F1 with bootstrap intervals by video, calibration, area under the curve for quality. */
export function scoreAnnomi({
  utterances,
  sessions,
}: Pick<AnnomiJudgements, 'utterances' | 'sessions'>): AnnomiEvaluation {
  const f1 = (task: Judgement['task'], keep: (judgement: Judgement) => boolean): FigureDetail => {
    const names = CLASS_NAMES[task];
    const items = utterances.filter((judgement) => judgement.task === task && keep(judgement));
    const score = (sample: readonly Judgement[]): ReturnType<typeof f1Scores> =>
      f1Scores(
        sample.map(({ label }) => label),
        sample.map(({ choice }) => choice),
        names.length,
      );
    const { macro, perClass, support } = score(items);
    return {
      value: macro,
      interval: bootstrapInterval(
        items,
        ({ video }) => video,
        (sample) => score(sample).macro,
      ),
      perClass: Object.fromEntries(names.map((name, k) => [name, perClass[k]!])),
      support: Object.fromEntries(names.map((name, k) => [name, support[k]!])),
    };
  };
  const ece = (marked: boolean): FigureDetail => {
    const items = utterances.filter(
      (j) => j.marked === marked && (j.task === 'therapist' || j.task === 'client'),
    );
    const measure = (sample: readonly Judgement[]): number =>
      calibrationError(
        sample.map(({ certainty }) => certainty),
        sample.map(({ topIsRight }) => topIsRight),
      );
    return { value: measure(items), interval: bootstrapInterval(items, ({ video }) => video, measure) };
  };
  const auc = (sample: readonly SessionJudgement[]): number =>
    areaUnderCurve(
      sample.map(({ index }) => index),
      sample.map(({ high }) => high),
    );
  const details: AnnomiEvaluation['details'] = {
    therapist_macro_f1: f1('therapist', ({ marked }) => marked),
    therapist_macro_f1_unpunctuated: f1('therapist', ({ marked }) => !marked),
    therapist_macro_f1_over_2_words: f1('therapist', ({ marked, words }) => marked && words > 2),
    client_macro_f1: f1('client', ({ marked }) => marked),
    client_macro_f1_unpunctuated: f1('client', ({ marked }) => !marked),
    question_subtype_macro_f1: f1('question', ({ marked }) => marked),
    reflection_subtype_macro_f1: f1('reflection', ({ marked }) => marked),
    ece: ece(true),
    ece_unpunctuated: ece(false),
    quality_auc: { value: auc(sessions), interval: bootstrapInterval(sessions, ({ video }) => video, auc) },
  };
  return {
    figures: {
      therapist_macro_f1: details.therapist_macro_f1.value,
      therapist_macro_f1_unpunctuated: details.therapist_macro_f1_unpunctuated.value,
      therapist_macro_f1_over_2_words: details.therapist_macro_f1_over_2_words.value,
      client_macro_f1: details.client_macro_f1.value,
      question_subtype_macro_f1: details.question_subtype_macro_f1.value,
      reflection_subtype_macro_f1: details.reflection_subtype_macro_f1.value,
      ece: details.ece.value,
      quality_auc: details.quality_auc.value,
    },
    details,
  };
}

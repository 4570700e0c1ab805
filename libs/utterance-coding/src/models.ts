import type { ClientTalk, CoachBehaviour, EmotionReading } from './domain/types';
import { EMOTION_LABELS, EMOTION_VALENCE } from './domain/emotion-labels';
import { denseOf, type UtteranceFeatures } from './features/session-features';
import { logits, readLinear, softmax, type LinearModel } from './model/linear-model';
import { loadWeights } from './model/weights-file';

export interface CoachReading {
  behaviour: CoachBehaviour;
  hasQuestion: number;
  hasReflection: number;
  hasInput: number;
  open: number;
  complex: number;
  input: { information: number; advice: number; options: number; negotiation: number };
}

export class CoderModels {
  private readonly heads = new Map<string, LinearModel>();
  readonly version: string;

  constructor() {
    const file = loadWeights();
    this.version = file.version;
    for (const name of file.tensors.keys()) {
      if (name.endsWith('.sparse')) this.heads.set(name.slice(0, -7), readLinear(file, name.slice(0, -7)));
    }
  }

  private run(head: string, x: UtteranceFeatures, dense: Float32Array, marks: boolean): Float64Array {
    const model = this.heads.get(`${head}.${marks ? 'marked' : 'plain'}`) as LinearModel;
    return softmax(logits(model, marks ? [x.words, x.letters, x.neighbours, x.marked] : [x.words, x.letters, x.neighbours], dense));
  }

  coach(x: UtteranceFeatures, marks: boolean): CoachReading {
    const dense = denseOf(x, marks);
    const b = this.run('behaviour', x, dense, marks);
    const at = (head: string, k: number): number => this.run(head, x, dense, marks)[k] ?? 0;
    const i = this.run('input', x, dense, marks);
    return {
      behaviour: { question: b[0] ?? 0, reflection: b[1] ?? 0, input: b[2] ?? 0, other: b[3] ?? 0 },
      hasQuestion: at('hasQuestion', 1),
      hasReflection: at('hasReflection', 1),
      hasInput: at('hasInput', 1),
      open: at('question', 0),
      complex: at('reflection', 1),
      input: { information: i[0] ?? 0, advice: i[1] ?? 0, options: i[2] ?? 0, negotiation: i[3] ?? 0 },
    };
  }

  talk(x: UtteranceFeatures, marks: boolean): ClientTalk {
    const p = this.run('talk', x, denseOf(x, marks), marks);
    return { change: p[0] ?? 0, neutral: p[1] ?? 0, sustain: p[2] ?? 0 };
  }

  emotion(x: UtteranceFeatures): EmotionReading {
    const model = this.heads.get('emotion') as LinearModel;
    const p = softmax(logits(model, [x.words, x.letters, x.marked], Float32Array.of(1)));
    let best = 0;
    let valence = 0;
    EMOTION_LABELS.forEach((label, k) => {
      if ((p[k] ?? 0) > (p[best] ?? 0)) best = k;
      valence += (p[k] ?? 0) * EMOTION_VALENCE[label];
    });
    return {
      label: EMOTION_LABELS[best] ?? 'neutral',
      certainty: p[best] ?? 0,
      valence: Math.max(-1, Math.min(1, valence)),
      intensity: Math.max(0, Math.min(1, 1 - (p[27] ?? 0))),
    };
  }
}

import { entriesOf } from './entry';

/** S: patterns and anti-patterns of Surface Emotion. */
export const SURFACE_EMOTION = entriesOf('surface_emotion', [
  {
    code: 'S+label_feeling',
    pattern: 'label_the_feeling',
    kind: 'excellence',
    name: 'Label the Feeling',
    definition:
      'You put a word to what the client seems to feel and offer it back for them to keep or correct.',
    whyItMatters: 'A feeling with a name can be looked at; without one it steers the talk unseen.',
    icfCompetencies: [4, 6],
    pccMarkers: ['4.3', '6.3'],
  },
  {
    code: 'S+ask_emotion',
    pattern: 'ask_about_emotion',
    kind: 'excellence',
    name: 'Ask About Emotion',
    definition: 'You ask straight out what the client feels about what they are telling you.',
    whyItMatters: 'The question says that feelings are welcome here, and lets the client choose the word.',
    icfCompetencies: [6, 7],
    pccMarkers: ['6.3', '7.1'],
  },
  {
    code: 'S+mirroring',
    pattern: 'affective_mirroring',
    kind: 'excellence',
    name: 'Affective Mirroring',
    definition:
      'Your words carry the weight or lightness of what the client brings, without naming the feeling.',
    whyItMatters: 'Being met in tone is how people notice they are not alone with something.',
    icfCompetencies: [4, 5],
    pccMarkers: ['4.2', '5.1'],
  },
  {
    code: 'S-task_switch',
    pattern: 'task_switch_after_emotion',
    kind: 'growth',
    name: 'Task-Switch after Emotion',
    definition:
      'The client has just shown a feeling and the next words turn to tasks, facts or the next topic.',
    whyItMatters: 'A feeling that is stepped over tends to come back later, or stays away for good.',
    icfCompetencies: [4, 6],
    pccMarkers: ['4.3', '6.3'],
  },
  {
    code: 'S-avoidance',
    pattern: 'emotion_avoidance',
    kind: 'growth',
    name: 'Emotion Avoidance',
    definition: 'A clear sign of feeling is made smaller, explained away or answered with information.',
    whyItMatters: 'The client learns which parts of the story are easier for you to hear.',
    icfCompetencies: [4, 5],
    pccMarkers: ['4.2', '4.3'],
  },
  {
    code: 'S-affect_free',
    pattern: 'affect_free_paraphrase',
    kind: 'growth',
    name: 'Affect-Free Paraphrase',
    definition: 'You give back what the client said accurately, but without the feeling that was in it.',
    whyItMatters:
      'Half of the message was the feeling; without it the client may feel reported on, not heard.',
    icfCompetencies: [6],
    pccMarkers: ['6.3', '6.7'],
  },
]);

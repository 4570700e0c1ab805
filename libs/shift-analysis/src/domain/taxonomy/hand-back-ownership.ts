import { entriesOf } from './entry';

/** H: patterns and anti-patterns of Hand Back Ownership. */
export const HAND_BACK_OWNERSHIP = entriesOf('hand_back_ownership', [
  {
    code: 'H+invite_decision',
    pattern: 'invite_decisions',
    kind: 'excellence',
    name: 'Invite Decisions',
    definition: 'You ask the client what they want, what would help or which way to go.',
    whyItMatters: 'People stand by what they have worked out themselves.',
    icfCompetencies: [3, 5, 8],
    pccMarkers: ['3.1', '5.3', '8.6'],
  },
  {
    code: 'H+agency',
    pattern: 'agency_language',
    kind: 'excellence',
    name: 'Agency Language',
    definition:
      'Your wording makes plain that the choice is theirs: asking leave, offering, leaving the decision open.',
    whyItMatters: 'Pressure invites pushing back; a free choice invites thinking.',
    icfCompetencies: [4, 5],
    pccMarkers: ['4.4', '5.3'],
  },
  {
    code: 'H+curiosity',
    pattern: 'curiosity_over_advice',
    kind: 'excellence',
    name: 'Curiosity over Advice',
    definition: 'Where an answer from you would have been the easy way, you ask and mean it.',
    whyItMatters: 'The client hears their own reasons, which move them more than anybody else’s.',
    icfCompetencies: [5, 7],
    pccMarkers: ['5.4', '7.6'],
  },
  {
    code: 'H-preemptive_advice',
    pattern: 'preemptive_advice',
    kind: 'growth',
    name: 'Preemptive Advice',
    definition:
      'A solution arrives before the client has looked for their own, and without asking whether it is wanted.',
    whyItMatters: 'A good idea given too early teaches the client to wait for the next one.',
    icfCompetencies: [2, 4, 5],
    pccMarkers: ['4.4', '5.4'],
  },
  {
    code: 'H-goal_takeover',
    pattern: 'goal_takeover',
    kind: 'growth',
    name: 'Goal Takeover',
    definition: 'The aim of the talk shifts to what you would want for the client.',
    whyItMatters: 'A goal that belongs to the coach is carried by the coach.',
    icfCompetencies: [2, 3, 5],
    pccMarkers: ['3.1', '5.2'],
  },
  {
    code: 'H-directed',
    pattern: 'directed_solutions',
    kind: 'growth',
    name: 'Directed Solutions',
    definition: 'The client is told what they should, must or need to do.',
    whyItMatters: 'Being told what to do brings out the arguments for not doing it.',
    icfCompetencies: [2, 4, 8],
    pccMarkers: ['4.4', '8.5'],
  },
]);

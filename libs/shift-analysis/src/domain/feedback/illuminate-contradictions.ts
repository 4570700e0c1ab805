import type { TextTable } from './template';

/** I: Illuminate Contradictions. */
export const ILLUMINATE_CONTRADICTIONS_TEXTS: TextTable = {
  'I+tension': {
    feedback: [
      'You held both sides at once, {move}, and took neither.',
      'After {said} you laid the two halves next to each other: {move}. {Client} could look at both: {answer}.',
      'You did not argue with {said}; you showed what stands on the other side of it: {move}.',
      '{When}, you said the contradiction kindly and plainly: {move}.',
      'With {move} you let two true things stand in one sentence.',
    ],
    why: [
      'With both sides in the open, the reply could be {answer}.',
      'While both sides are in view, {client} does not need to defend the one you leave out.',
      'Ambivalence said aloud becomes a choice; unsaid it stays a mood.',
      'There was another side to {said}, and naming it showed that you heard all of it.',
    ],
    better: [],
  },
  'I+values_check': {
    feedback: [
      'You set what matters to {client} beside what happens, and left the conclusion open: {move}.',
      'After {said} you asked how the two fit: {move}.',
      'You brought the value and the habit into one sentence, without blame: {move}. {Client} answered {answer}.',
    ],
    why: [
      'The distance between what counts and what is done moves people more than any argument, if they see it themselves.',
      'In {answer} {client} takes the measure of that distance without help.',
      'After {said} the value was on the table; you asked what it asks for.',
    ],
    better: [],
  },
  'I+disowned': {
    feedback: [
      'You opened something that was being walked around: {move}.',
      'After {said} you said gently what had been left out: {move}.',
      'With {move} you made it possible to talk about the part that is easier to skip. What came was {answer}.',
    ],
    why: [
      'What may be said here needs less effort to keep away.',
      'It is easier to say {answer} once somebody else has gone first.',
      'Naming it softly, after {said}, kept it an offer.',
    ],
    better: [],
  },
  'I-blindness': {
    feedback: [
      '{Client} said two things that pull apart in one breath: {said}. Your {move} went on with something else.',
      'In {said} there were two sides. {move} passed between them.',
      'With {said} an open contradiction was on the table. The reply, {move}, did not pick it up.',
    ],
    why: [
      'The pull in {said} is probably what keeps things as they are; it is worth a minute of both your attention.',
      'Where both sides stay unspoken, whichever is stronger that day decides.',
      'People who voice {said} are often waiting to see whether somebody noticed.',
    ],
    better: [
      'I hear two things: on one side, {sideA}; on the other, {sideB}. How do you hold both?',
      'Can we look at what you just said? {said}. There seem to be two sides in it. What does each of them want for you?',
      'I noticed the words {said}. What is on the other side of that for you?',
    ],
  },
  'I-detour': {
    feedback: [
      'After {said} the talk turned to easier ground: {move}.',
      'It was hard to say {said}. Your {move} took both of you away from it.',
    ],
    why: [
      'What is left at {said} will have to be started again another day, and starting is the hard part.',
      'A short stay at the difficult place tells {client} that you can bear it too.',
    ],
    better: [
      'We could move on, and I would like to stay a moment. You said {you}. What makes that hard to look at?',
      'Before we go anywhere else: you said {said}. Is there more to say about that?',
      'That sounded like something that matters. Would you be willing to stay with it for a minute?',
    ],
  },
  'I-reassure': {
    feedback: [
      'After {said} you lifted {client} up at once: {move}. What lay in it was not looked at.',
      'With {move} you meant to help. Whatever was uncertain in {said} stayed unexplored.',
      'When {client} said {said}, your answer was comfort: {move}.',
    ],
    why: [
      'Comfort ends the conversation about {said}; the doubt itself goes home with {client}.',
      'The reply, {yes}, does not tell you whether the doubt is smaller now.',
      'Looking at a doubt together gives more confidence than being told there is no need for it.',
    ],
    better: [
      'You said {you}. What is the doubt telling you?',
      'When you say {said}, what are you most unsure of?',
      'Part of you is not certain yet. What would that part want us to know?',
      'I would like to understand that a little better before we leave it. What makes you unsure?',
    ],
  },
};

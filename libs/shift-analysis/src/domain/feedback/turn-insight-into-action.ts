import type { TextTable } from './template';

/** T: Turn Insight into Action. */
export const TURN_INSIGHT_INTO_ACTION_TEXTS: TextTable = {
  'T+elicit': {
    feedback: [
      'You asked for the step and left it to {client} to say which: {move}. The answer: {step}.',
      'After {matter} you turned understanding towards doing: {move}.',
      'Your question {move} took the talk from why to what next.',
      '{When}, you asked for something {client} could do: {move}.',
      'You did not hand out a task; you asked {move}, and {client} found one: {step}.',
    ],
    why: [
      'The words {step} are {client}’s own, which makes the step easier to take.',
      'Between {matter} and a changed week stands one step that somebody has said aloud.',
      'Planning aloud lets {client} test the step while you are still there to help with it.',
      'People keep the promises they worded themselves.',
      'It carries the session into the days after it.',
    ],
    better: [],
  },
  'T+measurable': {
    feedback: [
      'You gave it a size: {move}. {Client} answered {measure}.',
      'With {move} something vague became something that can be looked at next time.',
      'After {said} you asked for the number or the day: {move}.',
      '{When}, you made it concrete: {move}.',
    ],
    why: [
      'The answer {measure} is a mark on the wall, and any movement from it will show.',
      'A number or a date lets {client} notice progress without you.',
      'Vague plans fail quietly; a plan with a when can be kept or changed.',
      'It asks, without pressing, how real this is for {client} today.',
    ],
    better: [],
  },
  'T+reflect_decision': {
    feedback: [
      '{Client} had said {promise}. You gave that back so that it could be heard: {move}.',
      'You caught what had been decided and held it up: {move}.',
      'With {move} you made sure that {promise} did not get lost among other things.',
      '{When}, you said {client}’s own plan back: {move}.',
    ],
    why: [
      'Hearing {promise} from you makes it a decision and not just a remark.',
      'It gave {client} the chance to say yes once more: {yes}.',
      'A decision that was said back is easier to find again in the week.',
      'You kept to what {client} had chosen and added nothing to it.',
    ],
    better: [],
  },
  'T-no_next_step': {
    feedback: [
      'The session closed without anything {client} is going to do, although {said} was close to a step.',
      'Something was in reach with {said}. The goodbye came before the question what to do with it.',
    ],
    why: [
      'A sentence like {said} fades within days when nothing in the week picks it up.',
      'One question in the last five minutes would have let {client} take {said} home as something to do.',
    ],
    better: [
      'Before we stop: you said {you}. What is one thing you want to do with that before we meet again?',
      'We have a few minutes left. You said {said}. What would you like to take from that into your week?',
      'Before we finish, what is one thing from today that you want to try, and when?',
    ],
  },
  'T-insight_only': {
    feedback: [
      'You shared {client}’s pleasure at {said}: {move}. What it could change in the week was not asked.',
      'There was a real discovery in {said}, and {move} honoured it. The step after it was left open.',
    ],
    why: [
      'An insight such as {said} is strongest on the day it is found; that is when it turns into a plan most easily.',
      'Praise ends the thought; a question after {said} would have carried it on.',
    ],
    better: [
      'You said {you}. What does knowing that make possible this week?',
      'I would like to stay with {said}. If that is true, what do you want to do differently?',
    ],
  },
  'T-coach_defined': {
    feedback: [
      'The step came from you: {move}. {Client} had said {said}, and could have been asked what follows from it.',
      'Your {move} sets the task. What {client} would have chosen, we did not hear.',
      'After {said} you named the next step yourself: {move}.',
      '{When}, the plan was made for {client}: {move}.',
    ],
    why: [
      'The answer {yes} is how people answer homework; it is not yet a plan of their own.',
      'A step {client} had named would be there on a busy day as well; this one needs you to remember it.',
      'Whoever chooses the step also knows what might get in its way. Here that is {client}.',
      'A task that was handed out is easily done for you, or not at all.',
      'The way from {matter} to a step is short, and it is {client}’s to walk.',
    ],
    better: [
      'You said {you}. What would be a first step that fits your week?',
      'When you say {matter}, what would you like to do about it, and when?',
      'What is one thing you could see yourself doing before we next talk? It can be small.',
      'If you were to choose the next step yourself, what would it be?',
      'I could set you something, and I would rather ask: what would you want to try?',
    ],
  },
};

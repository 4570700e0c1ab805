import type { TextTable } from './template';

/** F: Find the Pattern. */
export const FIND_THE_PATTERN_TEXTS: TextTable = {
  'F+theme': {
    feedback: [
      'You heard that this was not the first time: {move}.',
      'With {move} you joined {said} to what had been said before.',
      'You turned one event into something that returns, {move}, and {client} took it up: {answer}.',
      '{When}, you named what keeps coming back: {move}.',
    ],
    why: [
      'A single event can only be regretted; something that returns can be prepared for.',
      'That {client} could answer {answer} shows there was something to recognise.',
      'Now {matter} has company, and what the moments share can be asked about.',
      'Hearing the thread from outside is hard to do for oneself.',
    ],
    better: [],
  },
  'F+driver': {
    feedback: [
      'You listened for what lies under {said} and offered it: {move}.',
      'Your words {move} say why this matters to {client}, not only what happened.',
      'Beneath the story you heard what {client} cares about: {move}. The reply was {answer}.',
      '{When}, you put the reason underneath into words: {move}.',
      'With {move} you went one layer below {said}.',
    ],
    why: [
      'Once it is clear what something is for, there may be other ways to get it.',
      'The wish under {matter} lasts longer than the plan on top of it.',
      'With the reason named, {client} could say {answer}.',
      'People change more readily towards what they value than away from what they do.',
      'It tells {client} that you see more than the problem.',
    ],
    better: [],
  },
  'F+meta': {
    feedback: [
      'You gathered several pieces into one picture: {move}.',
      'With {move} you lifted {said} out of the detail and showed how it hangs together.',
      '{When}, you stepped back with {client} and said how it all looks from there: {move}.',
      'You put together what had come in pieces: {move}. {Client} could build on it: {answer}.',
    ],
    why: [
      'Heard in one go, scattered remarks become an account that {client} can agree with or correct.',
      'The answer to your summary, {answer}, started from the whole and not from the last detail.',
      'It shows that you kept what was said earlier, and that it counted.',
      'Seen together, {said} and the rest suggest where to look next.',
    ],
    better: [],
  },
  'F-parroting': {
    feedback: [
      'After {said} you gave the words back, {move}. There was more in it to put together.',
      'Your {move} repeats what {client} said; what it adds up to was left open.',
    ],
    why: [
      'An echo keeps the talk going; a step beyond {said} would have moved it.',
      '{Client} knows the words already. What they mean together is the part a listener can add.',
    ],
    better: [
      'You said {you}. I wonder what that says about what matters to you here.',
      'When I hear {said}, I wonder whether there is something bigger underneath. What do you think?',
    ],
  },
  'F-theme_avoid': {
    feedback: [
      '{Client} came back to it once more with {said}. It was not taken up.',
      'With {said} it came up again. Your {move} went elsewhere.',
    ],
    why: [
      'What is said again, as in {said}, is usually what wants to be talked about.',
      'Taking up a repeated word costs a sentence and often saves a session.',
    ],
    better: [
      'This is something you have come back to today. You said {you}. What makes it return?',
      'I notice that this keeps coming up, as when you said {said}. Shall we look at it?',
    ],
  },
  'F-reactive': {
    feedback: [
      'The session moved from one answer to the next. {early} and {late} were both said, and nothing connected them.',
      'Each of your turns met the last sentence. What joins {early} and {late} was not looked at.',
    ],
    why: [
      'Put side by side, {early} and {late} could have given {client} one thing to work on in place of several.',
      'A picture of the whole is what {client} can least make alone; remarks like {late} are pieces of it.',
    ],
    better: [
      'I would like to put two things you said next to each other: {early}, and then {late}. What do you notice?',
      'A few things you have told me seem to belong together. You said {late}. Where else does that show up?',
    ],
  },
};

import type { TextTable } from './template';

/** S: Surface Emotion. */
export const SURFACE_EMOTION_TEXTS: TextTable = {
  'S+label_feeling': {
    feedback: [
      'When {client} said {felt}, you gave the {feeling} a name: {move}.',
      'You heard the {feeling} in {felt} and offered it back in plain words. {Client} went on: {answer}.',
      'With {move} you stayed on the feeling for a moment and let the story wait.',
      'You listened past the facts to the {feeling}, {move}, and {client} answered {answer}.',
      'After {said} the next question could have been about facts. You reached for the {feeling}: {move}.',
      '{When}, you caught the {feeling} and said so: {move}.',
    ],
    why: [
      'Naming the {feeling} tells {client} that it may be here too, and does not have to be talked around.',
      'People listen for whether they are understood before they go deeper. With {felt} {client} offered something, and you took it.',
      'With the {feeling} in the open, the next sentence could be {answer}.',
      'A feeling in the open is easier to think beside than one that stays behind the facts.',
      'It lets {client} correct you if another word fits better, and either way the feeling gets clearer.',
      'After {said}, being met on the feeling counts for more than being understood on the detail.',
    ],
    better: [],
  },
  'S+ask_emotion': {
    feedback: [
      'You asked about the feeling itself: {move}. That opened {answer}.',
      'After {said} you did not guess; you asked what it was like, and let {client} find the word.',
      'With {move} you turned from what happened to how it was to be in it.',
      '{When}, you made room for the feeling with one short question: {move}.',
    ],
    why: [
      'A person says something like {answer} when the question leaves room for it.',
      'The word {client} chooses for a feeling is worth more than any word offered.',
      'Asking says that feelings belong in this conversation, without pushing any of them in.',
      'Between {said} and a next step lies what it feels like; you asked there.',
    ],
    better: [],
  },
  'S+mirroring': {
    feedback: [
      'Your {move} met the weight of {matter} without tidying it up.',
      'After {said} you answered in the same key: {move}. Nothing was explained away.',
      'You let the moment be as big as it was for {client}: {move}.',
      '{When}, you stood beside {client} rather than ahead: {move}.',
    ],
    why: [
      'Being met in tone is how a person notices they need not carry {matter} alone.',
      'It cost you one sentence, and the next thing you heard was {answer}.',
      'Before any change comes the sense that somebody sees how things are now.',
      'When the weight is acknowledged, {client} does not have to prove it.',
    ],
    better: [],
  },
  'S-task_switch': {
    feedback: [
      '{Client} had just said {said}. Your next words, {move}, went to practical ground, and the {feeling} stayed behind.',
      'The {feeling} in {said} could be heard; the question that followed, {move}, asked about something else.',
      'Between {said} and {move} there was room for one sentence about how that feels.',
    ],
    why: [
      'If {said} passes without a word, {client} may conclude that only the practical part belongs here.',
      'The {feeling} does not leave when the topic changes; it usually slows down what comes next.',
      'A few seconds with {said} often make the planning afterwards shorter.',
    ],
    better: [
      'Before we go on: you said {you}. What is that like for you right now?',
      'Can we stay with something for a moment? You said {said}. What was it like to say that?',
      'I heard {said}. How is that for you, before we look at what to do?',
    ],
  },
  'S-avoidance': {
    feedback: [
      '{Client} told you {said}. Your answer, {move}, explained the matter and left the {feeling} alone.',
      'After {said} came {move}. The facts were answered; the {feeling} was not.',
      'There was more in {said} than the matter itself, and {move} stayed with the matter.',
    ],
    why: [
      'An explanation, however right, can sound like an argument to somebody who is feeling {feel}.',
      'After {said}, information is easier to take in once the feeling has been heard.',
      'What is met with facts alone is often said again, a little louder.',
    ],
    better: [
      'That matters. You said {you}. Tell me a little more about that part.',
      'I want to slow down here. You said {said}. What is the hardest bit of that for you?',
      'I heard {said}. I would like to understand that first, and the rest can wait.',
    ],
  },
  'S-affect_free': {
    feedback: [
      'You gave back the content of {said} with care: {move}. The {feeling} in it was left out.',
      'Your words {move} were accurate. The {feeling} that {said} also carried was not reflected.',
      'Your summary kept the facts of {said}; the {feeling} was the other half of the message.',
    ],
    why: [
      'When the {feeling} is missing from the mirror, {client} may feel reported on more than heard.',
      'One feeling word added to the paraphrase of {said} would have told {client} that both halves arrived.',
      'The facts of {said} were already clear to {client}; the feeling is what a second pair of ears adds.',
    ],
    better: [
      'You said {you}, and I can hear how {feel} that leaves you. Is that right?',
      'It sounds as if {said} leaves you feeling {feel}. Have I got that right?',
      'I noticed the words {said}. What feeling comes with them?',
    ],
  },
};

import type { TextTable } from './template';

/** H: Hand Back Ownership. */
export const HAND_BACK_OWNERSHIP_TEXTS: TextTable = {
  'H+invite_decision': {
    feedback: [
      'You put the direction into {client}’s hands: {move}. The answer was their own: {answer}.',
      'After {said} you could have proposed something. You asked instead: {move}.',
      'Your question {move} leaves the solving where it belongs, with {client}.',
      '{When}, you let {client} choose what comes next: {move}.',
      'You trusted {client} to know: {move}. What came was {answer}.',
    ],
    why: [
      'The thought {answer} came from {client}, so nobody has to be persuaded of it later.',
      'A way forward that starts from {matter} fits this life better than one from outside.',
      'Being asked tells {client} that you expect an answer to be there.',
      'Whoever names the way also sees the stones on it; that is half of the planning.',
      'Each decision made here is practice for the ones made without you.',
    ],
    better: [],
  },
  'H+agency': {
    feedback: [
      'You asked first: {move}. {Client} could have said no, and that is why the yes counts.',
      'Your words {move} made it plain who decides.',
      'Your wording kept the door open both ways: {move}.',
      '{When}, you offered and did not push: {move}.',
      'After {said} you gave the choice back: {move}.',
    ],
    why: [
      'Where nothing is pressed on a person, there is nothing to push back against.',
      'After {said} it was worth showing that this is {client}’s call.',
      'Leave that was asked for and given makes the next minutes a joint matter.',
      'It is a small phrase, and it says who owns this conversation.',
      'Somebody who may refuse can afford to listen.',
    ],
    better: [],
  },
  'H+curiosity': {
    feedback: [
      'You asked {move} and let the question do its work. It brought {answer}.',
      'After {said} an answer of your own would have been easy. You stayed curious: {move}.',
      'Your question {move} opened more than it narrowed, and {client} used the room: {answer}.',
      '{When}, you wanted to know more than you wanted to help: {move}.',
      'With {move} you followed {client} and did not lead.',
      'You did not fill the gap after {said}; you asked {move}.',
    ],
    why: [
      'What {client} then said, {answer}, was not put there by you, and that gives it weight.',
      'A question without an answer hidden in it lets {client} think and not just reply.',
      'There was more behind {said}, and only a question could find out what.',
      'Hearing oneself explain something is often how one finds out what one thinks.',
      'It kept you learning about {client} at a point where most talks turn to solving.',
      'Open questions hand over the choice of what matters; here {client} chose {answer}.',
    ],
    better: [],
  },
  'H-preemptive_advice': {
    feedback: [
      '{Client} had said {said}, and your suggestion followed without a question in between: {move}.',
      'With {move} you offered a way before {client} had looked for one, and without asking whether it was wanted.',
      'The idea in {move} may be a good one. It arrived before {client} was asked for theirs.',
      '{When}, {move} answered a question {client} had not put.',
    ],
    why: [
      'What came back was {yes}. A suggestion that nobody asked for mostly gets politeness.',
      'After {matter} one more question might have brought out what {client} has already tried or thought of.',
      'An idea of one’s own, even a smaller one, is far more likely to be tried this week.',
      'Asking leave first would have cost five words and kept this {client}’s project.',
    ],
    better: [
      'You said {you}. What have you already thought of?',
      'I have an idea, and I would rather hear yours first. When you say {matter}, what comes to mind that could help?',
      'You know your life better than I do. What has helped before, when it was like this?',
      'What are you leaning towards yourself?',
      'Would it be useful to hear an idea of mine, or would you rather think aloud first?',
    ],
  },
  'H-goal_takeover': {
    feedback: [
      'With {move} the aim became yours for a moment. {Client} had put it differently: {said}.',
      'The words {move} say what you would want. It is not clear yet whether {client} wants it too.',
      'After {said}, {move} turned the talk towards your goal.',
      '{When}, {move} set the direction without {client}.',
    ],
    why: [
      'The answer, {yes}, is a thin yes to hang a goal on.',
      'In {matter} the matter had {client}’s own words, and people work for their own words.',
      'When the wish is yours, {client} only has the choice between agreeing and resisting.',
      'A goal that starts in your mouth has to be carried by you from session to session.',
    ],
    better: [
      'You said {you}. What would you like to be different, if anything?',
      'I notice that I have a view on this. Yours counts more. When you say {matter}, what do you want?',
      'I may be running ahead here. What would be a good outcome in your eyes?',
      'That was my wish. What is yours?',
    ],
  },
  'H-directed': {
    feedback: [
      'Your {move} tells {client} what to do. Just before, {client} had said {said}.',
      'The words in {move} leave {client} two roles, following or defending.',
      'With {move} the decision moved from {client} to you.',
      '{When}, {said} was answered with an instruction: {move}.',
    ],
    why: [
      'You heard back {yes}, which says little about whether it will happen.',
      'Told what to do, most people start to list why not, and then hear themselves do it.',
      'The same thought put as a question would have let {client} own the answer to {matter}.',
      'Instructions are remembered as the coach’s; choices are remembered as one’s own.',
    ],
    better: [
      'You said {you}. What do you make of that yourself?',
      'When you say {matter}, what do you think you need?',
      'It is your call. What are the options as you see them?',
      'What would you tell a good friend who was in your place?',
      'I notice I am about to tell you what to do. What do you already know about this?',
    ],
  },
};
